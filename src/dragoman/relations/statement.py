# What a report says outright of how two stand: one value, and the rules that find it.
# Rule 1: a statement is no event. "Its ally Syria" tells of no act, and of a relation.
# Rule 2: which words say so, and what they are worth, stands in almanac/relations/stated.toml.
"""Statements of relation, and the almanac's rules for them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.alphabet.errors import AlmanacError
from dragoman.alphabet.lexfile import ALMANAC, table
from dragoman.alphabet.span import Span
from dragoman.clauses.inflection import bases
from dragoman.entities.actor import Party

FILE = ALMANAC / "relations" / "stated.toml"
SHAPES = ("role", "bond", "side", "made", "under", "verb", "together", "common", "inside")
#: "actual": stands so now. "former": stood so once. The other two as for events.
STATUSES = ("actual", "former", "negated", "possible")
_REMEMBERED = 20_000  #: words whose forms are kept
_FIELDS = frozenset(
    "id shape words described undescribed prepositions sign strength pair body dated aim yes no".split()
)


@dataclass(frozen=True, slots=True)
class Statement:
    """That two actors stand well or ill with each other, said outright."""

    a: Party  #: who bears the word: the ally, the one who is hostile
    b: Party  #: whose ally, hostile to whom
    sign: int  #: 1 friendly, -1 hostile
    strength: float  #: 0 to 10, on the scale of the events' scores
    status: str  #: one of STATUSES
    span: Span  #: from the first to the last of trigger and parties
    trigger: Span  #: the words that say it
    rule: str  #: id of the almanac's rule


@dataclass(frozen=True, slots=True)
class Rule:
    """Some words that say how two stand, as written in the almanac."""

    id: str
    shape: str  #: one of SHAPES
    words: tuple[tuple[str, ...], ...]  #: each a lemma or several in a row
    described: frozenset[str]  #: one of these must describe the word; empty asks for none
    undescribed: frozenset[str]  #: none of these may
    prepositions: frozenset[str]  #: those that lead to the other party
    sign: int
    strength: float
    pair: bool  #: "A and B are enemies" says it of both
    body: bool  #: the other party is an organisation: "NATO member Norway"
    dated: bool  #: it ends: a war of a year long past says nothing of today
    aim: bool  #: what is done in order to do it says it already: "joined forces to counter China"
    yes: tuple[tuple[str, ...], ...]  #: sentence, two codes, status if not actual
    no: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """All rules, and the words that change what they say."""

    rules: tuple[Rule, ...]
    index: dict[str, tuple[tuple[tuple[str, ...], Rule], ...]]  #: last word → words, longest first
    marks: dict[str, frozenset[str]]  #: "former", "possible", "holding", … → lemmas
    # Most words are on no rule; each is asked for once in a run.
    _keys: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, repr=False)

    def keys(self, text: str, lemma: str) -> tuple[str, ...]:
        """The forms of a word that rules end in, the likeliest first."""
        found = self._keys.get((text, lemma))
        if found is None:
            forms = dict.fromkeys((lemma.lower(), text.lower(), *bases(text), *_parts(text)))
            found = tuple(form for form in forms if form in self.index)
            if len(self._keys) < _REMEMBERED:
                self._keys[text, lemma] = found
        return found


def _parts(word: str) -> tuple[str, ...]:
    """ "pro" of "pro-Russian", "ally" of "ex-ally"."""
    head, dash, tail = word.lower().partition("-")
    if not dash:
        return ()
    return (head,) if head in ("pro", "anti") else ((tail,) if head == "ex" else ())


@cache
def load_rules() -> Rules:
    """Read the almanac's rules once.

    Raises: AlmanacError for an unknown field or shape, a missing one, or an id used twice.
    """
    content = table(FILE)
    classes = content.get("classes", {})
    rules = [_rule(FILE, entry, classes) for entry in content.get("rule", [])]
    index: dict[str, list[tuple[tuple[str, ...], Rule]]] = defaultdict(list)
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise AlmanacError(FILE, _line(rule.id), f"id {rule.id!r} is used twice.", "Rename it.")
        seen.add(rule.id)
        for words in rule.words:
            index[words[-1]].append((words, rule))
    ordered = {k: tuple(sorted(v, key=lambda found: -len(found[0]))) for k, v in index.items()}
    marks = {name: frozenset(words) for name, words in content["marks"].items()}
    return Rules(tuple(rules), ordered, marks)


def _rule(path: Path, entry: dict[str, Any], classes: dict[str, list[str]]) -> Rule:
    name = str(entry.get("id", "?"))
    if unknown := set(entry) - _FIELDS:
        found = f"{name} has the unknown field {min(unknown)!r}."
        raise AlmanacError(path, _line(name), found, f"Fields are {', '.join(sorted(_FIELDS))}.")
    if missing := {"id", "shape", "words", "sign", "strength", "yes", "no"} - set(entry):
        found = f"{name} has no field {min(missing)!r}."
        raise AlmanacError(path, _line(name), found, "Add it.")
    if entry["shape"] not in SHAPES:
        found = f"{name} has the shape {entry['shape']!r}."
        raise AlmanacError(path, _line(name), found, f"Shapes are {', '.join(SHAPES)}.")
    if entry["sign"] not in (1, -1) or not 0 < entry["strength"] <= 10:
        found = f"{name} has a sign or strength outside its scale."
        raise AlmanacError(path, _line(name), found, "Sign is 1 or -1, strength up to 10.")

    def spelled(field: str) -> frozenset[str]:
        made: set[str] = set()
        for word in entry.get(field, []):
            if word.startswith("@") and word[1:] not in classes:
                hint = "Define it in [classes]."
                raise AlmanacError(path, _line(name), f"class {word!r} is not defined.", hint)
            made.update(classes[word[1:]] if word.startswith("@") else [word])
        return frozenset(made)

    return Rule(
        id=entry["id"],
        shape=entry["shape"],
        words=tuple(tuple(word.split()) for word in entry["words"]),
        described=spelled("described"),
        undescribed=spelled("undescribed"),
        prepositions=spelled("prepositions"),
        sign=entry["sign"],
        strength=float(entry["strength"]),
        pair=entry.get("pair", True),
        body=entry.get("body", False),
        dated=entry.get("dated", False),
        aim=entry.get("aim", False),
        yes=tuple(tuple(proof) for proof in entry["yes"]),
        no=tuple(entry["no"]),
    )


def _line(name: str) -> int:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return next((n for n, text in enumerate(lines, 1) if f'"{name}"' in text), 1)
