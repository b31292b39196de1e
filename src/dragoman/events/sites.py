# Where an act was, and whom it is aimed at, by a name that stands where a doer may stand.
# Rule: cities suffer, states and groups act: a city before a blow is where it fell.
"""Names that only say where an act was, or at whom it is aimed."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.frames import Frame
from dragoman.events.senses import Sense

#: Slots of place: a name in them that nobody knows is a place.
WHERE = frozenset({"in", "at", "near", "off", "outside", "inside", "into", "through"})


#: Kinds of names that impose measures and suffer none.
_BODIES = frozenset({"agency", "alliance", "bloc", "igo"})


@dataclass(frozen=True, slots=True)
class Sites:
    """Finds the names of one sentence that only say where, or at whom."""

    sentence: Sentence
    resolver: Resolver

    def is_aim(self, sense: Sense, frame: Frame, i: int) -> bool:
        """Whether a name before a noun is its aim: "Iran sanctions", "the Kabul bombing", but "U.S. aid"."""
        token = self.sentence.tokens[i]
        if frame.clause.kind != "noun" or token.relation != "compound":
            return False
        if sense.type == "ASSAULT":
            return self.is_site(token)
        mention = self.resolver.mention_at(token)
        if mention is not None and mention.kind in _BODIES:
            return False  # "the United Nations embargo"
        return (
            sense.type in ("SANCTION", "AID")
            and token.pos == "PROPN"
            and not token.text[1:].isupper()
            and "." not in token.text
        )

    def is_site(self, token: Token) -> bool:
        """Whether a name before an attack says where it was: cities suffer, states and groups attack."""
        mention = self.resolver.mention_at(token)
        return mention is not None and mention.kind in ("city", "capital")

    def is_site_of_deed(self, sense: Sense, i: int, party: Party) -> bool:
        """Whether a name in the doer's place only says where: "blasts in Herat and [Kabul] killed nine"."""
        if party.kind == "place":
            return not any(asks_for_place(sense, s) for s in sense.actor if s != "subject")
        token = self.sentence.tokens[i]
        before = self.sentence.tokens[token.head]
        if token.relation != "conj" or before.pos != "NOUN" or not self.is_place(i):
            return False
        phrases = self.sentence.children(before.i, "nmod")
        return any(
            t.text.lower() in WHERE for k in phrases for t in self.sentence.children(k.i, "case")
        )

    def is_place(self, i: int) -> bool:
        """Whether a phrase is the name of a place: "killed in an attack in [Mogadishu]"."""
        mention = self.resolver.mention_at(self.sentence.tokens[i])
        return mention is not None and mention.kind in ("city", "capital", "state")


def asks_for_place(sense: Sense, slot: str) -> bool:
    """Whether a sense asks that somebody's place stand in a slot, and makes him act."""
    return any(s == slot and "@actor" in wanted for s, wanted, _ in sense.where)
