# From a noun phrase to the actor it stands for.
# Rule 1: the phrase's own head decides first (a name, or a role with its state);
#   only then its owner ("Russian assets"), and that is marked as such.
# Rule 2: a role without a state ("the rebels") has a sector and no code.
# Rule 3: what a name means in this report is learnt where the report introduces
#   it ("the Russian president, Ivan Petrov") and holds for the rest.
"""Resolve noun phrases to parties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import SPEAKER, Mention, Party
from dragoman.entities.answers import Answers
from dragoman.entities.coreference import FIRST_PERSON, THIRD_PERSON, Antecedents
from dragoman.entities.descriptions import Descriptions, states_described
from dragoman.entities.doers import Doers
from dragoman.entities.fellows import Fellows
from dragoman.entities.fled import Fled
from dragoman.entities.groups import Groups
from dragoman.entities.introduced import Introduced
from dragoman.entities.introductions import Introductions
from dragoman.entities.members import Members
from dragoman.entities.names import Names
from dragoman.entities.owners import Owners, is_owner
from dragoman.entities.pairs import ORDER, Pairs
from dragoman.entities.phrases import (
    PORTIONS,
    core,
    describing,
    is_definite,
    is_plural,
    name_parts,
    name_span,
    phrase_span,
    span_to,
)
from dragoman.entities.publisher import Publishing, is_own_office
from dragoman.entities.register import Register, Role, load_register
from dragoman.entities.remembered import is_thing, sort_of
from dragoman.entities.roles import Roles
from dragoman.entities.spoken_of import SpokenOf, points_at_one
from dragoman.entities.sponsors import is_told_apart, sponsor_of
from dragoman.entities.state_titles import entitled

__all__ = ["PORTIONS", "Resolver"]

_NO_PHRASE = ("VERB", "AUX", "ADV", "PUNCT")
# A make of aircraft, tank or missile, which is its owner's: "F-16s", "MiG-29", "S-300".
_MAKE = re.compile(r"[A-Z][A-Za-z]{0,2}-\d{1,3}[A-Z]?s?")
_MACHINE = Role("MIL", "thing")
_REFUGEES = Role("REF", "person")
#: Nouns by which a text says what a state is, before it names it.
_STATELY = frozenset(
    "adversary ally backer benefactor creditor donor enemy foe giant neighbor neighbour partner patron power protector "
    "ruler sponsor superpower supplier".split()
)
_BODIES = ("alliance", "bloc", "igo")
_LANDS = frozenset({"country", "kingdom", "nation", "republic", "state"})
_ANY = frozenset({"a", "an", "another", "any", "each", "every", "no", "some"})


@dataclass
class Resolver:
    """Resolves the phrases of one report. Holds what the report has introduced so far."""

    text: str
    mentions: Sequence[Mention]
    register: Register = field(default_factory=load_register)
    times: frozenset[int] = frozenset()  #: where words of dates begin: "Saturday" is no actor
    _open: set[Span] = field(default_factory=set, init=False)
    _antecedents: Antecedents | None = field(default=None, init=False)
    _spoken: SpokenOf | None = field(default=None, init=False)
    _pairs: Pairs | None = field(default=None, init=False)
    _groups: Groups | None = field(default=None, init=False)
    _fled: Fled | None = field(default=None, init=False)
    _descriptions: Descriptions | None = field(default=None, init=False)
    #: the state or body that publishes the report itself: whose "we" and "the Minister" are
    publisher: Party | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._hold(Names(self.mentions))

    def _hold(self, names: Names) -> None:
        self._names = names
        self._roles = Roles(self.register, names)
        self._members = Members(self._roles)
        self._fellows = Fellows(names, self._roles)
        self._introduced = Introduced(names.mentions)
        self._answers = Answers(self._open)
        self._owners = Owners(
            names,
            self._roles,
            self._introduced,
            self._answers,
            self._named,
            self._described,
            self._pronoun,
        )
        self._doers = Doers(names, self._roles, self._owners)
        self._introductions = Introductions(
            names, self._roles, self._introduced, self._described, self._owners.of
        )

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that covers a token, if one does."""
        return self._names.at(token)

    def learn(self, sentences: Sequence[Sentence]) -> None:
        """Remember the people whom the report introduces, and what stands before what."""
        self._hold(self._names.without_namesakes(sentences, self.register))
        self._antecedents = Antecedents(sentences, self._names, self._roles)
        self._spoken = SpokenOf(sentences, self._names, self._roles)
        self._pairs = Pairs(self._spoken, self._names)
        self._groups = Groups(self._spoken, self._names)
        self._descriptions = Descriptions(self._spoken, self._names)
        self.publisher = Publishing(
            self.text, sentences, self._names, self._roles, self.party
        ).publisher()
        self._spoken.publisher = self.publisher.country if self.publisher else None
        self._fled = Fled(sentences, self._names, self._roles)
        for sentence in sentences:
            self._introductions.learn(sentence)
        self._answers.keep()

    def forget(self) -> None:
        """Let go of all that was learnt, which points back at it; nothing can be asked of it any more."""
        if self._antecedents is not None:
            self._antecedents.forget()
        self.__dict__.clear()

    def core(self, sentence: Sentence, i: int) -> int:
        """Look through portions: the soldiers in "thousands of soldiers"."""
        return core(sentence, i)

    def is_person(self, sentence: Sentence, i: int) -> bool:
        """Whether the phrase headed by token *i* is a single human: whom "he" can mean."""
        return self._roles.is_person(sentence, i)

    def is_human(self, sentence: Sentence, i: int) -> bool:
        """Whether the phrase headed by token *i* is a noun for humans of any kind, one or many."""
        return self._roles.is_human(sentence, core(sentence, i))

    def is_people(self, sentence: Sentence, i: int) -> bool:
        """Whether the phrase headed by token *i* is human, one or many."""
        token = sentence.tokens[i]
        if self._fled is not None and self._fled.are_meant(sentence, token):
            return True
        return self._roles.is_people(sentence, core(sentence, i))

    def modifier(self, token: Token) -> Party | None:
        """The actor that a modifier names: "Israeli" or "US" before a noun."""
        mention = self.mention_at(token)
        return mention.party() if mention is not None and is_owner(mention) else None

    def home(self) -> Party | None:
        """The state that the whole report is set in, if it is set in one."""
        return self._spoken.set_in if self._spoken is not None else None

    def renamed(self, sentence: Sentence, i: int, party: Party) -> Party:
        """The same party, named by the phrase headed by token *i*."""
        return self._at(phrase_span(sentence, sentence.tokens[i]), party)

    def follows(self, before: Sentence, sentence: Sentence) -> bool:
        """Whether a sentence stands right behind another."""
        return self._spoken is not None and before in self._spoken.before(sentence, 1)[1:]

    def near(self, before: Sentence, sentence: Sentence, back: int) -> bool:
        """Whether *before* is one of the *back* sentences before another."""
        return self._spoken is not None and before in self._spoken.before(sentence, back)[1:]

    def states_in(self, sentence: Sentence) -> frozenset[str]:
        """The codes of the states and bodies that *sentence* names."""
        named = self._names.named(sentence)
        codes = (m.country or m.code for _, m in named if m.kind != "city")
        return frozenset(code for code in codes if code)

    def spoken_of(self, sentence: Sentence, i: int, apart: frozenset[str]) -> Party | None:
        """The state that the report is speaking of at token *i*, besides those *apart*; named by that token."""
        if self._spoken is None:
            return None
        token = sentence.tokens[i]
        mention = self._spoken.besides(sentence, token, apart)
        if mention is None:
            return None
        return Party(mention.span, mention.text, mention.name, mention.country, mention.country)

    def only_state(self, sentence: Sentence) -> Party | None:
        """The one state that *sentence* names, if it names no other and no body of several."""
        found = [self.mention_at(t) for t in sentence.tokens]
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
        return self._answers.several(self._all_meant, sentence, sentence.tokens[i])

    def _all_meant(self, sentence: Sentence, i: int) -> tuple[Party, ...]:
        if self._pairs is not None and self._groups is not None:
            token = sentence.tokens[i]
            pair = self._pairs.of(sentence, token, self.party) or self._groups.of(
                sentence, token, self.party
            )
            if pair:
                span = phrase_span(sentence, token)
                return tuple(self._at(span, p) for p in pair)
        one = self.party(sentence, i)
        if one is None and self._antecedents is not None and self._pairs is not None:
            token = sentence.tokens[i]
            several = self._antecedents.several(sentence, token, self.party, self._pair)
            if several:
                return tuple(self._at(token.span, p) for p in several)
        if (one is None or not one.known) and (theirs := self._theirs(sentence, i)):
            return theirs
        if one is None or not one.known:
            refugees = self._whose_refugees(sentence, sentence.tokens[i])
            if len(refugees) > 1:
                return refugees
        if one is None or not one.known or not self._says_whose(sentence, core(sentence, i)):
            found = (self.party(sentence, k) for k in self._members.of(sentence, core(sentence, i)))
            members = tuple(p for p in found if p is not None and p.known)
            if members:
                return members
        if one is None:
            return ()
        inner = core(sentence, i)
        beside: tuple[Party, ...] = ()
        if inner != i:
            # "Dozens of Iraqis and Syrians": what is portioned may be several.
            found = (self.party(sentence, k) for k in sentence.conjuncts(inner)[1:])
            beside = tuple(p for p in found if p is not None and p.known and p.code != one.code)
        return (one, *beside, *self._fellows.of(sentence, inner, one))

    def _pair(self, sentence: Sentence, i: int) -> tuple[Party, ...]:
        """The two that "both sides" stands for."""
        return self._pairs.of(sentence, sentence.tokens[i], self.party) if self._pairs else ()

    def _theirs(self, sentence: Sentence, i: int) -> tuple[Party, ...]:
        """ "Their ministers", "the leaders of the two", where they are several: one's of each."""
        token = sentence.tokens[core(sentence, i)]
        heads = (token, *sentence.children(token.i, "compound"))
        found = (sentence.child(head.i, "nmod:poss") for head in heads)
        whose = next((t for t in found if t is not None), None) or _of_whom(sentence, token)
        role = self._roles.of(sentence, token)
        if whose is None or self._antecedents is None or (role and not is_plural(token)):
            return ()
        if self._owners.is_other(sentence, token):
            return ()  # "their neighbours" are others
        owners = self._antecedents.several(sentence, whose, self.party, self._pair)
        owners = owners or self._pair(sentence, whose.i)
        span = phrase_span(sentence, token)
        if role is None:
            # "Objects to their entry": the entry of each.
            return tuple(replace(self._at(span, owner), kind="owner") for owner in owners)
        return tuple(self._in_role(owner, role, span) for owner in owners)

    def _says_whose(self, sentence: Sentence, i: int) -> bool:
        """Whether a phrase names its actor itself, and not the report around it."""
        token = sentence.tokens[i]
        return self.mention_at(token) is not None or self._owners.of(sentence, token) is not None

    def party(self, sentence: Sentence, i: int) -> Party | None:
        """The party that the phrase headed by token *i* stands for, or None if it is no actor."""
        token = sentence.tokens[i]
        return self._answers.once(("party", token.span.start, 0), self._meant, sentence, token)

    def _meant(self, sentence: Sentence, head: Token, _depth: int) -> Party | None:
        token = sentence.tokens[self._names.split_head(sentence, core(sentence, head.i))]
        if token.span.start in self.times:
            return None
        if token.pos in _NO_PHRASE:
            # "As Zaire lost its third city": a parser errs on a name more often than the register.
            return self._named(sentence, token) or self._introduced_name(token)
        word = token.text.lower()
        if word in THIRD_PERSON:
            return self._pronoun(sentence, token) or self._fleeing(sentence, token)
        if token.pos == "PRON" and word in FIRST_PERSON:
            return Party(token.span, token.text, code=SPEAKER)
        if word == "whose":
            owner = self._owners.antecedent(sentence, token)
            return self._at(token.span, owner) if owner is not None else None
        if word in ORDER and self._pairs is not None:
            one = self._pairs.one_of(sentence, token, self.party)
            if one is not None:
                return self._at(token.span, one)
        found = self._named(sentence, token) or self._beside(sentence, token)
        found = found or self._by_description(sentence, token) or self._described(sentence, token)
        if (
            found is None
            and token.pos in ("PROPN", "X")
            and not self._is_owned_thing(sentence, token)
        ):
            return self._unregistered(sentence, token)
        found = found or self._owned(sentence, token) or self._taken_up(sentence, token)
        if found is None or not found.known:  # a role like "neighbour" says of itself nobody
            found = self._other(sentence, token) or self._fleeing(sentence, token) or found
        return found or self._introduced_name(token)

    def _fleeing(self, sentence: Sentence, token: Token) -> Party | None:
        """ "The refugees", "60 more": of the nation that the report has named."""
        nations = self._whose_refugees(sentence, token)
        return nations[0] if len(nations) == 1 else None

    def _whose_refugees(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """Refugees of each nation that the report has named theirs."""
        nations = self._fled.of(sentence, token) if self._fled is not None else ()
        span = phrase_span(sentence, token)
        return tuple(self._in_role(nation, _REFUGEES, span) for nation in nations)

    def _is_owned_thing(self, sentence: Sentence, token: Token) -> bool:
        """ "A Hezbollah [launcher]", taken for a name: a small letter makes none."""
        return token.text.islower() and self._owners.of(sentence, token) is not None

    def _beside(self, sentence: Sentence, token: Token) -> Party | None:
        """The body that a noun only describes: "the West African bloc ECOWAS"."""
        if token.pos != "NOUN" or token.i + 1 >= len(sentence.tokens):
            return None
        if token.lemma.lower() in _STATELY and (named := self._named_behind(sentence, token)):
            return named
        after = sentence.tokens[token.i + 1]
        mention = self.mention_at(after)
        if after.head != token.i or after.relation not in ("appos", "flat") or mention is None:
            return None
        if mention.code is None or mention.kind not in _BODIES:
            # "Its neighbour Finland", "the rival Hamas"
            beside = self._owners.is_other(sentence, token) and mention.kind != "person"
            return self._at(mention.span, mention.party()) if beside and mention.code else None
        return self._at(phrase_span(sentence, token), mention.party())

    def _named_behind(self, sentence: Sentence, token: Token) -> Party | None:
        """The state named behind a comma: "its main ally, [Russia]", "the colonial power, France"."""
        if sentence.tokens[token.i + 1].text != "," or is_plural(token):
            return None
        for name in sentence.children(token.i, "appos", "flat", "nmod:desc"):
            mention = self.mention_at(name)
            if mention is None or mention.kind not in ("state", "capital") or not mention.code:
                continue
            if sentence.subtree(name.i)[0] <= token.i + 2:
                return self._at(mention.span, mention.party())
        return None

    def _by_description(self, sentence: Sentence, token: Token) -> Party | None:
        """The state that "the island" or "the Baltic state" means."""
        if self._descriptions is None:
            return None
        mention = self._descriptions.of(sentence, token)
        if mention is None:
            return None
        span = phrase_span(sentence, token)
        return Party(span, span.of(self.text), mention.name, mention.country, mention.country)

    def _introduced_name(self, token: Token) -> Party | None:
        """The surname of somebody introduced, though the parser took it for another word."""
        if token.pos == "PROPN" or not token.text[:1].isupper() or is_plural(token):
            return None
        found = self._introduced.named(token.text)
        return self._at(token.span, found) if found is not None else None

    def _unregistered(self, sentence: Sentence, token: Token) -> Party | None:
        """Somebody's name that the register does not hold; the report may have introduced it."""
        surname = self._introductions.surname(sentence, token) or token.text
        found = self._introduced.named(surname)
        span = name_span(sentence, token)
        if found is not None:
            return self._at(span, found)
        owner = self._owners.of(sentence, token) if _MAKE.fullmatch(span.of(self.text)) else None
        if owner is not None:
            return self._in_role(owner, _MACHINE, phrase_span(sentence, token))
        if token.i == 0 and " " not in span.of(self.text):
            # "Drought is threatening …": the first word's capital says nothing.
            return None
        return Party(span, span.of(self.text), span.of(self.text))

    def _named(self, sentence: Sentence, token: Token) -> Party | None:
        """The phrase is itself a name of the register."""
        mention = self.mention_at(token)
        if mention is None:
            # "Foreign Minister Lavrov of Russia" is for _described; "the Iran" of "Iran deal" for Owners.
            return None
        if token.pos == "PROPN" and self._is_persons_name(sentence, token, mention):
            return None
        if mention.kind == "adjective":
            if token.pos in ("ADJ", *_NO_PHRASE) and token.relation in ("amod", "advmod"):
                return None
            if token.pos == "NOUN" and self._roles.of(sentence, token):
                return None
            flat = (self._roles.of(sentence, t) for t in sentence.children(token.i, "flat"))
            if any(role is not None and role.kind in ("person", "body") for role in flat):
                # "Chechen gunmen", where the tree takes the two for one name.
                return None
        if mention.sector == "ELI" and mention.kind == "person":
            again = self._in_office(sentence, token, mention)
            if again is not None:
                return again
        # "Asked Brussels for a loan", "accused by Brussels of …", "prompted Brussels to freeze the talks"
        top = sentence.tokens[token.head] if token.relation == "conj" else token
        beside = self.mention_at(top)
        if top is not token and (beside is None or beside.kind == "city"):
            top = (
                token  # "Washington and Brussels urged …", but "envoys in Riga and Brussels said …"
            )
        acts = top.relation in ("nsubj", "iobj") or top.dep == "obl:agent"
        acts = acts or (token.dep == "obj" and bool(sentence.child(token.head, "xcomp")))
        # "The agreement with Brussels" is the Union's; "met in Brussels" is a place.
        acts = acts or any(
            t.text.lower() in ("against", "with") for t in sentence.children(token.i, "case")
        )
        if mention.text == "Brussels" and acts and self._names.speak_of_union:
            return Party(mention.span, mention.text, "European Union", "EUR")
        return mention.party("place" if mention.kind == "city" else "actor")

    def _is_persons_name(self, sentence: Sentence, token: Token, mention: Mention) -> bool:
        """ "Michael Jordan", "Jordan Henderson": a flat name with a word that is no name or role."""
        if mention.kind not in ("state", "capital", "city"):
            return False
        others = list(sentence.children(token.i, "flat"))
        if token.relation == "flat":
            others.append(sentence.tokens[token.head])
        shouted = token.text.isupper()  # "ISRAEL PULLS SOLDIERS OUT": capitals make no name
        return any(
            o.pos == "PROPN"
            and o.text.isalpha()
            and not (shouted and o.text.isupper())
            and self.mention_at(o) is None
            and self._roles.of(sentence, o) is None
            for o in others
        )

    def _in_office(self, sentence: Sentence, token: Token, mention: Mention) -> Party | None:
        """The state of one whom the report introduces by an office that the register has ended."""
        for word in describing(sentence, token):
            role = self._roles.of(sentence, word)
            if role is None or role.kind != "person" or role.sector or is_plural(word):
                continue
            if any(_says_former(t.text) for t in sentence.children(word.i, "amod", "compound")):
                continue
            owner = self._owners.of(sentence, word)
            if owner is not None and owner.country == mention.country and not owner.sector:
                span = mention.span
                return Party(span, mention.text, mention.name, owner.code, owner.country)
        return None

    def _described(self, sentence: Sentence, token: Token) -> Party | None:
        """A role with its state: "Iranian militiamen", "President Petrov of Russia"."""
        words = [
            (word, role)
            for word in describing(sentence, token)
            if (role := self._roles.of(sentence, word)) is not None
            and (word.i == token.i or role.kind not in ("thing", "group"))
        ]
        if not words:
            return None
        span = phrase_span(sentence, token)
        for word, role in words:
            proxies = self._proxies(sentence, word, role, span)
            if proxies is not None:
                return proxies
            owner = self._owners.of(sentence, word) or self._owner_of_name(sentence, token)
            owner = owner or entitled(self.text, self._names, self.register, word)
            if owner is not None:
                return self._in_role(owner, role, span_to(sentence, token, owner.span))
        if (person := self._introduced_here(sentence, token)) is not None:
            return person
        word, role = words[0]
        if self.publisher is not None and is_own_office(sentence, word, role):
            named = token.pos == "PROPN"
            if named if word.i != token.i else self._titled(sentence, word, role) is None:
                return self._in_role(self.publisher, role, span)
        if word.i != token.i or role.kind == "thing":
            return None
        meant = self._titled(sentence, word, role)
        if meant is not None:
            return self._at(span, meant)
        owner = self._owner_before(sentence, word, role)
        owner = owner or self._state_nearby(sentence, word, role)
        if owner is not None and not self._owners.is_field(sentence, word):
            return self._in_role(owner, role, span)
        return Party(span, span.of(self.text), sector=role.sector or None)

    def _proxies(self, sentence: Sentence, token: Token, role: Role, span: Span) -> Party | None:
        """ "Iranian-backed militiamen" are an armed force of Iran's that is not its army."""
        if role.sector not in ("REB", "UAF", "PRM", "PRE"):
            return None
        sponsor = sponsor_of(sentence, token)
        mention = self.mention_at(sponsor) if sponsor is not None else None
        if mention is None or not mention.country:
            return None
        code = f"{mention.country}-UAF"
        return Party(span, span.of(self.text), mention.name, code, mention.country, "UAF")

    def _introduced_here(self, sentence: Sentence, token: Token) -> Party | None:
        """The register's person who stands beside a title: "the president, Donald Trump"."""
        if token.pos != "NOUN" or is_plural(token):
            return None
        for child in sentence.children(token.i, "appos", "flat", "nmod:desc", "nmod:unmarked"):
            mention = self.mention_at(child)
            if mention is not None and mention.kind == "person" and " " in mention.text:
                return self._named(sentence, child)
        return None

    def _owner_of_name(self, sentence: Sentence, token: Token) -> Party | None:
        """The state of a name, on whichever of its words it hangs: "Colonel Ulrich Mba of Gabon"."""
        parts = name_parts(sentence, token) if token.pos == "PROPN" else [token]
        found = (self._owners.of(sentence, part) for part in (token, *parts))
        return next((owner for owner in found if owner is not None), None)

    def _titled(self, sentence: Sentence, token: Token, role: Role) -> Party | None:
        """Whom "the prime minister" means, if the report has introduced one."""
        if not is_definite(sentence, token):
            return None
        if role.kind == "person" and role.sector in ("REB", "UAF") and is_plural(token):
            return self._introduced.taken_up(token.lemma.lower(), token.span.start)
        if role.kind == "person":
            nouns = self._roles.titles(sentence, token)
            return self._introduced.titled(nouns[0], token.span.start) if nouns else None
        if role.kind == "league":
            return self._owners.league(token)
        if role.kind in ("group", "body"):
            return self._introduced.taken_up(token.lemma.lower(), token.span.start)
        return None

    def _owner_before(self, sentence: Sentence, token: Token, role: Role | None) -> Party | None:
        """Whose "the army", "police" or "the ship" is by what the report has named before."""
        sort = sort_of(token.lemma)
        if sort is None or self._spoken is None or not points_at_one(sentence, token):
            return None
        if is_told_apart(sentence, token) or self._owners.is_other(sentence, token):
            return None
        owner = self._introduced.owner(sort, token.span.start)
        if owner is None or owner.country in self._spoken.facing(sentence, token):
            return None
        home = self._spoken.set_in
        if home is not None and home.country != owner.country:
            return None  # "the government" is not that of a guest
        if role is not None and self._doers.act_on(sentence, token, role, owner.country):
            return None
        return owner

    def _state_nearby(self, sentence: Sentence, token: Token, role: Role) -> Party | None:
        """The state of "the government" or "police" where the sentences around name just one."""
        several = token.pos == "PROPN" and is_plural(token)  # "Kurds" live in several states
        if self._spoken is None or several or self._owners.is_other(sentence, token):
            return None
        if is_told_apart(sentence, token) or role.sector == "REF":
            # Nor are refugees of the state that takes them in.
            return None
        if token.lemma.lower() in _LANDS and _is_any(sentence, token):
            return None  # "attacked a neighbouring country": any but the one spoken of
        if role.sector or role.kind in ("body", "group"):
            mention = self._spoken.state_of_role(sentence, token, role)
        elif is_definite(sentence, token):
            mention = self._spoken.state_of_office(sentence, token)
        else:
            return None
        if mention is None or self._doers.act_on(sentence, token, role, mention.country):
            return None
        if mention.country in self._spoken.deploring(sentence, token):
            return None
        described = states_described(sentence, token)
        if described is not None and mention.country not in described:
            return None  # "the kingdom" is no republic
        return Party(mention.span, mention.text, mention.name, mention.country, mention.country)

    def _in_role(self, owner: Party, role: Role, span: Span) -> Party:
        code, sector = owner.code, owner.sector
        if role.sector and owner.country and not owner.sector:
            code, sector = f"{owner.country}-{role.sector}", role.sector
        return Party(span, span.of(self.text), owner.name, code, owner.country, sector)

    def _owned(self, sentence: Sentence, token: Token) -> Party | None:
        """A thing of an actor: "Russian assets", "Ukraine's capital"."""
        owner = self._owners.of(sentence, token) or self._owner_beside(sentence, token)
        if owner is None:
            return None
        span = span_to(sentence, token, owner.span)
        kind = "actor" if self._owners.names_members(sentence, token) else "owner"
        return Party(
            span, span.of(self.text), owner.name, owner.code, owner.country, owner.sector, kind
        )

    def _owner_beside(self, sentence: Sentence, token: Token) -> Party | None:
        """Whose "a second vessel, [a patrol ship of the Omani navy]," is."""
        if not is_thing(token.lemma):
            return None
        beside = (t for t in sentence.children(token.i, "appos") if is_thing(t.lemma))
        owners = (self._owners.of(sentence, t) for t in beside)
        return next((owner for owner in owners if owner is not None), None)

    def _taken_up(self, sentence: Sentence, token: Token) -> Party | None:
        """ "The bloc", "the militia": the one that the report has named."""
        party = self._owners.taken_up(sentence, token)
        if party is None and is_thing(token.lemma) and not is_plural(token):
            party = self._owner_before(sentence, token, None)
            return replace(self._at(token.span, party), kind="owner") if party is not None else None
        return self._at(token.span, party) if party is not None else None

    def _other(self, sentence: Sentence, token: Token) -> Party | None:
        """ "Its ally", "the neighbour": the one other state that the words before it name."""
        if self._spoken is None or token.pos != "NOUN":
            return None
        if not self._owners.is_other(sentence, token):
            return None
        if (theirs := self._owners.nation_of_other(sentence, token)) is not None:
            return self._at(phrase_span(sentence, token), theirs)
        if is_plural(token):
            return None
        whose = sentence.child(token.i, "nmod:poss")
        owner = self._owners.whose(sentence, token)
        above = sentence.tokens[token.head]
        if whose is None and token.relation == "nmod":  # "its quarrel with the neighbour"
            owner = self._owners.whose(sentence, above)
        elif whose is not None and owner is None and whose.pos == "PRON":
            owner = self._doer_above(sentence, token)  # whosever it is, he does not act on himself
        if (whose is None and not is_definite(sentence, token)) or (
            whose is not None and (owner is None or not owner.known)
        ):
            return None
        found = self._spoken.other(sentence, token, owner.country if owner else None)
        return self._at(phrase_span(sentence, token), found) if found is not None else None

    def _doer_above(self, sentence: Sentence, token: Token) -> Party | None:
        """The subject of the clause above an object: "closed the border, accusing its neighbour"."""
        if token.relation not in ("obj", "iobj"):
            return None
        subjects = (sentence.child(above.i, "nsubj") for above in sentence.path_up(token.i))
        nearest = next((t for t in subjects if t is not None), None)
        return self.party(sentence, nearest.i) if nearest is not None else None

    def _pronoun(self, sentence: Sentence, token: Token) -> Party | None:
        if self._antecedents is None or token.span in self._open:
            return None
        # Two pronouns may look for each other in a strange tree; the second finds nobody.
        self._open.add(token.span)
        try:
            party = self._antecedents.pronoun(sentence, token, self.party)
        finally:
            self._open.discard(token.span)
        return self._at(token.span, party) if party is not None else None

    def _at(self, span: Span, party: Party) -> Party:
        """The same party, named by other characters."""
        return Party(span, span.of(self.text), party.name, party.code, party.country, party.sector)


def _of_whom(sentence: Sentence, token: Token) -> Token | None:
    """The phrase with "of" that says whose somebody is: "the leaders of [both countries]"."""
    found = (
        t
        for t in sentence.children(token.i, "nmod")
        if any(c.text.lower() == "of" for c in sentence.children(t.i, "case"))
    )
    return next(found, None)


def _is_any(sentence: Sentence, token: Token) -> bool:
    """Whether a phrase introduces one of many: "a country", "every state"."""
    return any(t.text.lower() in _ANY for t in sentence.children(token.i, "det"))


def _says_former(word: str) -> bool:
    return word.lower() in ("former", "ex", "late", "past", "outgoing", "onetime", "then")
