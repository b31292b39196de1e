# Whose a role or a thing is that does not say it: "the prime minister", "the army", "police".
# Rule 1: whom the report has introduced by that title, or whose it has named that army before.
# Rule 2: else the one state that the sentences around name. Nobody acts on his own force.
"""States of roles that name none."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.descriptions import states_described
from dragoman.entities.memory import Memory
from dragoman.entities.phrases import is_definite, is_plural
from dragoman.entities.register import Role
from dragoman.entities.remembered import sort_of
from dragoman.entities.spoken_of import HIGHEST, points_at_one
from dragoman.entities.sponsors import is_told_apart

_LANDS = frozenset({"country", "kingdom", "nation", "republic", "state"})
_ANY = frozenset({"a", "an", "another", "any", "each", "every", "no", "some"})


@dataclass(frozen=True)
class Unsaid:
    """Finds what roles leave to the report to say."""

    memory: Memory

    def titled(self, sentence: Sentence, token: Token, role: Role) -> Party | None:
        """Whom "the prime minister" means, if the report has introduced one."""
        if not is_definite(sentence, token):
            return None
        if role.kind == "person" and role.sector in ("REB", "UAF") and is_plural(token):
            return self.memory.introduced.taken_up(token.lemma.lower(), token.span.start)
        if role.kind == "person":
            nouns = self.memory.roles.titles(sentence, token)
            return self.memory.introduced.titled(nouns[0], token.span.start) if nouns else None
        if role.kind == "league":
            return self.memory.owners.league(token)
        if role.kind in ("group", "body"):
            return self.memory.introduced.taken_up(token.lemma.lower(), token.span.start)
        return None

    def owner_before(self, sentence: Sentence, token: Token, role: Role | None) -> Party | None:
        """Whose "the army", "police" or "the ship" is by what the report has named before."""
        sort = sort_of(token.lemma)
        if sort is None or self.memory.spoken is None or not points_at_one(sentence, token):
            return None
        if is_told_apart(sentence, token) or self.memory.owners.is_other(sentence, token):
            return None
        owner = self.memory.introduced.owner(sort, token.span.start)
        if owner is None:
            return None
        # "Sudan's army met the rebels in Doha. The army …": named just before, it is no other's.
        near = self.memory.spoken.before(sentence, 1)[-1].span.start <= owner.span.start
        if not near and owner.country in self.memory.spoken.facing(sentence, token):
            return None
        home = self.memory.spoken.set_in
        if home is not None and home.country != owner.country and not near:
            return None  # "the government" is not that of a guest
        if role is not None and self.memory.doers.act_on(sentence, token, role, owner.country):
            return None
        return owner

    def of_minister(self, sentence: Sentence, token: Token, title: Token) -> Party | None:
        """The state that a report is set in, for a minister introduced without any: "Foreign Minister N. said".

        Of its own rulers a newspaper does not say whose they are; of all others it does.
        """
        spoken = self.memory.spoken
        home = spoken.told_from if spoken is not None else None
        if spoken is None or home is None or token.pos != "PROPN" or token.relation == "appos":
            return None
        offices = self.memory.roles.titles(sentence, title)
        if not offices or not (offices[0] in HIGHEST or offices[0].endswith("minister")):
            return None
        visits = is_told_apart(sentence, title) and offices[0] != "foreign minister"
        if visits or is_told_apart(sentence, token):
            return None
        if self._is_done_to(sentence, token, home.country):
            return None
        role = self.memory.roles.of(sentence, title)
        site = spoken.site(sentence, token, role) if role is not None else None
        return home if site is None or site.country == home.country else None

    def _is_done_to(self, sentence: Sentence, token: Token, country: str | None) -> bool:
        """Whether the verb of which *token* is the subject has the state for an object: "condemned Chad"."""
        if token.relation != "nsubj":
            return False
        named = (
            self.memory.names.at(t) for t in sentence.children(token.head, "obj", "iobj", "obl")
        )
        return any(m is not None and m.country == country for m in named)

    def state_nearby(self, sentence: Sentence, token: Token, role: Role) -> Party | None:
        """The state of "the government" or "police" where the sentences around name just one."""
        several = token.pos == "PROPN" and is_plural(token)  # "Kurds" live in several states
        if self.memory.spoken is None or several or self.memory.owners.is_other(sentence, token):
            return None
        if is_told_apart(sentence, token) or role.sector == "REF":
            # Nor are refugees of the state that takes them in.
            return None
        if token.lemma.lower() in _LANDS and _is_any(sentence, token):
            return None  # "attacked a neighbouring country": any but the one spoken of
        if role.sector or role.kind in ("body", "group"):
            mention = self.memory.spoken.state_of_role(sentence, token, role)
        elif is_definite(sentence, token):
            mention = self.memory.spoken.state_of_office(sentence, token)
        else:
            return None
        if mention is None or self.memory.doers.act_on(sentence, token, role, mention.country):
            return None
        if mention.country in self.memory.spoken.deploring(sentence, token):
            return None
        described = states_described(sentence, token)
        if described is not None and mention.country not in described:
            return None  # "the kingdom" is no republic
        return Party(mention.span, mention.text, mention.name, mention.country, mention.country)


def _is_any(sentence: Sentence, token: Token) -> bool:
    """Whether a phrase introduces one of many: "a country", "every state"."""
    return any(t.text.lower() in _ANY for t in sentence.children(token.i, "det"))
