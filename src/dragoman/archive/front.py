# A front page has no story of its own, and what a search for one finds there are the first lines of
# twenty. Rule: a page is taken for one only if nearly all its words stand in cards that lead on: one
# paragraph each, under a heading that is a link to another page; and if it says nothing else of itself.
"""Pages that lead on to stories and hold none."""

from __future__ import annotations

from typing import Any

from dragoman.archive.marked import plain
from dragoman.archive.walk import COUNTED

#: Cards from which a page may be one of them, and the share of letters that stand in them.
FEWEST_CARDS, IN_CARDS = 6, 0.9
_HEADINGS = ("h2", "h3", "h4", "h5")


def is_front(tree: Any) -> bool:
    """Whether a page consists of teasers.

    Args:
        tree: the page, as lxml makes it; it is not changed.
    """
    if any(
        one.get("content") == "article" for one in tree.iterfind(".//meta[@property='og:type']")
    ):
        return False
    sizes: dict[Any, list[int]] = {}
    for element in tree.iter("p"):
        size = len(plain(element))
        if size >= COUNTED:
            sizes.setdefault(element.getparent(), []).append(size)
    cards = [one for one, found in sizes.items() if len(found) == 1 and _leads_on(one)]
    inside = sum(sizes[one][0] for one in cards)
    return len(cards) >= FEWEST_CARDS and inside >= IN_CARDS * sum(map(sum, sizes.values()))


def _leads_on(card: Any) -> bool:
    """Whether a heading right in *card* is a link to another page."""
    links = (link for one in card if one.tag in _HEADINGS for link in one.iter("a"))
    return any((link.get("href") or "#")[:1] != "#" for link in links)
