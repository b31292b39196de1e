# The verb and noun senses of the almanac, checked when read and indexed by lemma.
# Rule 1: a sense says what the act is when it happens; status is read elsewhere.
# Rule 2: the sense that asks for more is tried first; ties keep the files' order.
"""Senses: what a verb or noun says that somebody did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from dragoman.alphabet.errors import AlmanacError
from dragoman.alphabet.lexfile import ALMANAC, rows, table
from dragoman.events.event import QUADS, STATUSES

FOLDER = ALMANAC / "events"
FIELDS = frozenset(
    "id verb noun adjective type mode actor recipient reciprocal where inner needs denied yes no "
    "source".split()
)
#: What an act ends that is still on: kept as actual until that act is done.
STANDING = "standing"
#: Classes of those on whom acts fall.
_BEARING = ("person", "place", "troops", "police", "envoy", "bearer")
_SPECIAL = frozenset(
    "@actor @cooperative @hostile @human @humans @infinitive @obliged @own @person @promised @refused".split()
)


#: What a name stands for, as words of senses: Kherson is a city, Boko Haram an armed group.
NATURES = frozenset(
    {
        "armed group",
        "city",
        "international body",
        "national",
        "naval unit",
        "news outlet",
        "politician",
        "warship",
    }
)
#: Words that a sense asks for, or does without, in one slot.
Words = frozenset[str]
#: How many words a mark stands for, about.
_WIDE = {
    "*": 10_000,
    "@actor": 1_000,
    "@human": 300,
    "@humans": 1_000,
    "@cooperative": 500,
    "@hostile": 500,
}
#: What a sense asks for that is no slot of a frame: all words below its predicate.
ALL_WORDS = "words"
#: Likewise: all words of its sentence.
IN_SENTENCE = "sentence"
#: What is asked of a sentence and not of a slot.
LOOSE = frozenset({ALL_WORDS, IN_SENTENCE})


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of some lemmas, as written in the almanac."""

    id: str
    kind: str  #: verb noun adjective
    lemmas: tuple[str, ...]
    type: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool
    where: tuple[tuple[str, Words, Words], ...]  #: slot, wanted, unwanted words
    inner: tuple[tuple[str, str], ...]  #: slot, status
    needs: str | None
    yes: tuple[tuple[str, str, str], ...]
    no: tuple[str, ...]
    denied: bool = False  #: the predicate with its "not" is the act: "will not bow to threats"
    asked: frozenset[str] = field(init=False)  #: slots that cannot be empty

    def __post_init__(self) -> None:
        asked = frozenset(slot for slot, wanted, _ in self.where if wanted and slot not in LOOSE)
        object.__setattr__(self, "asked", asked)

    @property
    def demands(self) -> int:
        """How many slots it asks for: senses of one lemma that ask for more are tried first."""
        return sum(bool(wanted) for _, wanted, _ in self.where)

    @property
    def breadth(self) -> int:
        """How many words would do: among senses that ask alike, the narrow one is tried first."""
        return sum(_breadth(wanted) for _, wanted, _ in self.where)


@dataclass(frozen=True)
class Lexicon:
    """All senses, and the words that carry or govern them."""

    senses: tuple[Sense, ...]
    index: dict[tuple[str, str], tuple[Sense, ...]]  #: (kind, lemma) → senses, most demanding first
    light: frozenset[str]
    governors: dict[str, dict[str, str]]  #: kind → lemma → status
    bearers: frozenset[str] = frozenset()  #: lemmas of those on whom acts fall
    spending: frozenset[str] = frozenset()  #: verbs that let a weapon go
    spent: frozenset[str] = frozenset()  #: those weapons
    errands: frozenset[str] = frozenset()  #: verbs of help that whoever is sent to it brings

    @cached_property
    def _lists(self) -> dict[str, frozenset[Words]]:
        made: dict[str, set[Words]] = defaultdict(set)
        asked = {words for sense in self.senses for _, *both in sense.where for words in both}
        for words in asked | {words - _SPECIAL for words in asked}:
            for word in words:
                made[word].add(words)
        return {word: frozenset(lists) for word, lists in made.items()}

    def lists_of(self, words: Iterable[str]) -> frozenset[Words]:
        """All lists, of words wanted or unwanted, on which one of *words* stands.

        A phrase is looked up once, and then asked for by every sense of its verb.
        """
        known = self._lists
        return frozenset().union(*(known[word] for word in words if word in known))

    @cached_property
    def listed(self) -> dict[str, frozenset[str]]:
        """Kind → lemmas that an entry is, begins with or ends in: most clauses have none of these."""
        made: dict[str, set[str]] = defaultdict(set)
        for kind, name in self.index:
            words = name.split(" ")
            made[kind] |= {" ".join(words[k:]) for k in range(len(words))}
            made[kind] |= {" ".join(words[:k]) for k in range(1, len(words))}
        return {kind: frozenset(made[kind]) for kind in ("verb", "noun", "adjective")}

    @cached_property
    def natures(self) -> frozenset[Words]:
        """The lists that ask what a name stands for."""
        return self.lists_of(NATURES)


