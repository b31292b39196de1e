# What a sentence leaves out because the report has just said it: "Iran denies supplying the drones".
# Rule 1: "the drones", "such weapons" are those told of last, of the same kind, between the same
#   known side and one other; that other is meant.
# Rule 2: who gives more of the same, without a word to whom, gives to the one recipient whom the
#   last two sentences name: "Chad asked Turkey for tanks. Egypt sent ten."
# Rule 3: "exports", "deliveries" without a good are of the one class of goods that the words
#   around them name. Where two could be meant, nothing is told.
"""Complete the passings of a report from those before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence
from dragoman.clauses.inflection import bases
from dragoman.evidence.passing import Passing

_BACK = 6  #: sentences in which "the drones" looks for those told of
_NEAR = 2  #: sentences in which a recipient is still meant
_CLASSES = ("arms", "energy", "technology", "humanitarian")
#: What kind help and equipment are of.
_QUALITIES = frozenset({"humanitarian", "lethal", "medical", "military"})
#: Goods in some sentences, and something else in most.
_AMBIGUOUS = frozenset(
    "arm body convoy data defence defense mine power round shelter water".split()
)
#: Words for goods of many kinds.
_GENERAL = frozenset(
    "weapon arm weaponry arms aid assistance help support supply equipment shipment delivery goods "
    "consignment cargo system load package hardware materiel munition".split()
)


@dataclass
class Memory:
    """The passings told so far in one report."""

    items: Mapping[str, str]  #: class of a good by its lemma
    _told: list[tuple[int, Passing]] = field(default_factory=list)  #: number of the sentence
    _before: list[Sentence] = field(default_factory=list)

    def whole(self, sentence: Sentence, passings: Sequence[Passing]) -> Iterator[Passing]:
        """Yield those of the next sentence that are whole, or become so."""
        number = len(self._before)
        self._before.append(sentence)
        for passing in _joined(passings):
            vague = not passing.kind or (passing.kind == "other" and _is_general(passing))
            made = self._named(passing) if vague else passing
            made = self._taken_up(number, made) if made.taken_up else made
            if not made.is_whole:
                made = self._more_of_it(number, made)
            if made.is_whole:
                self._told.append((number, made))
                yield made

    def _classes(self, sentence: Sentence) -> frozenset[str]:
        """The classes of goods that a sentence names."""
        words = [t for t in sentence.tokens if t.pos == "NOUN" or t.text.lower() in _QUALITIES]
        forms = (f for t in words for f in bases(t.text) if f not in _AMBIGUOUS)
        found = {self.items[f] for f in forms if f in self.items}
        return frozenset(found) & frozenset(_CLASSES)

    def _named(self, passing: Passing) -> Passing:
        """With the class of goods that this sentence names, or the nearest one before it."""
        for sentence in reversed(self._before[-1 - _NEAR :]):
            if kinds := self._classes(sentence):
                return replace(passing, kind=next(iter(kinds))) if len(kinds) == 1 else passing
        return passing

    def _taken_up(self, number: int, passing: Passing) -> Passing:
        """ "The drones": between whom they passed, and of which class "the equipment" was."""
        general = _is_general(passing)
        for at, told in reversed(self._told):
            if number - at > _BACK:
                break
            alike = told.kind == passing.kind or (general and passing.kind in ("", "other"))
            if not alike or not (general or _same_word(told, passing)):
                continue
            sides = ((told.supplier, passing.supplier), (told.recipient, passing.recipient))
            if all(mine is None or _place(mine) == _place(theirs) for theirs, mine in sides):
                supplier, recipient = (mine or theirs for theirs, mine in sides)
                if passing.supplier or passing.recipient:
                    return replace(passing.between(supplier, recipient), kind=told.kind)
        return passing

    def _more_of_it(self, number: int, passing: Passing) -> Passing:
        """ "Egypt sent ten": to the one recipient of such goods in the sentences just before."""
        if passing.recipient is not None or passing.supplier is None or passing.taken_up:
            return passing
        near = [
            t.recipient
            for at, t in self._told
            if number - at <= _NEAR and t.kind == passing.kind and t.recipient
        ]
        places = {_place(code) for code in near}
        if len(places) != 1 or _place(passing.supplier) in places:
            return passing
        return passing.between(passing.supplier, near[-1])


def _joined(passings: Sequence[Passing]) -> list[Passing]:
    """Two halves told of one good are one: "missiles bought from Iran arrived in Syria"."""
    made: list[Passing] = []
    for passing in passings:
        for k, other in enumerate(made):
            same = other.good == passing.good and other.kind == passing.kind
            halves = bool(other.supplier) + bool(other.recipient) == 1
            if same and halves and bool(other.supplier) != bool(passing.supplier):
                sides = passing.supplier or other.supplier, passing.recipient or other.recipient
                if _place(sides[0]) != _place(sides[1]):
                    span = Span(
                        min(other.span.start, passing.span.start),
                        max(other.span.end, passing.span.end),
                    )
                    made[k] = replace(passing.between(*sides), span=span)
                break
        else:
            made.append(passing)
    return made


def _is_general(passing: Passing) -> bool:
    return any(form in _GENERAL for form in bases(passing.item))


def _same_word(one: Passing, other: Passing) -> bool:
    return bool(set(bases(one.item)) & set(bases(other.item)))


def _place(code: str | None) -> str:
    return (code or "").partition("-")[0]
