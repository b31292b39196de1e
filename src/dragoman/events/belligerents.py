# Who fights whom in a report, for blows of which a sentence names one side: "Kherson was shelled overnight".
# Rule 1: this comes last: it changes no party that a sentence names, and makes no act of its own.
# Rule 2: only where the report's own words leave one foe: a state that two have attacked, or a shot fired
#   by somebody named without a code, stays as it is.
# Rule 3: what is done by hand, in secret or to one's own (guns, knives, kidnapping, tear gas) is not the
#   war's: whoever shells a town need not have murdered its mayor.
"""The other side of blows struck in a war that the report tells of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.entities.actor import APART, SPEAKER, Party
from dragoman.events.draft import Draft, Parties
from dragoman.events.foes import is_foe, is_victim

#: Ways of fighting that armies have.
_OF_WAR = frozenset({None, "aerial", "destroy", "drone", "explosives", "heavy-weapons"})
_ARMS = frozenset(
    "aircraft ammunition artillery bomb drone jet missile munition rocket shell tank uav warplane weapon".split()
)
_FORCES = frozenset({"MIL", "REB", "UAF", "PRM"})
_ARMED = _FORCES | {None, "GOV"}
#: What is told as a crime, whoever stands at war.
_CRIMES = frozenset({"assault.massacre", "assault.massacre-noun"})

#: What the two who fight do, and not what is deplored or blamed on one of them ("the bloodshed").
_FIGHTING = frozenset(
    {"battle", "clash", "combat", "engagement", "fighting", "hostilities", "skirmish"}
)
#: Soldiers are taken in war, civilians by kidnappers.
_CAPTURES = frozenset({"assault.capture-combatants", "assault.take-prisoner"})
#: Deaths that are an attack's only where a report tells of fighting, and how often it must.
_LOSSES = frozenset({"assault.lost-in-war", "assault.die-in-war", "assault.lose-lives-in-war"})
_ENOUGH = 2
_CONQUESTS = frozenset({"coerce.seizure-noun", "coerce.take-territory"})


def _place(party: Party) -> str | None:
    """Where a side stands: whoever fights a state's rebels has not struck the state."""
    return party.code if party.code and party.code.endswith(APART) else party.country or party.code


@dataclass(frozen=True)
class Belligerents:
    """Whom the acts of a report show fighting whom."""

    foes: dict[str, tuple[Parties, ...]]  #: place → whom it strikes or is struck by, by act
    fighters: frozenset[str]  #: places whose forces strike, or are struck themselves
    blows: int  #: attacks with the weapons of war that have happened
    struck_by: dict[
        str, tuple[Parties, ...]
    ]  #: place → who strikes it with arms of his own, by act

    @classmethod
    def of(cls, acts: Iterable[Draft]) -> Belligerents:
        """Gather them from the attacks that have happened."""
        foes: dict[str, list[Parties]] = {}
        fighters: set[str] = set()
        struck_by: dict[str, list[Parties]] = {}
        blows = 0
        for act in acts:
            blows += _is_blow(act)
            one, other = _sides(act) if _is_of_war(act) else ((), ())
            armed = (p for p in other if p.sector in _FORCES)
            fighters |= {place for p in (*one, *armed) if (place := _place(p))}
            for side, against in ((one, other), (other, one)):
                for place in filter(None, map(_place, side)):
                    foes.setdefault(place, []).append(against)
            if not act.reciprocal and not _is_of_arms(one):
                for place in filter(None, map(_place, other)):
                    struck_by.setdefault(place, []).append(one)
        every = {place: tuple(found) for place, found in foes.items()}
        blamed = {place: tuple(found) for place, found in struck_by.items()}
        return cls(every, frozenset(fighters), blows, blamed)

    def explains(self, made: Draft) -> bool:
        """Whether an act may stand: "nine villagers were killed" is an attack only amid others."""
        return made.sense.id not in _LOSSES or made.sides == 2 or self.blows >= _ENOUGH

    def only_pair(self) -> tuple[Parties, Parties] | None:
        """The two who fight in this report, if there are two only."""
        pair = [_one_of(found) for found in reversed(self.foes.values())]
        return (pair[0], pair[1]) if len(pair) == 2 and all(pair) else None

    def striking(self, struck: Parties) -> Parties:
        """Who strikes all of *struck* with arms of his own, if it is always the same."""
        return _one(struck, self.struck_by)

    def completed(self, made: Draft, beside: Iterable[Draft] = ()) -> Draft:
        """An attack with the side that its sentence leaves out, if the report leaves one only.

        *beside* are the other acts of the sentence: "the clash began when Chad shelled Mali" names
        no fight besides the shelling.
        """
        if not _is_of_war(made) or (made.reciprocal and any(_is_whole(act) for act in beside)):
            return made
        actor = tuple(p for p in made.actor if p.known)
        recipient = tuple(p for p in made.recipient if p.known)
        if any(p.code == SPEAKER for p in (*actor, *recipient)):
            return made
        if made.reciprocal:
            return self._both(made, actor)
        if recipient and not actor and all(is_foe(p.text) for p in made.actor):
            doers = _one(recipient, self.foes)
            if not all(_place(p) in self.fighters for p in doers):
                return made  # "bombed positions in Iraq": whoever strikes back need not be Iraq
            return replace(made, actor=told(made, doers)) if doers else made
        if actor and not recipient and all(is_victim(p.text) for p in made.recipient):
            if all(p.kind == "actor" and p.sector in _ARMED for p in actor):
                others = _one(actor, self.foes)
                return replace(made, recipient=told(made, others)) if others else made
        return made

    def _both(self, made: Draft, known: Parties) -> Draft:
        """ "The fighting", "clashes": of the two who fight in this report."""
        if len(known) == 1 and len(made.actor) == 1:
            others = _one(known, self.foes)
            return replace(made, actor=(*known, *told(made, others))) if others else made
        if not made.actor and made.frame.lemma in _FIGHTING and (pair := self.only_pair()):
            return replace(made, actor=tuple(p for side in pair for p in told(made, side)))
        return made


