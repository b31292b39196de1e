# Page furniture in plain text, by category. Rule: a line is furniture when the whole of
# it is; a sentence of the story is never removed because it begins like a button. So
# labels must fill their line, a label with a payload needs its colon, and a prompt
# ("Sign up for …") must name what pages offer and must not report anybody's words.
"""Which paragraphs of a text are not its story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, table
from dragoman.alphabet.span import Span
from dragoman.body.captions import known_pairs, names_only, shows_sides
from dragoman.body.credits import TOP, credit_tail, is_byline, is_caption, is_copyright
from dragoman.body.paragraphs import ends_sentence

#: Characters; shorter and longer paragraphs are no furniture.
SHORTEST_FURNITURE, LONGEST_FURNITURE = 2, 400
#: Words of a label; of a headline in a list of links.
LONGEST_LABEL, LONGEST_LINK = 8, 25
#: Menu lines: how many in a row, of how many characters each.
FEWEST_MENU_LINES, LONGEST_MENU_LINE = 4, 40
#: Characters from which a second copy of a paragraph is a copy, and no chance.
SHORTEST_DUPLICATE = 25
#: The same of a paragraph that breaks off.
SHORTEST_TEASER = 40

_DATE_LINE = re.compile(
    r"(?:(?:published|posted|updated|last updated|modified)(?: (?:on|at))?\W{0,3})?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},? )?"
    r"(?:\d{1,2} [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
    r"(?:[ ,|-]*(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,5})?)?"
    r"(?: by (?:[\w.'’-]+ ?){1,4})?",
    re.IGNORECASE,
)
_INLINE_TAIL = re.compile(
    r"(?<=[.!?”\"’])\s{1,20}(?:(?:Look|Read|See) also|Read (?:more|next)|Related(?: \w+)?|READ MORE"
    r"|Source link|Continue reading|Advertisement|Leave a (?:Reply|Comment)"
    r"|ADVERTISEMENT|Share this(?: article| story| post)?|Join the (?:conversation|discussion)"
    r"|Back to top(?: button)?)"
    r"(?:: [^.!?]{1,200}|\W{0,5})$"
    r"|\s?\[(?:…|\.\.\.|\+\d+ chars)\]$"
)
_BAR = re.compile(r"[\w ]{4,20} \| ")
_SITE = re.compile(r" (?:[|–—-]|::|») [^.!?|]{2,40}$")
_BROKEN = re.compile(r" ?(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\[\+\d+ chars\])$")
_EDGE = " \t*•·-–—|»«→>.…:!"


@cache
def _furniture() -> dict[str, re.Pattern[str]]:
    """The lists of ``almanac/body/furniture.toml``, each as one pattern."""
    data = table(ALMANAC / "body" / "furniture.toml")
    made: dict[str, re.Pattern[str]] = {}
    for name in ("link_labels", "buttons", "payloads", "prompts", "sure"):
        joined = "|".join(data[name]).replace("{listed}", data["listed"])
        made[name] = re.compile(joined.replace("{site}", data["site"]), re.IGNORECASE)
    made["story"] = re.compile(rf"\b(?:{data['story']})\b", re.IGNORECASE)
    return made


def classify(text: str, spans: Sequence[Span]) -> list[str | None]:
    """Return for each paragraph its kind of noise, or None where it is story.

    *spans* are the paragraphs of *text*, in order.
    """
    lines = [span.of(text) for span in spans]
    kinds = [_kind(line, i < TOP) for i, line in enumerate(lines)]
    _mark_links(lines, kinds)
    _mark_menus(lines, kinds)
    _mark_names(lines, kinds)
    _mark_duplicates(lines, kinds)
    return kinds


def noisy_tail(paragraph: str) -> tuple[int, str] | None:
    """Return where furniture at the end of a story paragraph begins, and its kind.

    >>> noisy_tail("Iran denied it. Read more: Drones over Kyiv")
    (16, 'boilerplate')
    """
    found = credit_tail(paragraph)
    if found is not None:
        return found
    match = _INLINE_TAIL.search(paragraph, max(0, len(paragraph) - 300))
    if match is None:
        return None
    start = match.end() - len(match.group().lstrip())
    return start, "boilerplate"


def _kind(line: str, near_top: bool) -> str | None:
    """The kind of noise that *line* is by its own words."""
    if len(line) < SHORTEST_FURNITURE:
        return None
    if is_copyright(line):
        return "copyright"
    if is_byline(line, near_top):
        return "byline"
    if is_caption(line):
        return "caption"
    return "boilerplate" if is_furniture(line) else None


def is_furniture(line: str) -> bool:
    """Whether *line* is a label, a button, a prompt or a bare date.

    >>> is_furniture("Read more"), is_furniture("Read more carefully, the treaty binds both.")
    (True, False)
    """
    if len(line) > LONGEST_FURNITURE:
        return False
    known = _furniture()
    bare = line.strip(_EDGE)
    if any(p.fullmatch(bare) for p in (known["buttons"], known["link_labels"], _DATE_LINE)):
        return len(bare.split()) <= LONGEST_LABEL
    label, colon, payload = line.partition("|" if _BAR.match(line) else ":")
    if colon and known["payloads"].fullmatch(label.strip(_EDGE)):
        return len(payload.split()) <= LONGEST_LINK
    return is_prompt(line)


def is_prompt(line: str) -> bool:
    """Whether *line* is what a page offers or asks for, and reports nobody's words."""
    if len(line) > LONGEST_FURNITURE:
        return False
    known = _furniture()
    bare = line.strip(_EDGE)
    if known["sure"].match(bare):
        return True
    return bool(known["prompts"].match(bare)) and not known["story"].search(line)


