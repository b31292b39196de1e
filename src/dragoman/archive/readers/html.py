# Most pages leave no doubt where their story is and what they say of themselves: `evident` and
# `masthead` read those, several times as fast. What they leave open is trafilatura's and
# htmldate's to find; both take far more pains than is needed for most pages.
"""Pages: the story inside HTML, and what the page says of it; by lxml, trafilatura and htmldate."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dragoman.alphabet.errors import ReportError
from dragoman.archive import published
from dragoman.archive.dates import day_of
from dragoman.archive.decoding import declared_in, decode
from dragoman.archive.evident import story_in
from dragoman.archive.front import is_front
from dragoman.archive.masthead import Masthead, masthead, plain_names
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
#: Tags and attributes of a page. The largest front pages have 10,000; above this the search
#: for the story takes minutes.
MOST_TAGS, MOST_ATTRIBUTES = 150_000, 500
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
_LONG_TAG = re.compile(rf"<[a-zA-Z/][^>]{{{2 * MOST_ATTRIBUTES},}}+>")
_VALUE = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_ATTRIBUTE = re.compile(r"\s[^\s\"'<>=]++(?=[\s=/>])")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,500}>")
_CLASSES = "contains(translate(@class, 'DLBY', 'dlby'), '{}')"
_DATELINE = f"//*[self::p or self::span or self::div or self::b or self::strong][{_CLASSES.format('dateline')}]"
_BYLINE = f"//*[{_CLASSES.format('byline')} or @rel='author' or @itemprop='author']"
#: Names of classes, in lower case, under which trafilatura looks for an author.
_WRITERS = "contains(translate(@{0}, 'ABW', 'abw'), 'author') or contains(translate(@{0}, 'BW', 'bw'), 'byl') or contains(@{0}, 'writer') or contains(@{0}, '-by')"
_SIGNED = f"boolean(//author | //*[@rel='author' or contains(@itemprop, 'author') or {_WRITERS.format('class')} or {_WRITERS.format('id')}])"
_PLACE = re.compile(r"[A-Z][A-Z .'’/-]{2,}")
_AUTHOR = re.compile(
    r"(?i:by)\s+([A-Z][\w.'’-]+(?:\s(?:(?:and|de|van|von|al|bin|el)\s)?[A-Z][\w.'’-]+){1,4})\b"
)


def is_page(data: bytes) -> bool:
    """Whether bytes begin as a page does, in any encoding that keeps ASCII."""
    head = data[:1_000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return head.startswith(BEGINNINGS)


def read(name: str, data: bytes, declared: str | None = None) -> Report:
    """Make a report of the bytes of one page; its text has a blank line between paragraphs.

    Raises: ReportError if no story is found in it.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise ReportError(name, "is empty.", "Pass a page that holds a report.")
    tree, markup, note = _tree(name, data, declared)
    text = story_in(tree)
    if text is None and is_front(tree):
        hint = "Save the page of one of its stories."
        raise ReportError(name, "leads on to stories and holds none.", hint)
    text = text or _extracted(markup)
    if not text:
        raise _no_story(name)
    if "ateline" in markup.casefold():
        text = _with_dateline(text, _first(tree, _DATELINE))
    head = _described(tree, markup, masthead(tree))
    day, dated_by = published.first_of(
        published.told(head.day or _published(tree)),
        published.on_top(text),
        published.named(name),
    )
    return Report(
        name=name,
        text=text,
        published=day,
        outlet=head.outlet,
        url=head.url,
        title=head.title,
        notes=(note,) if note else (),
        author=head.author,
        dated_by=dated_by,
    )


def _tree(name: str, data: bytes, declared: str | None) -> tuple[Any, str, str | None]:
    """The page as a tree and as text, and what had to be assumed about its letters.

    Raises: ReportError if it is no page, or one that was made to choke on.
    """
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring

    if data.count(b"<") > 2 * MOST_TAGS:
        reason = f"has more than {MOST_TAGS:,} tags."
        raise ReportError(name, reason, "Save the article's own page.")
    try:
        text, note = decode(name, data, declared or declared_in(data))
    except ReportError:
        raise _no_story(name) from None
    if _crowded(text):
        reason = f"has a tag with more than {MOST_ATTRIBUTES:,} attributes."
        raise ReportError(name, reason, "Save the article's own page.")
    text = _DECLARATION.sub("", text)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=_parser())
    except (LxmlError, ValueError):
        raise _no_story(name) from None
    return tree, text, note


