# Which field of a table or an export is the text, which the title, and so on. A row is only
# what it says: fields that nobody names as text are no text, however long they are.
"""Rows of tables and exports become reports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.alphabet.errors import ReportError
from dragoman.archive.dates import day_of
from dragoman.archive.markup import is_markup, text_of
from dragoman.archive.part import label
from dragoman.archive.report import Custody, Report

#: What the fields of a report are called in what people and services publish, best first, in
#: lower case and without anything but letters and digits; "a.b" is field b inside field a.
#: A table with other names is mapped by renaming its columns.
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "fulltext", "articletext", "articlebody", "maintext",
        "plaintext", "storytext", "newstext", "cleantext", "bodytext", "articlecontent", "fields.bodytext",
        "fields.body", "contenttext", "contenthtml", "story", "document", "summary", "description",
        "abstract", "leadparagraph",
    ),
    "title": ("title", "headline", "headline.main", "webtitle", "headlines", "heading", "thread.title"),
    "published": (
        "published", "publishedat", "datepublished", "publishdate", "publisheddate", "publicationdate",
        "pubdate", "datepublish", "publishedutc", "webpublicationdate", "datetimepub", "datetime", "date",
        "created", "createdat", "timestamp", "time",
    ),
    "outlet": (
        "outlet", "source.name", "source.title", "source", "publisher.name", "publisher", "publication",
        "thread.site", "sitename", "newspaper", "sourcename", "sourcedomain", "domain", "site",
        "cleanurl",
    ),
    "url": ("url", "link", "weburl", "canonicalurl", "externalurl", "uri", "href", "permalink"),
    "author": ("author", "authors", "byline.original", "byline", "fields.byline", "creator", "author.name"),
}  # fmt: skip
#: Text fields that hold the beginning of a story only.
BEGINNINGS = frozenset(("summary", "description", "abstract", "leadparagraph"))
#: Under which a service puts its list of articles.
LISTS = (
    "articles",
    "results",
    "docs",
    "posts",
    "items",
    "data",
    "rows",
    "hits",
    "entries",
    "news",
    "stories",
    "graph",
    "response",
    "row",
    "source",
)
#: How a service shows that it cut a text: "… [+1234 chars]".
_CUT = "chars]"
_LONGEST_FIELD = 500


@dataclass(frozen=True, slots=True)
class Columns:
    """Which field of a row is which, as paths into it; several where one may be empty."""

    paths: Mapping[str, tuple[tuple[str, ...], ...]]

    @property
    def has_text(self) -> bool:
        """Whether there is a text at all."""
        return bool(self.paths["text"])

    def needed(self) -> list[str]:
        """Return the names of the columns that are used."""
        return sorted({path[0] for paths in self.paths.values() for path in paths})


@dataclass(frozen=True, slots=True)
class Row:
    """One row that has not been looked at: an entry that kills its reader is passed over so."""

    name: str
    values: Mapping[str, object]
    columns: Columns
    custody: Custody

    def report(self) -> Report:
        """Return the report in it. Raises: ReportError if it has no text."""
        return report_of(self.name, self.values, self.columns, self.custody)


def columns_of(keys: Iterable[tuple[str, ...]]) -> Columns:
    """Map the fields of a row, given as paths.

    >>> columns_of([("id",), ("Headline",), ("Body Text",)]).paths["text"]
    (('Body Text',),)
    """
    known: dict[str, tuple[str, ...]] = {}
    for path in keys:
        known.setdefault(".".join(map(_plain, path)), path)
    return Columns(
        {field: tuple(known[n] for n in names if n in known) for field, names in NAMES.items()}
    )


def paths_in(row: Mapping[object, object]) -> Iterator[tuple[str, ...]]:
    """Yield the fields of *row*, and those one level below."""
    for key, value in row.items():
        if not isinstance(key, str):
            continue
        yield (key,)
        if isinstance(value, Mapping):
            yield from ((key, inner) for inner in value if isinstance(inner, str))


def report_of(
    name: str, row: Mapping[str, object], columns: Columns, custody: Custody | None
) -> Report:
    """Make a report of one row; without *custody*, that of its text.

    Raises: ReportError if it has no text.
    """
    text, field = _text(row, columns)
    if not text:
        raise ReportError(name, "has no text.", "Its columns for text are empty.")
    notes = []
    if field in BEGINNINGS:
        notes.append(f"only the beginning of the story: its {field}")
    if text.rstrip().endswith(_CUT):
        notes.append("the text was cut short by the service it comes from")
    if custody is None or not custody.sha256:
        sha256 = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
        custody = Custody(sha256, custody.record if custody else None)
    published = _day(row, columns)
    return Report(
        name=name,
        text=text,
        published=published,
        outlet=_words(row, columns, "outlet"),
        url=_words(row, columns, "url"),
        title=_words(row, columns, "title"),
        notes=tuple(notes),
        author=_words(row, columns, "author"),
        dated_by="metadata" if published else None,
        custody=custody,
    )


def _text(row: Mapping[str, object], columns: Columns) -> tuple[str, str]:
    """The first field that holds text, without its tags, and its name."""
    for path in columns.paths["text"]:
        value = _value(row, path)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            value = "\n\n".join(value)  # a list of paragraphs
        if isinstance(value, str) and value.strip():
            return (text_of(value) if is_markup(value) else value), _plain(path[-1])
    return "", ""


def _words(row: Mapping[str, object], columns: Columns, field: str) -> str | None:
    for path in columns.paths[field]:
        value = _named(_value(row, path))
        if value:
            return label(" ".join(value.split()), _LONGEST_FIELD)
    return None


def _named(value: object) -> str:
    """A name, or names: of lists and of objects that have one."""
    if isinstance(value, str):
        # A missing cell of a table that went through pandas.
        return "" if value.strip().lower() in ("nan", "none", "null") else value
    if isinstance(value, Mapping):
        return _named(value.get("name") or value.get("title") or "")
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return ", ".join(filter(None, map(_named, value[:20])))
    return ""


def _day(row: Mapping[str, object], columns: Columns) -> date | None:
    for path in columns.paths["published"]:
        found = day_of(_value(row, path))
        if found is not None:
            return found
    return None


def _value(row: Mapping[str, object], path: tuple[str, ...]) -> object:
    value: object = row
    for key in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(key)
    return value


def _plain(key: str) -> str:
    return "".join(c for c in key.lower() if c.isalnum())


def unmapped(name: str, keys: Iterable[str]) -> ReportError:
    """Return the refusal of a table none of whose columns is a text."""
    shown = ", ".join(label(key, 30) for key in list(keys)[:12])
    reason = f"has no column for the text (it has {shown or 'none'})."
    return ReportError(name, reason, "Rename that column to text.")