def _is_link(line: str) -> bool:
    """A headline in a list: short, without a final stop."""
    return not ends_sentence(line) and len(line.split()) <= LONGEST_LINK and not line[:1].islower()


def _mark_links(lines: Sequence[str], kinds: list[str | None]) -> None:
    """Headlines under "Related Articles" belong to other reports."""
    under_label = False
    for i, line in enumerate(lines):
        if kinds[i] == "boilerplate":
            bare = line.strip(_EDGE)
            under_label = _furniture()["link_labels"].fullmatch(bare) is not None
        elif under_label and kinds[i] is None and _is_link(line):
            kinds[i] = "boilerplate"
        elif kinds[i] is None:
            under_label = False


def _mark_menus(lines: Sequence[str], kinds: list[str | None]) -> None:
    """Runs of short lines before the story's first full paragraph or after its last."""
    story = [
        i
        for i, line in enumerate(lines)
        if kinds[i] is None and ends_sentence(line) and line.count(" ") >= 7
    ]
    if not story:
        return
    for first, last, words in ((0, story[0], 3), (story[-1] + 1, len(lines), 6)):
        run: list[int] = []
        for i in range(first, last + 1):
            if i < last and _is_menu_line(lines[i], words):
                run.append(i)
                continue
            if len(run) >= FEWEST_MENU_LINES:
                for j in run:
                    kinds[j] = kinds[j] or "boilerplate"
            run = []


def _mark_names(lines: Sequence[str], kinds: list[str | None]) -> None:
    """Lines that name a person of the story and no more stand under pictures."""
    known = known_pairs(lines)
    for i, line in enumerate(lines):
        if i and kinds[i] is None and (names_only(line, known) or shows_sides(line)):
            kinds[i] = "caption"


def _is_menu_line(line: str, words: int) -> bool:
    """Short, and no sentence."""
    return len(line) <= LONGEST_MENU_LINE and len(line.split()) <= words and not ends_sentence(line)


def _mark_duplicates(lines: Sequence[str], kinds: list[str | None]) -> None:
    """Second and later copies of a paragraph; a copied caption stays a caption.

    A title with the site's name behind it is a copy of the title, and a paragraph that
    breaks off ("… […]") one of the paragraph that does not.
    """
    seen: set[str] = set()
    whole = {key[:SHORTEST_DUPLICATE]: key for key in map(_key, lines) if not _BROKEN.search(key)}
    for i, line in enumerate(lines):
        if len(line) < SHORTEST_DUPLICATE:
            continue
        key, bare = _key(line), _SITE.sub("", _key(line))
        broken = _BROKEN.search(key)
        teaser = key[: broken.start()] if broken else ""
        copied = len(teaser) >= SHORTEST_TEASER and whole.get(
            teaser[:SHORTEST_DUPLICATE], ""
        ).startswith(teaser)
        if kinds[i] is None and (key in seen or (len(bare) >= 25 and bare in seen) or copied):
            kinds[i] = "duplicate"
        seen |= {key, bare}


def _key(line: str) -> str:
    """What two copies of *line* have in common."""
    return " ".join(line.split()).casefold()
