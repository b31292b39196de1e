"""PDF: the words of its pages, in the order in which they are read; by pypdfium2."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from dragoman.alphabet.errors import ReportError
from dragoman.archive import published
from dragoman.archive.pages import Line, story
from dragoman.archive.report import Report

#: Pages above which a file is a book.
MOST_PAGES = 2_000
#: Characters of one page, and of all pages together.
LONGEST_PAGE, LONGEST = 200_000, 4_000_000
#: A gap inside a line, in heights of its letters, that is the gutter between two columns.
GUTTER = 1.0
#: What pdfium writes for the hyphen at the end of a line.
_HYPHEN = 2
_LOCKED = 4  # FPDF_ERR_PASSWORD
_SHORTEST_TITLE, _LONGEST_TITLE = 8, 200


def read(name: str, data: bytes, declared: str | None = None) -> Report:
    """Make a report of a PDF: columns one after another, lines joined to paragraphs.

    Raises: ReportError if it is damaged, locked, too long, or has pictures of text only.
    """
    del declared
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _LOCKED or "assword" in str(error):
            hint = "Save it without one."
            raise ReportError(name, "is locked with a password.", hint) from error
        raise ReportError(name, "is a damaged PDF.", "Fetch it again.") from error
    try:
        pages = _pages(name, document)
        title = str(document.get_metadata_dict().get("Title") or "").strip()
        author = str(document.get_metadata_dict().get("Author") or "").strip()
    except pdfium.PdfiumError as error:
        raise ReportError(name, "is a damaged PDF.", "Fetch it again.") from error
    finally:
        document.close()
    text = story([page for page in pages if page])
    if not text.strip():
        reason = "has no text in it: its pages are empty or pictures."
        raise ReportError(name, reason, "Run it through a text recognition first.")
    day, dated_by = published.first_of(published.on_top(text), published.named(name))
    return Report(
        name=name,
        text=text,
        published=day,
        title=_title(title, text),
        # Only an author that the pages name: the field often holds who owned the computer.
        author=author if author and author.lower() in text[:3_000].lower() else None,
        dated_by=dated_by,
    )


def _pages(name: str, document: Any) -> list[list[Line]]:
    """The lines of all pages.

    Raises: ReportError if they are too many.
    """
    import pypdfium2 as pdfium

    if len(document) > MOST_PAGES:
        raise ReportError(name, f"has more than {MOST_PAGES:,} pages.", "Split it.")
    pages: list[list[Line]] = []
    total = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            pages.append([])  # one damaged page; the others are read
            continue
        try:
            lines = _lines(page)
        finally:
            page.close()
        total += sum(len(line.text) for line in lines)
        if total > LONGEST:
            raise ReportError(name, f"is longer than {LONGEST:,} characters.", "Split it.")
        pages.append(lines)
    return pages


def _lines(page: Any) -> list[Line]:
    """The pieces of lines on a page, in the order of its bytes."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    try:
        count = min(textpage.count_chars(), LONGEST_PAGE)
        code_at = raw.FPDFText_GetUnicode
        codes = [code_at(textpage, index) for index in range(count)]
        lines: list[Line] = []
        for start, end in _words(codes):
            letters = "".join(map(_letter, codes[start:end]))
            word = _placed(textpage, letters, start, end - 1)
            joined = _behind(lines[-1], word) if lines and word else None
            if joined is not None:
                lines[-1] = joined
            elif word is not None:
                lines.append(word)
    finally:
        textpage.close()
    return lines


def _words(codes: list[int]) -> Iterator[tuple[int, int]]:
    """First letter of each word, and the place behind its last one."""
    start = -1
    for index, code in enumerate(codes):
        if code <= 32 and code != _HYPHEN:
            if start >= 0:
                yield start, index
            start = -1
            continue
        if start < 0:
            start = index
        if code == _HYPHEN:  # pdfium writes no break behind it
            yield start, index + 1
            start = -1
    if start >= 0:
        yield start, len(codes)


def _placed(textpage: Any, letters: str, first: int, last: int) -> Line | None:
    """A word with its place; None if it has none."""
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    rect = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(textpage, first, ctypes.byref(rect)):
        return None
    left, right, size = rect.left, rect.right, abs(rect.top - rect.bottom)
    # Boxes reach as low as each font; the line that all letters stand on is one.
    if not raw.FPDFText_GetCharOrigin(textpage, first, ctypes.byref(x), ctypes.byref(y)):
        return None
    if last > first and raw.FPDFText_GetLooseCharBox(textpage, last, ctypes.byref(rect)):
        left, right = min(left, rect.left), max(right, rect.right)
    return Line(letters, left, right, y.value, size)


def _behind(line: Line, word: Line) -> Line | None:
    """*line* with *word*, if it stands on it, right behind; else None."""
    height = max(line.size, word.size, 0.1)
    gap = word.x0 - line.x1
    if abs(word.y0 - line.y0) > height / 2 or not -height <= gap <= GUTTER * height:
        return None
    if line.text.endswith("-") and gap < 0:
        return None
    size = max(line.size, word.size)
    return Line(f"{line.text} {word.text}", line.x0, max(line.x1, word.x1), line.y0, size)


def _letter(code: int) -> str:
    return "-" if code == _HYPHEN else chr(code) if code < 0x110000 else "\ufffd"


def _title(title: str, text: str) -> str | None:
    """The title that the file claims, if its first page bears it; else a first line like one."""
    plain = " ".join(title.split())
    if len(plain) >= _SHORTEST_TITLE and plain.lower() in " ".join(text[:3_000].split()).lower():
        return plain
    first, _, rest = text.partition("\n\n")
    if rest and len(first) <= _LONGEST_TITLE and first[-1:] not in '.!?,;:"”':
        return first
    return None
