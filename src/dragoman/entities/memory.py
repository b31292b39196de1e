# What is known while one report is read: its names and roles, and what it has said of them so far.
# Rule: filled by the resolver (parties.py) and read by those who find parties; a part that the report has
#   not been read for yet is None.
"""What a report has taught about its actors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.coreference import Antecedents
from dragoman.entities.descriptions import Descriptions
from dragoman.entities.doers import Doers
from dragoman.entities.fled import Fled
from dragoman.entities.groups import Groups
from dragoman.entities.introduced import Introduced
from dragoman.entities.introductions import Introductions
from dragoman.entities.names import Names
from dragoman.entities.owners import Owners
from dragoman.entities.pairs import Pairs
from dragoman.entities.phrases import phrase_span
from dragoman.entities.register import Register, Role
from dragoman.entities.roles import Roles
from dragoman.entities.spoken_of import SpokenOf

_REFUGEES = Role("REF", "person")


@dataclass
class Memory:
    """One report's words for actors, and what it has introduced so far."""

    text: str
    register: Register
    names: Names
    roles: Roles
    introduced: Introduced
    party: Callable[[Sentence, int], Party | None]  #: whom the phrase of a token stands for
    owners: Owners = field(init=False)
    doers: Doers = field(init=False)
    introductions: Introductions = field(init=False)
    antecedents: Antecedents | None = field(default=None, init=False)
    spoken: SpokenOf | None = field(default=None, init=False)
    pairs: Pairs | None = field(default=None, init=False)
    groups: Groups | None = field(default=None, init=False)
    fled: Fled | None = field(default=None, init=False)
    descriptions: Descriptions | None = field(default=None, init=False)
    #: the state or body that publishes the report itself: whose "we" and "the Minister" are
    publisher: Party | None = field(default=None, init=False)

    def forget(self) -> None:
        """Let go of what points back at it; nothing can be asked of it any more."""
        if self.antecedents is not None:
            self.antecedents.forget()
        self.__dict__.clear()

    def at(self, span: Span, party: Party) -> Party:
        """The same party, named by other characters."""
        return Party(span, span.of(self.text), party.name, party.code, party.country, party.sector)

    def in_role(self, owner: Party, role: Role, span: Span) -> Party:
        """Somebody of *owner*'s in a role: of his state's army, court or parliament."""
        code, sector = owner.code, owner.sector
        if role.sector and owner.country and not owner.sector:
            code, sector = f"{owner.country}-{role.sector}", role.sector
        return Party(span, span.of(self.text), owner.name, code, owner.country, sector)

    def fleeing(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """ "The refugees", "the students": of each nation that the report has named theirs."""
        nations = self.fled.of(sentence, token) if self.fled is not None else ()
        span = phrase_span(sentence, token)
        return tuple(self.in_role(nation, _REFUGEES, span) for nation in nations)
