# Rule: a field is taken where it is written for programs to read and its form leaves no doubt.
# What is missing or odd is left None, and whoever needs it looks closer.
"""What a page's head says of the page: title, author, outlet, address, day; by lxml."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.archive.dates import day_of

#: What the fields are called in elements ``meta``, best first, in lower case.
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "citation_title", "dc.title", "dcterms.title", "headline", "parsely-title", "sailthru.title", "twitter:title"),
    "author": ("author", "article:author", "authors", "byl", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"),
    "outlet": ("og:site_name", "article:publisher", "publisher", "dc.publisher", "citation_journal_title", "application-name"),
    "url": ("og:url", "twitter:url"),
    "day": ("article:published_time", "article:published", "og:article:published_time", "datepublished", "publishdate", "publish_date", "publish-date", "pubdate", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "citation_publication_date", "date"),
}  # fmt: skip
#: Kinds of things, in lower case, that a page can be about and that are stories.
ARTICLES = frozenset(
    "article newsarticle reportagenewsarticle backgroundnewsarticle analysisnewsarticle opinionnewsarticle blogposting".split()
)
#: Characters of one field.
LONGEST = 500
_KNOWN = frozenset(name for names in NAMES.values() for name in names)
#: A name, or several, as people write them: "Ann Lee", "Ann van der Lee and Bo Ek".
_NAME = r"[A-Z][\w.'’-]*(?: (?:(?:de|van|von|der|al|bin|el|la|da|del) ){0,2}[A-Z][\w.'’-]*){1,4}"
_AUTHORS = re.compile(rf"{_NAME}(?:(?:, and |, |; | and | & ){_NAME})*")
_BETWEEN = re.compile(r", and |, |; | and | & ")
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is beyond doubt of a page; None is not known."""

    title: str | None = None
    author: str | None = None  #: several are parted by "; "
    outlet: str | None = None
    url: str | None = None
    day: date | None = None
    signed: bool = False  #: whether some author is named, if in a way that is not understood


def masthead(tree: Any) -> Masthead:
    """Return what the page *tree*, as lxml makes it, says in its head; nothing is raised."""
    told = _metas(tree)
    linked = _linked(tree, told)
    articles = linked[0] if len(linked) == 1 else {}
    outlet = _outlet(told) or _words(_name_of(articles.get("publisher")))
    named = [one for one in told["author"] if "://" not in one and one != outlet]
    named = named or list(_authors(articles.get("author")))
    return Masthead(
        title=_first(told["title"]) or _words(articles.get("headline")),
        author=plain_names(named),
        outlet=outlet,
        url=_address(tree, told),
        day=_day(told["day"], articles),
        signed=bool(named) or bool(linked),
    )


def plain_names(names: Iterable[str]) -> str | None:
    """Return the authors, parted by "; ", if each of *names* is a name or several; else None.

    >>> plain_names(["By Ann Lee and Bo Ek"]), plain_names(["Staff"]), plain_names(["Ann writes"])
    ('Ann Lee; Bo Ek', None, None)
    """
    found: list[str] = []
    for name in names:
        plain = name.removeprefix("By ").removeprefix("by ")
        if _AUTHORS.fullmatch(plain) is None:
            return None
        found += [one for one in _BETWEEN.split(plain) if one not in found]
    return "; ".join(found) or None


def _metas(tree: Any) -> dict[str, tuple[str, ...]]:
    """The values of each field, those of its best name first."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        get = element.get
        value = get("content")
        if value:
            name = (get("property") or get("name") or get("itemprop") or "").lower()
            if name in _KNOWN and (words := _words(value)):
                found.setdefault(name, []).append(words)
    return {
        field: tuple(value for name in names for value in found.get(name, ()))
        for field, names in NAMES.items()
    }


def _linked(tree: Any, told: Mapping[str, tuple[str, ...]]) -> list[Mapping[str, Any]]:
    """The stories among a page's linked data; not looked at where the head tells all."""
    if all(told[field] for field in ("title", "author", "outlet", "day")):
        return []
    found: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json" and script.text:
            try:
                value = json.loads(script.text, strict=False)
            except (ValueError, RecursionError):
                continue
            found += _stories(value)
    return found


def _stories(value: Any) -> Iterator[Mapping[str, Any]]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            graph = one.get("@graph")
            if isinstance(graph, list):
                yield from _stories(graph)
            kinds = one.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.lower() in ARTICLES for kind in kinds):
                yield one


def _authors(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one if isinstance(one, str) else _name_of(one)
        if words := _words(name):
            yield words


def _outlet(told: Mapping[str, tuple[str, ...]]) -> str | None:
    """The first name of an outlet; the address of its page elsewhere is none."""
    return _first(one for one in told["outlet"] if "://" not in one)


def _address(tree: Any, told: Mapping[str, tuple[str, ...]]) -> str | None:
    canonical = (one.get("href") for one in tree.iter("link") if one.get("rel") == "canonical")
    for one in (*told["url"], *canonical):
        address = (one or "").strip()
        if address[:8].lower().startswith(("http://", "https://")) and len(address) <= LONGEST:
            return address
    return None


def _day(values: tuple[str, ...], article: Mapping[str, Any]) -> date | None:
    """The day that all fields agree on, each written year, month, day."""
    told = values or tuple(v for v in (article.get("datePublished"),) if isinstance(v, str))
    days = {day_of(one) if _ISO.match(one) else None for one in told}
    return days.pop() if len(days) == 1 else None


def _name_of(value: Any) -> Any:
    """The name of a person or an organisation among linked data."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value.get("name") if isinstance(value, dict) else value


def _first(values: Iterable[str]) -> str | None:
    return next(iter(values), None)


def _words(value: Any) -> str | None:
    """One line of words; None if there are none, or they are no field's."""
    if not isinstance(value, str) or len(value) > 4 * LONGEST:
        return None
    words = " ".join(value.split())
    return words if words and len(words) <= LONGEST and "<" not in words else None
