# Names of classes are words that people chose: "related-links", "imageCaption". They are taken
# apart, so that "adviser" is no "ad" and "address" neither.
"""What an element of a page says that it is: furniture, out of sight, a way to other pages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

#: Share of an element's letters in links above which it is a way to other pages.
LINKED = 0.8
#: Words in names of classes and identifiers that mark what stands around and between a story.
FURNITURE = frozenset(
    "ad ads adv advert advertisement advertising dfp sponsor sponsored promo promoted outbrain taboola share sharing "
    "sharedaddy social sociable related relatedposts relateds recommended recommendations recirc newsletter signup "
    "subscribe caption figcaption credit credits byline author authors bio dateline timestamp published updated "
    "metadata comment comments disqus respond tags topics breadcrumb breadcrumbs menu nav navigation navbar navbox "
    "sidebar footer reflist references cookie cookies consent gdpr banner popup modal toolbar teaser teasers "
    "gallery slideshow carousel embed embedded player trending popular hidden invisible noprint infobox pullquote "
    "donate donation survey hatnote toc editsection also dialog".split()
)
#: What an element says it is for, by WAI-ARIA, other than for a story.
ROLES = frozenset(
    ("alertdialog", "banner", "complementary", "contentinfo", "dialog", "navigation", "search")
)
_SPLIT = re.compile(r"[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def plain(element: Any) -> str:
    """All words of an element, spaced as they are written."""
    return "".join(element.itertext()).strip()


def is_linked(element: Any, share: float = LINKED) -> bool:
    """Whether *share* of an element's letters or more are those of links."""
    whole = len(plain(element))
    linked = sum(len(plain(one)) for one in element.iter("a"))
    return whole > 0 and linked >= share * whole


def is_furniture(element: Any) -> bool:
    """Whether an element is named as something around a story."""
    if not element.attrib:
        return False
    return bool(words(element) & FURNITURE) or element.get("role") in ROLES


def words(element: Any) -> frozenset[str]:
    """Return the words in the names of an element's classes and in its identifier, in lower case."""
    get = element.get
    named = f"{get('class') or ''} {get('id') or ''}"
    return _split(named) if named != " " else frozenset()


@lru_cache(4_096)
def _split(named: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _SPLIT.split(named[:1_000]))


def is_unseen(element: Any) -> bool:
    """Whether an element says that it is not shown."""
    get = element.get
    return (
        get("hidden") is not None
        or get("aria-hidden") == "true"
        or _UNSEEN.search(get("style") or "") is not None
    )