@cache
def _parser() -> Any:
    """A parser that takes the letters for what they are, whatever the page says of them."""
    from lxml.html import HTMLParser

    return HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
        no_network=True,
    )


def _crowded(text: str) -> bool:
    """Whether one tag has more attributes than any page; each is compared with each other."""
    whole = text[: text.rfind(">") + 1]  # a tag that never ends would be sought from each "<"
    return any(
        len(_ATTRIBUTE.findall(_VALUE.sub('""', tag[0]))) > MOST_ATTRIBUTES
        for tag in _LONG_TAG.finditer(whole)
    )


def _extracted(markup: str) -> str:
    """The story that trafilatura finds; "" if there is none."""
    from trafilatura import bare_extraction

    try:
        page = bare_extraction(
            markup, include_comments=False, include_tables=False, with_metadata=False
        )
    except Exception:  # noqa: BLE001  foreign code on foreign bytes: no story, whatever it raises
        return ""
    text = "" if page is None or isinstance(page, dict) else page.text or ""
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def _described(tree: Any, markup: str, head: Masthead) -> Masthead:
    """*head* with what a closer look finds of title, author and outlet."""
    title, author = head.title or _headline(tree), head.author
    author = author or (_byline(tree) if "author" in markup or "yline" in markup else None)
    if title is None or (author is None and (head.signed or _is_signed(tree))):
        page = _metadata(tree)
        if page is not None:
            title, author = title or page.title, author or plain_names([page.author or ""])
    host = urlsplit(head.url).hostname if head.url else None
    return Masthead(
        title=title or None,
        author=author or None,
        outlet=head.outlet or (host.removeprefix("www.") if host else None),
        url=head.url,
        day=head.day,
    )


def _headline(tree: Any) -> str | None:
    """The words of the only headline."""
    headlines = list(tree.iter("h1"))
    return " ".join("".join(headlines[0].itertext()).split()) if len(headlines) == 1 else None


def _is_signed(tree: Any) -> bool:
    """Whether something on the page is named as an author's."""
    return bool(tree.xpath(_SIGNED))


def _metadata(tree: Any) -> Document | None:
    """What trafilatura finds of title and author."""
    from trafilatura import extract_metadata

    try:
        return extract_metadata(tree, date_config=_DATES)
    except Exception:  # noqa: BLE001  foreign code on foreign bytes: nothing found
        return None


def _published(tree: Any) -> date | None:
    """The date that a page's head or its dated elements name; no date of the story.

    What cannot be one is taken out of the tree.
    """
    from htmldate import find_date

    try:
        kept = {part for element in tree.xpath(_DATED) for part in element.iter()}
        for element in list(tree.iter()):
            if element.tag == "meta" and "image" in str(element.get("property")):
                element.set("content", "")
            if element not in kept and element.tag != "script":
                element.text = None
            if element.getparent() not in kept:
                element.tail = None
        return day_of(find_date(tree, **_DATES))
    except Exception:  # noqa: BLE001  foreign code on foreign bytes: no date, whatever it raises
        return None


def _first(tree: Any, path: str) -> str:
    """The words of the first element on *path* that has some, on one line."""
    try:
        found = (" ".join(element.text_content().split()) for element in tree.xpath(path))
        return next((words for words in found if words), "")[:LONGEST_DATED]
    except Exception:  # noqa: BLE001  foreign code on foreign bytes: nothing found
        return ""


def _byline(tree: Any) -> str | None:
    """The name behind "By" in an element that is made for it."""
    match = _AUTHOR.match(_first(tree, _BYLINE))
    return match[1] if match else None


def _with_dateline(text: str, dateline: str) -> str:
    """*text* with the dateline that had an element of its own and was left out of the story."""
    if not _PLACE.match(dateline) or len(dateline) > LONGEST_DATED // 2:
        return text
    words = dateline.rstrip(" —–-")
    if f"{words}\n\n" in text[:2_000]:  # a paragraph of its own
        return text.replace(f"{words}\n\n", f"{words} — ", 1)
    if words in " ".join(text[:2_000].split()):
        return text
    title, gap, rest = text.partition("\n\n")
    if rest and title[-1:] not in '.!?”"':  # a heading stands first: the dateline is not its
        return f"{title}{gap}{words} — {rest}"
    return f"{words} — {text}"


def _no_story(name: str) -> ReportError:
    hint = "Save the article's own page, or its text as .txt."
    return ReportError(name, "has no story in it.", hint)
