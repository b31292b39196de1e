# From a noun phrase to the actor it stands for.
# Rule 1: the phrase's own head decides first (a name, or a role with its state);
#   only then its owner ("Russian assets"), and that is marked as such.
# Rule 2: a role without a state ("the rebels") has a sector and no code.
# Rule 3: what a name means in this report is learnt where the report introduces
#   it ("the Russian president, Ivan Petrov") and holds for the rest.
"""Resolve noun phrases to parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import SPEAKER, Mention, Party
from dragoman.entities.answers import Answers
from dragoman.entities.belongings import Belongings
from dragoman.entities.beside import Beside
from dragoman.entities.coreference import Antecedents
from dragoman.entities.described import Described
from dragoman.entities.descriptions import Descriptions
from dragoman.entities.doers import Doers
from dragoman.entities.fellows import Fellows
from dragoman.entities.fled import Fled
from dragoman.entities.groups import Groups
from dragoman.entities.introduced import Introduced
from dragoman.entities.introductions import Introductions
from dragoman.entities.members import Members
from dragoman.entities.memory import Memory
from dragoman.entities.named import NO_PHRASE, Named
from dragoman.entities.names import Names
from dragoman.entities.owners import Owners, is_owner
from dragoman.entities.pairs import ORDER, Pairs
from dragoman.entities.phrases import core, phrase_span
from dragoman.entities.pronouns import FIRST_PERSON, THIRD_PERSON
from dragoman.entities.publisher import Publishing
from dragoman.entities.register import Register, load_register
from dragoman.entities.roles import Roles
from dragoman.entities.several import Several
from dragoman.entities.spoken_of import SpokenOf
from dragoman.entities.unsaid import Unsaid


@dataclass
class Resolver:
    """Resolves the phrases of one report. Holds what the report has introduced so far."""

    text: str
    mentions: Sequence[Mention]
    register: Register = field(default_factory=load_register)
    times: frozenset[int] = frozenset()  #: where words of dates begin: "Saturday" is no actor
    _open: set[Span] = field(default_factory=set, init=False)
    _meant_by: dict[Span, Span] = field(
        default_factory=dict, init=False
    )  #: pronoun → whom it means

    def __post_init__(self) -> None:
        self._hold(Names(self.mentions))

    def _hold(self, names: Names) -> None:
        """Begin a memory with these names, and all who read it."""
        roles, introduced = Roles(self.register, names), Introduced(names.mentions)
        memory = Memory(self.text, self.register, names, roles, introduced, self.party)
        self._memory = memory
        self._answers = Answers(self._open)
        self._named, self._beside = Named(memory), Beside(memory)
        unsaid = Unsaid(memory)
        self._described = Described(memory, self._named, unsaid)
        self._belongings = Belongings(memory, unsaid)
        self._several = Several(memory, Members(roles), Fellows(names, roles))
        memory.owners = Owners(
            names,
            roles,
            introduced,
            self._answers,
            self._named.of,
            self._described.of,
            self._pronoun,
        )
        memory.doers = Doers(names, roles, memory.owners)
        memory.introductions = Introductions(
            names, roles, introduced, self._described.of, memory.owners.of
        )

    @property
    def publisher(self) -> Party | None:
        """The state or body that publishes the report itself: whose "we" and "the Minister" are."""
        return self._memory.publisher

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that covers a token, if one does."""
        return self._memory.names.at(token)

    def learn(self, sentences: Sequence[Sentence]) -> None:
        """Remember the people whom the report introduces, and what stands before what."""
        self._hold(self._memory.names.without_namesakes(sentences, self.register))
        memory = self._memory
        names, roles = memory.names, memory.roles
        memory.antecedents = Antecedents(sentences, names, roles)
        memory.spoken = SpokenOf(sentences, names, roles)
        memory.pairs = Pairs(memory.spoken, names)
        memory.groups = Groups(memory.spoken, names)
        memory.descriptions = Descriptions(memory.spoken, names)
        publishing = Publishing(self.text, sentences, names, roles, self.party)
        memory.publisher = publishing.publisher()
        memory.spoken.publisher = memory.publisher.country if memory.publisher else None
        memory.fled = Fled(sentences, names, roles)
        for sentence in sentences:
            memory.introductions.learn(sentence)
        self._answers.keep()

    def forget(self) -> None:
        """Let go of all that was learnt, which points back at it; nothing can be asked of it any more."""
        self._memory.forget()
        self.__dict__.clear()

    def core(self, sentence: Sentence, i: int) -> int:
        """Look through portions: the soldiers in "thousands of soldiers"."""
        return core(sentence, i)

    def is_person(self, sentence: Sentence, i: int) -> bool:
        """Whether the phrase headed by token *i* is a single human: whom "he" can mean."""
        return self._memory.roles.is_person(sentence, i)

    def is_human(self, sentence: Sentence, i: int) -> bool:
        """Whether the phrase headed by token *i* is a noun for humans of any kind, one or many."""
        return self._memory.roles.is_human(sentence, core(sentence, i))

    def is_people(self, sentence: Sentence, i: int) -> bool:
        """Whether the phrase headed by token *i* is human, one or many."""
        token = sentence.tokens[i]
        if self._memory.fled is not None and self._memory.fled.are_meant(sentence, token):
            return True
        return self._memory.roles.is_people(sentence, core(sentence, i))

    def modifier(self, token: Token) -> Party | None:
        """The actor that a modifier names: "Israeli" or "US" before a noun."""
        mention = self._memory.names.at(token)
        return mention.party() if mention is not None and is_owner(mention) else None

    def home(self) -> Party | None:
        """The state that the whole report is set in, if it is set in one."""
        spoken = self._memory.spoken
        return spoken.set_in if spoken is not None else None

    def renamed(self, sentence: Sentence, i: int, party: Party) -> Party:
        """The same party, named by the phrase headed by token *i*."""
        return self._memory.at(phrase_span(sentence, sentence.tokens[i]), party)

    def follows(self, before: Sentence, sentence: Sentence) -> bool:
        """Whether a sentence stands right behind another."""
        return self.near(before, sentence, 1)

    def near(self, before: Sentence, sentence: Sentence, back: int) -> bool:
        """Whether *before* is one of the *back* sentences before another."""
        spoken = self._memory.spoken
        return spoken is not None and before in spoken.before(sentence, back)[1:]

    def states_in(self, sentence: Sentence) -> frozenset[str]:
        """The codes of the states and bodies that *sentence* names."""
        named = self._memory.names.named(sentence)
        codes = (m.country or m.code for _, m in named if m.kind != "city")
        return frozenset(code for code in codes if code)

    def spoken_of(self, sentence: Sentence, i: int, apart: frozenset[str]) -> Party | None:
        """The state that the report is speaking of at token *i*, besides those *apart*; named by that token."""
        if self._memory.spoken is None:
            return None
        token = sentence.tokens[i]
        mention = self._memory.spoken.besides(sentence, token, apart)
        if mention is None:
            return None
        return Party(mention.span, mention.text, mention.name, mention.country, mention.country)

    def only_state(self, sentence: Sentence) -> Party | None:
        """The one state that *sentence* names, if it names no other and no body of several."""
        found = [self._memory.names.at(t) for t in sentence.tokens]
        named = {m.country or m.code: m for m in found if m is not None and m.code}
        if len(named) != 1:
            return None
        mention = next(iter(named.values()))
        if mention.country is None or mention.kind in ("city", "company", "outlet", "person"):
            return None
        return Party(mention.span, mention.text, mention.name, mention.country, mention.country)

    def plain(self, sentence: Sentence, i: int) -> Party:
        """The phrase headed by token *i* as a party of whom no more is known than its words."""
        span = phrase_span(sentence, sentence.tokens[i])
        return Party(span, span.of(self.text))

    def parties(self, sentence: Sentence, i: int) -> tuple[Party, ...]:
        """As :meth:`party`, but "both countries" stands for two, "states such as A and B" for them."""
        return self._answers.several(self._several.of, sentence, sentence.tokens[i])

    def party(self, sentence: Sentence, i: int) -> Party | None:
        """The party that the phrase headed by token *i* stands for, or None if it is no actor."""
        token = sentence.tokens[i]
        return self._answers.once(("party", token.span.start, 0), self._meant, sentence, token)

    def _meant(self, sentence: Sentence, head: Token, _depth: int) -> Party | None:
        token = sentence.tokens[self._memory.names.split_head(sentence, core(sentence, head.i))]
        if token.span.start in self.times:
            return None
        if token.pos in NO_PHRASE:
            # "As Zaire lost its third city": a parser errs on a name more often than the register.
            return self._named.of(sentence, token) or self._named.introduced(token)
        word = token.text.lower()
        if word in THIRD_PERSON:
            return self._pronoun(sentence, token) or self._several.fleeing(sentence, token)
        if token.pos == "PRON" and word in FIRST_PERSON:
            return Party(token.span, token.text, code=SPEAKER)
        if word == "whose":
            owner = self._memory.owners.antecedent(sentence, token)
            return self._memory.at(token.span, owner) if owner is not None else None
        if word in ORDER and self._memory.pairs is not None:
            one = self._memory.pairs.one_of(sentence, token, self.party)
            if one is not None:
                return self._memory.at(token.span, one)
        return self._phrase(sentence, token)

    def _phrase(self, sentence: Sentence, token: Token) -> Party | None:
        """Whom a noun or a name means: itself first, then whose it is, then another than whose it is."""
        found = (
            self._named.of(sentence, token)
            or self._beside.of(sentence, token)
            or self._beside.by_description(sentence, token)
            or self._described.of(sentence, token)
        )
        if found is None and token.pos in ("PROPN", "X"):
            # "A Hezbollah [launcher]", taken for a name: a small letter makes none.
            owned = token.text.islower() and self._memory.owners.of(sentence, token) is not None
            if not owned:
                return self._named.unregistered(sentence, token)
        found = (
            found
            or self._belongings.owned(sentence, token)
            or self._belongings.taken_up(sentence, token)
        )
        if found is None or not found.known:  # a role like "neighbour" says of itself nobody
            found = (
                self._belongings.other(sentence, token)
                or self._several.fleeing(sentence, token)
                or found
            )
        return found or self._named.introduced(token)

    def _pronoun(self, sentence: Sentence, token: Token) -> Party | None:
        antecedents = self._memory.antecedents
        if antecedents is None or token.span in self._open:
            return None
        # Two pronouns may look for each other in a strange tree; the second finds nobody.
        self._open.add(token.span)
        try:
            party = antecedents.pronoun(sentence, token, self.party)
        finally:
            self._open.discard(token.span)
        if party is None:
            return None
        self._meant_by[token.span] = self._meant_by.get(party.span, party.span)
        return self._memory.at(token.span, party)

    def by_name(self, sentence: Sentence, party: Party) -> Party:
        """The same party, where a pronoun names it, by the phrase of *sentence* that the pronoun means."""
        span = self._meant_by.get(party.span)
        if span is None or not sentence.span.holds(span):
            return party
        return replace(party, span=span, text=span.of(self.text))
