# Acts that a sentence tells only to those who know that there is a war: "the drones used by its army".
# Rule 1: they stand only where the report's other acts leave one foe; nobody's state is struck by guess.
# Rule 2: a place fought over is not whom its own army fights.
# Rule 3: arms strike for whoever fires them: whoever made or lent them struck nobody.
"""Blows told by the way, and whose they are, in a report of a war."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.alphabet.calendar import MONTHS
from dragoman.clauses.inflection import lemmas
from dragoman.entities.actor import Party
from dragoman.events.belligerents import Belligerents, is_arm, told
from dragoman.events.draft import Draft, Parties
from dragoman.events.senses import Lexicon

#: Senses that tell of an act only amid others.
_AMID = frozenset(
    f"assault.{sense}"
    for sense in "downed-in downed-near downed-over drones-explode fight-in-war launch-drones-in-war launch-in-swarms the-war use-in-war use-in-war-noun war-effort".split()
)
#: Of whose arms are brought down somewhere: no fight by itself tells who holds the place.
DOWNED = frozenset({"assault.downed-in", "assault.downed-near", "assault.downed-over"})
_THE_WAR = frozenset({"assault.the-war", "assault.invasion-noun"})
_BATTLES = frozenset({"assault.battle-for-place-noun"})
_OPERATION = "assault.operation-to-take"
#: Blows that make a war of a clash, and what says which war is meant.
_WAR = 3
_TYING = frozenset({"against", "between", "for", "in", "of", "on", "with"})
#: Help by forces, what it is for, and the sense of their move.
_SAVING = frozenset({"aid.send-to-save", "aid.send-troops-to-help"})
_PROPPING = frozenset({"bolster", "defend", "keep", "prop", "protect", "rescue", "save", "shore"})
_MOVING = "mobilize.send-troops"
_GIVING = frozenset({"AID", "COOPERATE"})


@dataclass(frozen=True)
class InWar:
    """What the war that a report tells of says of acts that name one side of it, or none."""

    fighting: Belligerents
    lent: frozenset[tuple[str, str]]  #: who gives arms or other help, and to whom

    @classmethod
    def of(cls, fighting: Belligerents, acts: Iterable[Draft]) -> InWar:
        """Gather from all acts of a report who helps whom."""
        lent: set[tuple[str, str]] = set()
        for act in acts:
            if act.sense.type in _GIVING:
                givers, takers = _places(act.actor), _places(act.recipient or act.actor)
                lent |= {(giver, taker) for giver in givers for taker in takers - {giver}}
        return cls(fighting, frozenset(lent))

    def explains(self, made: Draft) -> bool:
        """Whether an act may stand: "drones used by its army" are an attack where one foe is known."""
        if made.sense.id not in _AMID:
            return self.fighting.explains(made)
        if made.sense.id in DOWNED and not made.actor:
            return any(p.known for p in made.recipient)
        return len(_places(made.actor)) > 1 if made.reciprocal else made.sides == 2

    def completed(self, made: Draft, beside: Iterable[Draft] = ()) -> Draft:
        """An act with the sides that the war tells, if it leaves one foe only.

        *beside* are the other acts of the sentence.
        """
        made = without_own_place(made)
        if made.sense.id in DOWNED and not _places(made.actor) <= self.fighting.foes.keys():
            # "A jet was brought down near Donetsk": by whom, no place tells.
            made = replace(made, actor=())
        elif made.sense.id in DOWNED:  # "over Gori": whoever holds the city shoots
            made = replace(made, actor=tuple(replace(p, kind="actor") for p in made.actor))
        made = self.fighting.completed(made, beside)
        if made.sense.type != "ASSAULT":
            return made
        if made.sense.id in _THE_WAR and not made.has_known_party:
            return self._the_war(made)
        return self._by_borrower(made)

    def _the_war(self, made: Draft) -> Draft:
        """ "Since the start of the war": the one whose blows the report tells, on whom they fall."""
        sides = self.fighting.only_pair()
        if sides is None or self.fighting.blows < _WAR or not _is_bare(made):
            return made
        one, other = told(made, sides[0]), told(made, sides[1])
        struck = [bool(self.fighting.striking(side)) for side in (one, other)]
        if struck[0] == struck[1]:
            if made.sense.id != "assault.the-war":
                return made  # who invades whom is not told
            return replace(made, actor=(*one, *other), recipient=(), reciprocal=True)
        return replace(
            made, actor=other if struck[0] else one, recipient=one if struck[0] else other
        )

    def _by_borrower(self, made: Draft) -> Draft:
        """Blows with arms of one who only lent them: "North Korean missiles hit Kharkiv"."""
        if len(made.actor) != 1 or made.actor[0].kind != "owner" or not _known(made.recipient):
            return made
        if not is_arm(made.actor[0].text):
            return made
        lender = next(iter(_places(made.actor)), "")
        foes = self.fighting.striking(made.recipient)
        if lender and foes and all((lender, f) in self.lent for f in _places(foes)):
            return replace(made, actor=told(made, foes))
        return made


def folded(drafts: Mapping[int, Draft]) -> dict[int, Draft]:
    """The acts with an operation and what it is to do told once: "an operation to retake the town"."""
    made = dict(drafts)
    for head, act in drafts.items():
        if act.sense.id != _OPERATION:
            continue
        for below in act.frame.slots.get("clause", ()):
            inner = made.pop(below, None)
            if inner is None or inner.reciprocal:
                continue
            # Whose the town is that is retaken is not who is fought; from whom it is taken is.
            whom = inner.recipient if "from" in inner.frame.slots else ()
            actor, whom = made[head].actor or inner.actor, made[head].recipient or whom
            made[head] = replace(made[head], actor=actor, recipient=whom)
    return made


def without_own_place(made: Draft) -> Draft:
    """A battle without the state of the place fought for, unless others than its own army fight for it."""
    if made.sense.id not in _BATTLES or "against" in made.frame.slots:
        return made
    actors = _places(made.actor)
    if actors and not actors & _places(made.recipient):
        return made
    return replace(made, recipient=())


def _is_bare(made: Draft) -> bool:
    """Whether "the war" says of itself nothing but when: not "the war in Yemen", "the war on drugs"."""
    sentence = made.frame.clause.sentence
    if not any(t.text.lower() in ("the", "this") for t in sentence.children(made.head, "det")):
        return False
    after = [t.text for t in sentence.tokens[made.head + 1 : made.head + 3]]
    if len(after) < 2 or after[0].lower() not in _TYING:
        return True
    return after[0].lower() == "in" and (after[1] in MONTHS or after[1][:2] in ("19", "20"))


def sent_to_save(drafts: Mapping[int, Draft], lexicon: Lexicon) -> dict[int, Draft]:
    """Forces sent to keep somebody in power are help for him, and forces on the move all the same."""
    made = dict(drafts)
    for act in drafts.values():
        if act.sense.id not in _SAVING or act.frame.clause.kind != "verb":
            continue
        below = act.frame.slots.get("clause", ())
        tokens = act.frame.clause.sentence.tokens
        if not any(_PROPPING & {*lemmas(tokens[i].text, tokens[i].lemma)} for i in below):
            continue
        for i in below:  # "to prop up the government": the help is told already
            if i in made and made[i].sense.type == "SUPPORT":
                del made[i]
        moved = next((s for s in lexicon.senses if s.id == _MOVING), None)
        forces = next((i for i in act.frame.slots.get("object", ()) if i not in made), None)
        if moved is not None and forces is not None:
            made[forces] = replace(act, sense=moved)
    return made


def _known(parties: Sequence[Party]) -> Parties:
    return tuple(p for p in parties if p.known)


def _places(parties: Sequence[Party]) -> set[str]:
    return {p.country or p.code or "" for p in parties if p.known}
