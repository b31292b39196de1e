# Whether a phrase can belong to the state that acts on it.
# Rule 1: whom a state attacks, accuses or meets is not its own force and not its own government:
#   "Russia attacked the convoy".
# Rule 2: its own people often are: "China arrested lawyers". So is the government that an army
#   overthrows, and the one that a people rises against.
"""Who does what is done to a phrase."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.names import Names
from dragoman.entities.owners import Owners
from dragoman.entities.register import Role
from dragoman.entities.roles import Roles

# Sectors that a state's force, and a state as such, has no reason to act on among its own.
_NO_TARGETS_OF_FORCES = ("MIL", "PRM")
_NO_TARGETS_OF_STATES = ("", "MIL", "PRM", "UAF", "REB")
_UNDERGOING = ("obj", "iobj", "obl")
_CHAINED = ("xcomp", "advcl", "conj", "ccomp")


@dataclass(frozen=True)
class Doers:
    """Finds who acts on a phrase, in one report."""

    names: Names
    roles: Roles
    owners: Owners

    def act_on(self, sentence: Sentence, token: Token, role: Role, country: str | None) -> bool:
        """Whether that country, or a force of its, does what is done to a role without a state."""
        for doer in doers_to(sentence, token):
            sector = self._sector(sentence, doer, country)
            spared = _NO_TARGETS_OF_FORCES if sector == "MIL" else _NO_TARGETS_OF_STATES
            if sector in ("", "MIL") and role.sector in spared:
                return True
        return False

    def _sector(self, sentence: Sentence, doer: Token, country: str | None) -> str | None:
        """The sector of a doer of that country, "" for the state as such; None for others."""
        mention = self.names.at(doer)
        if mention is not None:
            state = mention.country == country and mention.kind != "people"
            return (mention.sector or "") if state else None
        role = self.roles.of(sentence, doer)
        owner = self.owners.of(sentence, doer) if role is not None else None
        if role is None or owner is None or owner.country != country:
            return None
        return role.sector


def doers_to(sentence: Sentence, token: Token) -> list[Token]:
    """Who does what is done to a phrase: its verb's subject or the next above it, or "by" whom."""
    while token.relation in ("conj", "nmod", "appos", "compound") and token.head != token.i:
        token = sentence.tokens[token.head]
    if token.dep == "nsubj:pass":
        by = sentence.children(token.head, "obl")
        return [d for d in by if d.dep == "obl:agent" or _says_by(sentence, d)]
    if token.relation not in _UNDERGOING or token.dep == "obl:agent":
        return []
    verb = sentence.tokens[token.head]
    for _ in range(4):
        subjects = [c for c in sentence.children(verb.i, "nsubj") if c.dep != "nsubj:pass"]
        if subjects:
            return [sentence.tokens[k] for s in subjects for k in sentence.conjuncts(s.i)]
        if verb.relation not in _CHAINED or verb.head == verb.i:
            return []
        verb = sentence.tokens[verb.head]
    return []


def _says_by(sentence: Sentence, token: Token) -> bool:
    return any(c.text.lower() == "by" for c in sentence.children(token.i, "case"))