@cache
def load_lexicon() -> Lexicon:
    """Read the almanac's senses once.

    Raises: AlmanacError for an unknown field, type, class or status, or an id used twice.
    """
    shared = table(FOLDER / "classes.toml").get("classes", {})
    senses: list[Sense] = []
    seen: set[str] = set()
    for path in sorted(FOLDER.glob("*.toml")):
        if path.stem in ("classes", "contexts", "governors", "light"):
            continue
        content = table(path)
        classes = {**shared, **content.get("classes", {})}
        for entry in content.get("sense", []):
            sense = _sense(path, entry, classes)
            if sense.id in seen:
                raise _fault(path, entry, f"id {sense.id!r} is used twice.", "Choose another.")
            seen.add(sense.id)
            senses.append(sense)
    # Sorted once, before they part: a sense stands under a dozen lemmas.
    index: dict[tuple[str, str], list[Sense]] = defaultdict(list)
    for sense in sorted(senses, key=lambda s: (-s.demands, s.breadth)):
        for lemma in sense.lemmas:
            index[sense.kind, lemma].append(sense)
    ordered = {k: tuple(v) for k, v in index.items()}
    light = frozenset(table(FOLDER / "light.toml")["light"]["verbs"])
    bearers = frozenset(word for name in _BEARING for word in shared.get(name, ()))
    governing = table(FOLDER / "governors.toml")
    spent = governing.pop("spent")
    return Lexicon(
        senses=tuple(senses),
        index=ordered,
        light=light,
        governors=_governors(governing),
        bearers=bearers,
        spending=frozenset(spent["verb"]),
        spent=frozenset(spent["object"]),
        errands=frozenset(spent["errand"]),
    )


def _governors(governing: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, str]]:
    made: dict[str, dict[str, str]] = {"verb": {}, "noun": {}, "adjective": {}}
    for status, kinds in governing.items():
        for kind, lemmas in kinds.items():
            made[kind] |= dict.fromkeys(lemmas, status)
    return made


def _sense(path: Path, entry: dict[str, Any], classes: dict[str, list[str]]) -> Sense:
    if unknown := set(entry) - FIELDS:
        raise _fault(
            path, entry, f"has the unknown field {sorted(unknown)[0]!r}.", "See README.md."
        )
    kinds = [kind for kind in ("verb", "noun", "adjective") if kind in entry]
    if len(kinds) != 1 or "id" not in entry:
        raise _fault(path, entry, "is not one of verb, noun, adjective.", "Name one, and an id.")
    if entry.get("type") not in QUADS:
        raise _fault(path, entry, f"type is {entry.get('type')!r}.", "Write a PLOVER type.")
    where = tuple(
        (slot, *_words(path, entry, words, classes))
        for slot, words in entry.get("where", {}).items()
    )
    inner = tuple(entry.get("inner", {}).items())
    if any(status not in (*STATUSES, STANDING) for _, status in inner):
        raise _fault(path, entry, "has an unknown status in inner.", f"Use {', '.join(STATUSES)}.")
    return Sense(
        id=entry["id"],
        kind=kinds[0],
        lemmas=tuple(entry[kinds[0]]),
        type=entry["type"],
        mode=entry.get("mode"),
        actor=tuple(entry.get("actor", ["subject"])),
        recipient=tuple(entry.get("recipient", ["object"])),
        reciprocal=entry.get("reciprocal", False),
        where=where,
        inner=inner,
        needs=entry.get("needs"),
        yes=tuple((y[0], y[1], y[2]) for y in entry.get("yes", [])),
        no=tuple(entry.get("no", [])),
        denied=entry.get("denied", False),
    )


def _words(
    path: Path, entry: dict[str, Any], words: list[str], classes: dict[str, list[str]]
) -> tuple[Words, Words]:
    """Spell out classes; part wanted from unwanted words."""
    wanted: set[str] = set()
    unwanted: set[str] = set()
    for word in words:
        side = unwanted if word.startswith("!") else wanted
        name = word.removeprefix("!")
        if not name.startswith("@") or name in _SPECIAL:
            side.add(name)
        elif name[1:] in classes:
            side.update(classes[name[1:]])
        else:
            raise _fault(path, entry, f"class {name!r} is not defined.", "Define it in [classes].")
    return _one(frozenset(wanted)), _one(frozenset(unwanted))


@cache
def _breadth(wanted: Words) -> int:
    return len(wanted) + sum(_WIDE[word] - 1 for word in wanted & _WIDE.keys())


@cache
def _one(words: Words) -> Words:
    """The same list for all senses that ask alike: found among others without comparing words."""
    return words


def _fault(path: Path, entry: dict[str, Any], found: str, hint: str) -> AlmanacError:
    name = str(entry.get("id", "?"))
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next((n for n, text in enumerate(lines, 1) if f'"{name}"' in text), 1)
    return AlmanacError(path, line, f"{name} {found}", hint)


@cache
def load_scores() -> dict[tuple[str, str], float]:
    """PLOVER's score of each type and mode; the mode-free value stands under mode "".

    Raises: AlmanacError if a score is no number.
    """
    path = ALMANAC / "relations" / "scores.csv"
    made = {}
    for line, row in rows(path, ("type", "mode", "score")):
        try:
            made[row["type"], row["mode"]] = float(row["score"])
        except ValueError as error:
            raise AlmanacError(
                path, line, f"score is {row['score']!r}.", "Write a number."
            ) from error
    return made


@cache
def load_crosswalk() -> dict[str, str]:
    """Sense → the type that pair data coded by the crosswalk of 2021 give it, where PLOVER 2.0 differs.

    Raises: AlmanacError if a type is none of PLOVER's.
    """
    path = FOLDER / "crosswalk.csv"
    made = {}
    for line, row in rows(path, ("rule", "type", "cameo")):
        if row["type"] not in QUADS:
            raise AlmanacError(path, line, f"type is {row['type']!r}.", "Write a PLOVER type.")
        made[row["rule"]] = row["type"]
    return made


def score_of(type_: str, mode: str | None) -> float:
    """The score of an event, -10 to 10; a mode without one takes its type's."""
    scores = load_scores()
    return scores.get((type_, mode or ""), scores[type_, ""])
