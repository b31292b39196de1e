"""Pages: the story inside HTML, by trafilatura, with its date by htmldate."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from dragoman.alphabet.errors import ReportError
from dragoman.archive import published
from dragoman.archive.report import Report

if TYPE_CHECKING:
    from trafilatura.settings import Document

#: Marks, in lower case, with which a page begins.
BEGINNINGS = (b"<!doctype html", b"<html")
#: Elements whose words may be a date of publication. Everything else that is visible is
#: taken out of htmldate's sight: it would take the date of a treaty in the story.
DATED = ("date", "time", "publish", "posted", "byline", "timestamp")
#: Characters of such an element; a longer one has the story in it.
LONGEST_DATED = 200
#: Bounds of what htmldate may take for a date. It would take today's as the last one,
#: and the same page would read differently tomorrow.
_DATES: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1990-01-01",
    "max_date": "2100-01-01",
}
_SIGNS = " or ".join(f"contains(translate(., 'DTPB', 'dtpb'), '{sign}')" for sign in DATED)
_DATED = f"//time | //abbr | //*[string-length(.) < {LONGEST_DATED}][@class[{_SIGNS}] or @id[{_SIGNS}] or @itemprop[{_SIGNS}]]"


def is_page(data: bytes) -> bool:
    """Whether bytes begin as a page does, in any encoding that keeps ASCII."""
    head = data[:1_000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return head.startswith(BEGINNINGS)


def read(name: str, data: bytes) -> Report:
    """Make a report of the bytes of one page; its text has a blank line between paragraphs.

    Raises: ReportError if no story is found in it.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise ReportError(name, "is empty.", "Pass a page that holds a report.")
    page = _extract(data)
    lines = page.text.split("\n") if page is not None and page.text else []
    text = "\n\n".join(line.strip() for line in lines if line.strip())
    if page is None or not text:
        hint = "Save the article's own page, or its text as .txt."
        raise ReportError(name, "has no story in it.", hint)
    return Report(
        name=name,
        text=text,
        published=_published(data) or published.from_first_lines(text) or published.from_name(name),
        outlet=page.sitename or None,
        url=page.url or None,
        title=page.title or None,
    )


def _extract(data: bytes) -> Document | None:
    """What trafilatura finds: a document with text, title, date, sitename, url; or None."""
    from trafilatura import bare_extraction

    try:
        page = bare_extraction(
            data,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=_DATES,
        )
    except Exception:  # noqa: BLE001  foreign code on foreign bytes: no story, whatever it raises
        return None
    return None if isinstance(page, dict) else page


def _published(data: bytes) -> date | None:
    """The date that a page's head or its dated elements name; no date of the story."""
    from htmldate import find_date
    from trafilatura import load_html

    try:
        tree = load_html(data)
        if tree is None:
            return None
        kept = {part for element in tree.xpath(_DATED) for part in element.iter()}
        for element in list(tree.iter()):
            if element.tag == "meta" and "image" in str(element.get("property")):
                element.set("content", "")
            if element not in kept and element.tag != "script":
                element.text = None
            if element.getparent() not in kept:
                element.tail = None
        return _day(find_date(tree, **_DATES))
    except Exception:  # noqa: BLE001  foreign code on foreign bytes: no date, whatever it raises
        return None


def _day(value: str | None) -> date | None:
    """An ISO date; None for anything else."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
