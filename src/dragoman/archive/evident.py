# A page is laid out by a program, and most programs leave no doubt where the story is. Rules:
# 1. The story's paragraphs are <p> elements, and one element holds nine tenths of their letters
#    outside of what is marked as furniture (advertisements, captions, comments, forms …).
# 2. Where paragraphs have wrappers of their own, the wrappers are alike: parts of one story.
# 3. All that stands in this element is known: `walk`.
# 4. There is little long text on the page that stands in no paragraph.
# Where one of them fails, nothing is said: `None` means "look closer", never "there is no story".
"""The story of a page whose markup leaves no doubt about it, found in one pass."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from dragoman.archive.marked import ROLES, is_furniture, is_linked, is_unseen, plain, words
from dragoman.archive.walk import (
    COUNTED,
    DEEPEST,
    INLINE,
    SHORTEST,
    SILENT,
    DoubtError,
    Walk,
    lines_of,
)

#: Share of the letters of all paragraphs that stand in the story's element, at least; and what
#: long text in no paragraph may come to beside them.
ONE_PLACE, MOST_LOOSE = 0.9, 0.33
#: Characters that make such text long.
LOOSE = 120
#: Elements that have paragraphs, above which a page is no article's.
MOST_GROUPS = 1_000
#: Elements whose lines may be paragraphs, and lines from which they are.
_BROKEN, FEWEST_LINES = frozenset(("div", "article", "section", "td", "span")), 3
#: Elements in which no paragraph is one of a story.
_NEVER = frozenset("aside nav footer figure noscript template".split())
#: Words of furniture under which a story never stands; the others name wrappers of whole pages, too.
_ELSEWHERE = frozenset(
    "comment comments disqus cookie cookies consent gdpr related recommended teasers promo".split()
)
#: What stands between a headline and its story and says it once more.
_SUMMARIES = frozenset("summary standfirst dek deck subtitle subheading excerpt intro".split())
#: Where paragraphs stand.
_INSIDE, _OUTSIDE, _MARKED = range(3)


def story_in(tree: Any) -> str | None:
    """Return the story of a page, a blank line between paragraphs; None if there is any doubt.

    Args:
        tree: the page, as lxml makes it; it is not changed.
    """
    tree = _own(tree)
    try:
        groups = _groups(tree, "p")
        if not groups:  # some programs put no paragraphs in their pages
            return _unparagraphed(tree)
        walk = _walk(groups)
        text = walk.text()
        return text if _loose_letters(tree) <= MOST_LOOSE * walk.kept else None
    except (DoubtError, RecursionError):
        return None


def _own(tree: Any) -> Any:
    """The article that a page is called after, where others follow it; else the page."""
    titled = [(one, list(one.iter("h1"))) for one in tree.iter("article")]
    titled = [(one, headlines) for one, headlines in titled if headlines]
    if len(titled) < 2:
        return tree
    name = " ".join(tree.findtext(".//title", "").split())
    own = [
        one
        for one, headlines in titled
        if len(headlines) == 1 and name.startswith(" ".join(plain(headlines[0]).split()) or "\0")
    ]
    return own[0] if len(own) == 1 else tree


def _walk(groups: dict[Any, dict[Any, int]]) -> Walk:
    counted = {one: size for group in groups.values() for one, size in group.items()}
    return Walk(_place(groups), counted)


def _unparagraphed(tree: Any) -> str | None:
    """The story of a page without paragraphs: each is a division, or ends with a break.

    Where there is much of both, one may be the story and the other what readers wrote of it.

    Raises: DoubtError.
    """
    groups = _groups(tree, "div")
    runs = {one: _said(one) for one in {br.getparent() for br in tree.iter("br")}}
    divided = sum(sum(group.values()) for group in groups.values())
    broken = sum(runs.values())
    if broken <= MOST_LOOSE * divided:
        return _in_divisions(tree, groups)
    return _between_breaks(tree, runs) if divided <= MOST_LOOSE * broken else None


def _in_divisions(tree: Any, groups: dict[Any, dict[Any, int]]) -> str | None:
    """The story of a page each of whose paragraphs is a division; these are named alike."""
    walk = _walk(groups)
    named = {one.get("class") for one in walk.counted if one.getparent() is walk.place}
    text = walk.text()
    loose = _loose_letters(tree) - walk.kept
    return text if len(named) == 1 and loose <= MOST_LOOSE * walk.kept else None


def _between_breaks(tree: Any, runs: dict[Any, int]) -> str | None:
    """The story of a page whose paragraphs stand in one element, with breaks between them."""
    place = max(runs, key=runs.__getitem__)
    if runs[place] < max(SHORTEST, ONE_PLACE * sum(runs.values())) or place.tag not in _BROKEN:
        return None
    if any(_is_elsewhere(one) or one.tag in _NEVER for one in (place, *place.iterancestors())):
        return None
    lines = lines_of(place)
    alike = len(lines) < FEWEST_LINES or len(set(lines)) < len(lines)
    loose = _loose_letters(tree)
    return None if alike or loose > (1 + MOST_LOOSE) * runs[place] else "\n\n".join(lines)


def _said(element: Any) -> int:
    """Letters that stand in an element by themselves."""
    return len(element.text or "") + sum(len(child.tail or "") for child in element)


def _loose_letters(tree: Any) -> int:
    """Letters of long text that stands in no paragraph."""
    return sum(len(" ".join(run.split())) for run in _loose()(tree))


def _groups(tree: Any, tag: str) -> dict[Any, dict[Any, int]]:
    """The paragraphs that count, with their sizes, by the element that each is a child of.

    Paragraphs are the elements of one *tag*; where it is not made for them, those in which
    nothing but words stands, and no long part of them in links.
    """
    groups: dict[Any, dict[Any, int]] = {}
    for element in tree.iter(tag):
        if tag != "p" and not _is_plain(element):
            continue
        size = len(plain(element))
        if size >= COUNTED:
            groups.setdefault(element.getparent(), {})[element] = size
    return {
        parent: group
        for parent, group in groups.items()
        if parent.tag not in _NEVER
        and not any(above.tag in _NEVER for above in parent.iterancestors())
    }


def _is_plain(element: Any) -> bool:
    """Whether an element holds words, and words marked for their looks, alone."""
    return (
        bool(element.text)
        and not element.text.isspace()
        and all(one.tag in INLINE for one in element)
        and not is_linked(element, 0.5)
    )


def _place(groups: dict[Any, dict[Any, int]]) -> Any:
    """The element that holds the story.

    Raises: DoubtError if it is not one.
    """
    sizes = {parent: sum(group.values()) for parent, group in groups.items()}
    if not 0 < len(sizes) <= MOST_GROUPS:
        raise DoubtError
    largest = place = max(sizes, key=sizes.__getitem__)
    for _ in range(DEEPEST):
        above = set(place.iterancestors())
        stands = {parent: _stands(parent, place, above) for parent in sizes}
        inside = {parent: size for parent, size in sizes.items() if stands[parent] == _INSIDE}
        total = sum(size for parent, size in sizes.items() if stands[parent] != _MARKED)
        if sum(inside.values()) >= ONE_PLACE * total:
            break
        place = place.getparent()
        if place is None or place.tag in ("body", "html"):
            raise DoubtError
    else:
        raise DoubtError
    wrapped = _wrapping(largest, place)
    alike = sum(size for parent, size in inside.items() if _wrapping(parent, place) == wrapped)
    outside = [one for parent in sizes if stands[parent] == _OUTSIDE for one in groups[parent]]
    if (
        alike < ONE_PLACE * total
        or any(_is_elsewhere(element) for element in (place, *above))
        or _opens(outside, place)
    ):
        raise DoubtError
    return place


def _stands(parent: Any, place: Any, above: set[Any]) -> int:
    """Whether *parent* is in *place*, outside of it, or marked as furniture."""
    marked = False
    element = parent
    while element is not None and element not in above:
        if element is place:
            break
        marked = marked or is_furniture(element) or is_unseen(element)
        element = element.getparent()
    return _MARKED if marked else _INSIDE if element is place else _OUTSIDE


def _wrapping(parent: Any, place: Any) -> list[tuple[str, frozenset[str]]]:
    """What stands between *parent*'s paragraphs and *place*."""
    found = []
    while parent is not place:
        found.append((parent.tag, words(parent)))
        parent = parent.getparent()
    return found