def _is_of_war(made: Draft) -> bool:
    sense = made.sense
    if sense.type != "ASSAULT" or sense.id in _CRIMES:
        return False
    return sense.mode in _OF_WAR or sense.id in _CAPTURES


def _is_whole(made: Draft) -> bool:
    """Whether an attack is told with both its sides."""
    return made.sense.type == "ASSAULT" and made.has_known_party and made.sides > 1


def _is_of_arms(actor: Parties) -> bool:
    """Whether only arms act, whose maker need not fire them: "Iranian drones"."""
    return all(p.kind == "owner" and is_arm(p.text) for p in actor)


def is_arm(words: str) -> bool:
    """Whether *words* mean arms: "Iranian drones"."""
    return bool(words) and words.lower().split()[-1].removesuffix("s") in _ARMS


def _is_blow(made: Draft) -> bool:
    """Whether an act is a part of fighting, whoever did it: "the capture of the city" too."""
    sense = made.sense
    if sense.type != "ASSAULT":
        return sense.id in _CONQUESTS
    return sense.mode in _OF_WAR and sense.id not in _LOSSES


def _sides(act: Draft) -> tuple[Parties, Parties]:
    """The two sides of an attack, or of those who fight each other. Nobody is his own foe."""
    one = tuple(p for p in act.actor if p.known and p.code != SPEAKER)
    other = tuple(p for p in act.recipient if p.known and p.code != SPEAKER)
    if act.reciprocal:
        if len({_place(p) for p in one}) != 2:
            return (), ()
        first = _place(one[0])
        other = tuple(p for p in one if _place(p) != first)
        one = tuple(p for p in one if _place(p) == first)
    if {_place(p) for p in one} & {_place(p) for p in other}:
        return (), ()
    return one, other


def _one(parties: Parties, table: dict[str, tuple[Parties, ...]]) -> Parties:
    """Who stands against all of the *parties*, if it is always the same."""
    found = [_one_of(table.get(_place(p) or "", ())) for p in parties]
    first = found[0] if found else ()
    same = all({_place(p) for p in other} == {_place(p) for p in first} for other in found)
    return first if same else ()


def _one_of(sides: tuple[Parties, ...]) -> Parties:
    """The side that holds all the others, if one does: those who strike together are one side."""
    widest = max(sides, key=len, default=())
    places = {_place(p) for p in widest}
    return widest if all({_place(p) for p in side} <= places for side in sides) else ()


def told(made: Draft, parties: Parties) -> Parties:
    """The parties, named by the act's own word: no phrase of its sentence names them."""
    token = made.frame.clause.token
    return tuple(replace(p, span=token.span, text=token.text, kind="actor") for p in parties)
