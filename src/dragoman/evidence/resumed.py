# What a sentence leaves out because the report has just said it: "Iran denies supplying the drones".
# Rule 1: "the drones", "such weapons" are those told of last, of the same kind, between the same
#   known side and one other; that other is meant.
# Rule 2: who gives more of the same, without a word to whom, gives to the one recipient whom the
#   last two sentences name: "Chad asked Turkey for tanks. Egypt sent ten." Who takes more of it
#   takes it from the one of whom this sentence or the last says that he gives him such.
# Rule 3: "exports", "deliveries" without a good are of the one class of goods that the words
#   around them name. Where two could be meant, nothing is told.
"""Complete the passings of a report from those before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
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


def _nobody(_: Sentence) -> frozenset[str]:
    return frozenset()


@dataclass
class Memory:
    """The passings told so far in one report."""

    items: Mapping[str, str]  #: class of a good by its lemma
    named: Callable[[Sentence], frozenset[str]] = _nobody  #: the states that a sentence names
    _told: list[tuple[int, Passing]] = field(default_factory=list)  #: number of the sentence
    _before: list[Sentence] = field(default_factory=list)

    def whole(self, sentence: Sentence, passings: Sequence[Passing]) -> Iterator[Passing]:
        """Yield those of the next sentence that are whole, or become so."""
        number = len(self._before)
        self._before.append(sentence)
        givers = frozenset(_place(p.supplier) for p in passings)
        others = self.named(sentence) - givers  # one of them may be meant
        for passing in _joined(passings):
            vague = not passing.kind or (passing.kind == "other" and _is_general(passing))
            made = self._named(passing) if vague else passing
            made = self._taken_up(number, made) if made.taken_up else made
            if not made.is_whole:
                made = self._more_of_it(number, made, others)
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
        last = len(self._before) - 1
        for back, sentence in enumerate(reversed(self._before[-1 - _NEAR :])):
            if kinds := self._classes(sentence):
                # "Chad cut off the gas. Mali suspended all aid": those goods were another's.
                told = {_place(t.supplier) for at, t in self._told if at == last - back}
                if back and told and _place(passing.supplier) not in told:
                    return passing
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

    def _more_of_it(self, number: int, passing: Passing, others: frozenset[str]) -> Passing:
        """ "Egypt sent ten": to the one recipient of such goods in the sentences just before."""
        if passing.supplier is None:
            return self._from_the_same(number, passing)
        if passing.recipient is not None or passing.taken_up:
            return passing
        near = [
            t.recipient
            for at, t in self._told
            if number - at <= _NEAR and t.kind == passing.kind and t.recipient
        ]
        places = {_place(code) for code in near}
        if len(places) != 1 or _place(passing.supplier) in places or others - places:
            return passing
        return passing.between(passing.supplier, near[-1])

    def _from_the_same(self, number: int, passing: Passing) -> Passing:
        """ "It has taken delivery of ten": from the one of whom it is just told that he gives such."""
        near = [
            t.supplier
            for at, t in self._told
            if number - at <= 1 and t.kind == passing.kind and t.supplier
            and _place(t.recipient) == _place(passing.recipient)
        ]  # fmt: skip
        places = {_place(code) for code in near}
        if len(places) != 1 or passing.recipient is None:
            return passing
        return passing.between(near[-1], passing.recipient)


def _joined(passings: Sequence[Passing]) -> list[Passing]:
    """Two halves told of one good are one: "missiles bought from Iran arrived in Syria"."""
    made: list[Passing] = []
    for passing in passings:
        halves = [k for k, other in enumerate(made) if _are_halves(other, passing)]
        whole = [k for k, other in enumerate(made) if _is_joined(other, passing)]
        same = [k for k in whole if passing.supplier in (None, made[k].supplier)]
        if halves:
            made[halves[0]] = _join(made[halves[0]], passing)
        elif same:
            if passing.is_told and passing.supplier:  # "to receive aid such as is provided by Chad"
                made[same[0]] = replace(made[same[0]], status=passing.status)
        elif whole:  # "provided by Chad and Mali": the second of two who give
            made.append(_join(made[whole[0]], passing))
        else:
            made.append(passing)
    return made


def _are_halves(one: Passing, other: Passing) -> bool:
    """Whether of one good the one tells who gives and the other who takes."""
    same = one.good == other.good and one.kind == other.kind
    half = bool(one.supplier) + bool(one.recipient) == 1
    return same and half and bool(one.supplier) != bool(other.supplier)


def _is_joined(one: Passing, other: Passing) -> bool:
    """Whether *other* tells a half of a good of which both sides are told."""
    same = one.good == other.good and one.kind == other.kind and one.is_whole
    return same and bool(other.supplier) + bool(other.recipient) == 1


def _join(one: Passing, other: Passing) -> Passing:
    """Both halves as one; *other*'s own sides where it has them."""
    sides = other.supplier or one.supplier, other.recipient or one.recipient
    if _place(sides[0]) == _place(sides[1]):
        return one
    span = Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end))
    return replace(other.between(*sides), span=span)


def _is_general(passing: Passing) -> bool:
    return any(form in _GENERAL for form in bases(passing.item))


def _same_word(one: Passing, other: Passing) -> bool:
    return bool(set(bases(one.item)) & set(bases(other.item)))


def _place(code: str | None) -> str:
    return (code or "").partition("-")[0]