def _opens(paragraphs: list[Any], place: Any) -> bool:
    """Whether paragraphs outside of *place* may be the story's first: below the headline."""
    first = [one for one in paragraphs if not (_is_summary(one) or _is_summary(one.getparent()))]
    if not first:
        return False
    page = place.getroottree()
    order = {element: n for n, element in enumerate(page.iter("h1", "p", place.tag))}
    headline = min((order[one] for one in page.iter("h1")), default=-1)
    return any(headline < order[one] < order[place] for one in first)


def _is_summary(element: Any) -> bool:
    return bool(words(element) & _SUMMARIES)


def _is_elsewhere(element: Any) -> bool:
    """Whether no story stands under an element."""
    if element.tag in ("body", "html", "table", "form"):
        return False
    return (
        element.tag in SILENT
        or bool(words(element) & _ELSEWHERE)
        or element.get("role") in ROLES
        or is_unseen(element)
    )


@cache
def _loose() -> Callable[[Any], list[str]]:
    """Finds long text that stands in a block by itself, or behind a break, and in no paragraph."""
    from lxml.etree import XPath

    long = f"string-length(.) > {LOOSE}"
    path = f".//div/text()[{long}] | .//br/following-sibling::node()[1][self::text()][{long}][not(ancestor::p)]"
    found: Callable[[Any], list[str]] = XPath(path, smart_strings=False)
    return found
