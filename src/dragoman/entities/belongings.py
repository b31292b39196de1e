# Things of an actor, "Russian assets", and what the report has named before: "the bloc", "its ally".
# Rule: a thing is its owner's, and marked as such; an ally or neighbour is another than whose it is.
"""Parties that are named by what is theirs, or by whose they are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.memory import Memory
from dragoman.entities.phrases import is_definite, is_plural, phrase_span, span_to
from dragoman.entities.remembered import is_thing
from dragoman.entities.unsaid import Unsaid


@dataclass(frozen=True)
class Belongings:
    """Finds whose things are, and who stands to whom as ally or neighbour, in one report."""

    memory: Memory
    unsaid: Unsaid

    def owned(self, sentence: Sentence, token: Token) -> Party | None:
        """A thing of an actor: "Russian assets", "Ukraine's capital"."""
        owner = self.memory.owners.of(sentence, token) or self._owner_beside(sentence, token)
        if owner is None:
            return None
        span = span_to(sentence, token, owner.span)
        kind = "actor" if self.memory.owners.names_members(sentence, token) else "owner"
        return replace(self.memory.at(span, owner), kind=kind)

    def _owner_beside(self, sentence: Sentence, token: Token) -> Party | None:
        """Whose "a second vessel, [a patrol ship of the Omani navy]," is."""
        if not is_thing(token.lemma):
            return None
        beside = (t for t in sentence.children(token.i, "appos") if is_thing(t.lemma))
        owners = (self.memory.owners.of(sentence, t) for t in beside)
        return next((owner for owner in owners if owner is not None), None)

    def taken_up(self, sentence: Sentence, token: Token) -> Party | None:
        """ "The bloc", "the militia": the one that the report has named."""
        party = self.memory.owners.taken_up(sentence, token)
        if party is None and is_thing(token.lemma) and not is_plural(token):
            party = self.unsaid.owner_before(sentence, token, None)
            return replace(self.memory.at(token.span, party), kind="owner") if party else None
        return self.memory.at(token.span, party) if party is not None else None

    def other(self, sentence: Sentence, token: Token) -> Party | None:
        """ "Its ally", "the neighbour": the one other state that the words before it name."""
        if self.memory.spoken is None or token.pos != "NOUN":
            return None
        if not self.memory.owners.is_other(sentence, token):
            return None
        if (theirs := self.memory.owners.nation_of_other(sentence, token)) is not None:
            return self.memory.at(phrase_span(sentence, token), theirs)
        if is_plural(token):
            return None
        whose = sentence.child(token.i, "nmod:poss")
        owner = self.memory.owners.whose(sentence, token)
        above = sentence.tokens[token.head]
        if whose is None and token.relation == "nmod":  # "its quarrel with the neighbour"
            owner = self.memory.owners.whose(sentence, above)
        elif whose is not None and owner is None and whose.pos == "PRON":
            owner = self._doer_above(sentence, token)  # whosever it is, he does not act on himself
        if (whose is None and not is_definite(sentence, token)) or (
            whose is not None and (owner is None or not owner.known)
        ):
            return None
        found = self.memory.spoken.other(sentence, token, owner.country if owner else None)
        return self.memory.at(phrase_span(sentence, token), found) if found is not None else None

    def _doer_above(self, sentence: Sentence, token: Token) -> Party | None:
        """The subject of the clause above an object: "closed the border, accusing its neighbour"."""
        if token.relation not in ("obj", "iobj"):
            return None
        subjects = (sentence.child(above.i, "nsubj") for above in sentence.path_up(token.i))
        nearest = next((t for t in subjects if t is not None), None)
        return self.memory.party(sentence, nearest.i) if nearest is not None else None
