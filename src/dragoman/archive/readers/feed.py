# feedparser would fetch what looks like an address and resolve what a feed declares. It gets a
# stream of bytes that has been decoded here, and no feed that declares entities.
"""RSS and Atom: entries; by feedparser."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.alphabet.errors import ReportError
from dragoman.archive.dates import day_of
from dragoman.archive.decoding import declared_in, decode
from dragoman.archive.limits import MEMBERS, RECORD, Budget, whole
from dragoman.archive.markup import is_markup, text_of
from dragoman.archive.part import label
from dragoman.archive.report import Custody, Report

#: Elements, in lower case, with which a feed begins, after its declarations.
ROOTS = (b"<rss", b"<feed", b"<rdf:rdf")
#: Tags of a feed; its parser slows down with their number.
MOST_TAGS = 1_000_000
#: Levels of tags; a feed has eight.
DEEPEST = 200

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,500}\?>")
_TAG = re.compile(r"<(/?)[A-Za-z_][^<>]*?(/?)>")
_SHORT = 40


def is_feed(head: bytes) -> bool:
    """Whether bytes begin as a feed does."""
    plain = head[:4_000].replace(b"\0", b"").lower()
    start = re.match(
        rb"[\xef\xbb\xbf\xff\xfe\s]*+(?>(?:<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>)\s*)*+",
        plain,
        re.DOTALL,
    )
    return start is not None and plain[start.end() :].startswith(ROOTS)


def read(name: str, file: BinaryIO, budget: Budget) -> Iterator[Report | ReportError]:
    """Yield a report for each entry that has more than a headline.

    Raises: ReportError if it is no feed, or one with declarations of its own.
    """
    import feedparser

    del budget  # nothing is unpacked here
    data = whole(name, file, RECORD)
    text, _ = decode(name, data, declared_in(data))
    _refuse(name, text)
    plain = '<?xml version="1.0" encoding="utf-8"?>' + _DECLARATION.sub("", text)
    found = feedparser.parse(
        io.BytesIO(plain.encode("utf-8", "replace")),
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    entries = found.get("entries") or []
    if not entries:
        raise ReportError(name, "has no entries in it.", "Pass an RSS or Atom feed.")
    outlet = _words(found.get("feed", {}).get("title"))
    for number, entry in enumerate(entries[:MEMBERS], 1):
        yield _report(f"{name}#{number}", entry, outlet, number)


def _report(name: str, entry: Any, outlet: str | None, number: int) -> Report | ReportError:
    title = _words(entry.get("title"))
    story = max((str(one.get("value") or "") for one in entry.get("content") or [{}]), key=len)
    summary = str(entry.get("summary") or "")
    text, whole_story = _text(story), True
    if not text:
        text, whole_story = _text(summary), False
    if not text or (not whole_story and len(text) < _SHORT):
        return ReportError(name, "has a headline only.", "Fetch the page that it points to.")
    published = day_of(entry.get("published") or entry.get("updated") or "")
    return Report(
        name=name,
        text=text,
        published=published,
        outlet=outlet,
        url=_words(entry.get("link")),
        title=title,
        notes=() if whole_story else ("only the beginning of the story: its summary",),
        author=_words(entry.get("author")),
        dated_by="metadata" if published else None,
        custody=Custody(hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), number),
    )


def _refuse(name: str, text: str) -> None:
    """Raise ReportError for what is no feed but a trap."""
    if "<!entity" in text.lower():
        reason = "declares entities of its own, which no feed needs."
        raise ReportError(name, reason, "It is not read: they can stand for anything.")
    tags = deepest = depth = 0
    for match in _TAG.finditer(text):
        tags += 1
        if match[1]:
            depth -= 1
        elif not match[2]:
            depth += 1
            deepest = max(deepest, depth)
        if tags > MOST_TAGS or deepest > DEEPEST:
            break
    if tags > MOST_TAGS or deepest > DEEPEST:
        raise ReportError(name, "has more tags than any feed.", "Pass an RSS or Atom feed.")


def _text(value: str) -> str:
    return text_of(value) if is_markup(value) or "&" in value else value.strip()


def _words(value: object) -> str | None:
    """One line of plain words; None if there are none."""
    words = " ".join(_text(value).split()) if isinstance(value, str) else ""
    return label(words, 500) if words else None
