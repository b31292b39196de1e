# From a noun phrase to the actor it stands for.
# Rule 1: the phrase's own head decides first (a name, or a role with its state);
#   only then its owner ("Russian assets"), and that is marked as such.
# Rule 2: a role without a state ("the rebels") has a sector and no code.
# Rule 3: what a name means in this report is learnt where the report introduces
#   it ("the Russian president, Ivan Petrov") and holds for the rest.
"""Resolve noun phrases to parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.entities.actor import SPEAKER, Mention, Party
from dragoman.entities.coreference import FIRST_PERSON, THIRD_PERSON, Antecedents
from dragoman.entities.introduced import Introduced
from dragoman.entities.register import Register, Role, load_register

# Heads that only count or portion what follows their "of".
PORTIONS = frozenset(
    "billion bulk bunch couple dozen dozens group handful hundred hundreds lot majority many "
    "million millions most number one part pair plenty score scores series set some several "
    "ten tens thousand thousands two three four five six seven eight wave kind type sort "
    "share".split()
)
# Prepositions that lead from a role or a thing to its state.
_OWNING = {"of": 0, "from": 1, "for": 2, "in": 3, "to": 4, "at": 5, "within": 6, "inside": 7}
_NAMING = ("flat", "compound", "appos", "nmod:desc", "nmod:unmarked")


@dataclass
class Resolver:
    """Resolves the phrases of one report. Holds what the report has introduced so far."""

    text: str
    mentions: Sequence[Mention]
    register: Register = field(default_factory=load_register)
    times: frozenset[int] = frozenset()  #: where words of dates begin: "Saturday" is no actor
    _by_start: dict[int, Mention] = field(default_factory=dict, init=False)
    _introduced: Introduced = field(init=False)
    _open: set[Span] = field(default_factory=set, init=False)
    _antecedents: Antecedents | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._introduced = Introduced(self.mentions)
        for mention in self.mentions:
            for offset in range(mention.span.start, mention.span.end):
                self._by_start[offset] = mention

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that covers a token, if one does."""
        return self._by_start.get(token.span.start)

    def learn(self, sentences: Sequence[Sentence]) -> None:
        """Remember the people whom the report introduces, and what stands before what."""
        self._antecedents = Antecedents(sentences, self.mentions, self._by_start)
        for sentence in sentences:
            for token in sentence.tokens:
                if token.pos == "PROPN" and token.relation not in ("flat", "compound"):
                    self._introduce(sentence, token)
                    self._entitle(sentence, token)
                elif token.pos == "NOUN":
                    self._entitle(sentence, token)

    def _introduce(self, sentence: Sentence, token: Token) -> None:
        if self.mention_at(token) is not None:
            return
        party = self._described(sentence, token)
        head = sentence.tokens[token.head]
        if party is None and token.relation == "appos":
            # "a cabinet minister, Nachman Shai": the role is the head.
            party = self._described(sentence, head)
        if party is None or party.code is None:
            return
        for name in self._name_words(sentence, token):
            self._introduced.name(name, party)

    def _entitle(self, sentence: Sentence, token: Token) -> None:
        """Remember the titles that a phrase gives to somebody: "the Iraqi prime minister, N."."""
        mention = self.mention_at(token)
        person = mention is not None and mention.kind == "person"
        party = mention.party() if mention is not None and person else None
        for word in (token, *sentence.children(token.i, *_NAMING)):
            role = self._role(sentence, word)
            if role is None or role.kind != "person" or "Number=Plur" in word.feats:
                continue
            found = party or self._described(sentence, token)
            if found is None or not found.known or found.code == SPEAKER:
                return
            for noun in self._title_nouns(sentence, word):
                self._introduced.title(noun, token.span.start, found)

    def _title_nouns(self, sentence: Sentence, word: Token) -> list[str]:
        """The title in full and by its noun: "prime minister", "minister"."""
        found = lemmas(word.text, word.lemma)
        before = sentence.children(word.i, "compound", "amod")
        double = [f"{b.lemma.lower()} {lemma}" for b in before for lemma in found]
        return [*(d for d in double if d in self.register.roles), *found]

    @staticmethod
    def _is_definite(sentence: Sentence, token: Token) -> bool:
        """Whether a phrase points back: "the minister", "this group"."""
        return any(
            t.text.lower() in ("the", "this", "that") for t in sentence.children(token.i, "det")
        )

    def _name_words(self, sentence: Sentence, token: Token) -> list[str]:
        """The surname: the last word of a name that is neither a title nor a place."""
        words = [token, *sentence.children(token.i, "flat", "compound")]
        words = [
            w
            for w in sorted(words, key=lambda t: t.i)
            if w.pos == "PROPN" and self._role(sentence, w) is None and self.mention_at(w) is None
        ]
        return [words[-1].text] if words and len(words[-1].text) > 2 else []

    def core(self, sentence: Sentence, i: int) -> int:
        """Look through portions: the soldiers in "thousands of soldiers"."""
        for _ in range(3):
            token = sentence.tokens[i]
            if token.lemma.lower() not in PORTIONS:
                return i
            inner = next(
                (
                    t
                    for t in sentence.children(i, "nmod")
                    if any(c.lemma == "of" for c in sentence.children(t.i, "case"))
                ),
                None,
            )
            if inner is None:
                return i
            i = inner.i
        return i

    def party(self, sentence: Sentence, i: int) -> Party | None:
        """The party that the phrase headed by token *i* stands for, or None if it is no actor."""
        i = self.core(sentence, i)
        token = sentence.tokens[i]
        if token.pos in ("VERB", "AUX", "ADV", "PUNCT"):
            return None
        if token.span.start in self.times:
            return None
        if token.text.lower() in THIRD_PERSON:
            return self._pronoun(sentence, token)
        if token.pos == "PRON" and token.text.lower() in FIRST_PERSON:
            return Party(token.span, token.text, code=SPEAKER)
        found = self._named(sentence, token) or self._described(sentence, token)
        if found is None and token.pos in ("PROPN", "X"):
            found = self._introduced.named(self._last_name(sentence, token))
            span = self._name_span(sentence, token)
            if found is None and token.i == 0 and " " not in span.of(self.text):
                # "Drought is threatening …": the first word's capital says nothing.
                return None
            if found is not None:
                return Party(
                    span, span.of(self.text), found.name, found.code, found.country, found.sector
                )
            return Party(span, span.of(self.text), span.of(self.text))
        return found or self._owned(sentence, token) or self._taken_up(sentence, token)

    def _taken_up(self, sentence: Sentence, token: Token) -> Party | None:
        """ "The bloc", "the militia": the one that the report has named."""
        if token.pos != "NOUN" or not self._is_definite(sentence, token):
            return None
        party = self._introduced.taken_up(token.lemma.lower(), token.span.start)
        return self._at(token.span, party) if party is not None else None

    def parties(self, sentence: Sentence, i: int) -> tuple[Party, ...]:
        """As :meth:`party`, but "both countries" stands for two."""
        if self._antecedents is not None:
            pair = self._antecedents.pair(sentence, sentence.tokens[i], self.party)
            if pair:
                span = self._phrase_span(sentence, sentence.tokens[i])
                return tuple(self._at(span, p) for p in pair)
        one = self.party(sentence, i)
        if one is None:
            return ()
        return (one, *self._fellow_owners(sentence, self.core(sentence, i), one))

    def _fellow_owners(self, sentence: Sentence, i: int, one: Party) -> list[Party]:
        """The others of "the presidents of A and B", "Thai and Cambodian soldiers"."""
        if one.country is None or not sentence.tokens[i].feats & {"Number=Plur", "Number=Ptan"}:
            return []
        found = []
        for child in sentence.children(i, "amod", "compound", "nmod:poss", "nmod"):
            if child.dep == "nmod" and not any(
                c.text.lower() in ("of", "from", "in") for c in sentence.children(child.i, "case")
            ):
                continue
            for other in sentence.children(child.i, "conj"):
                mention = self.mention_at(other)
                if mention is None or mention.country in (None, one.country):
                    continue
                code = f"{mention.country}-{one.sector}" if one.sector else mention.country
                found.append(
                    Party(
                        mention.span,
                        mention.text,
                        mention.name,
                        code,
                        mention.country,
                        one.sector,
                        one.kind,
                    )
                )
        return found

    def renamed(self, sentence: Sentence, i: int, party: Party) -> Party:
        """The same party, named by the phrase headed by token *i*."""
        return self._at(self._phrase_span(sentence, sentence.tokens[i]), party)

    def _at(self, span: Span, party: Party) -> Party:
        """The same party, named by other characters."""
        return Party(span, span.of(self.text), party.name, party.code, party.country, party.sector)

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

    def is_person(self, sentence: Sentence, i: int) -> bool:
        """Whether the phrase headed by token *i* is a single human: whom "he" can mean."""
        token = sentence.tokens[i]
        if token.pos == "PROPN":
            mention = self.mention_at(token)
            return mention is None or mention.kind == "person"
        role = self._role(sentence, token)
        return role is not None and role.kind == "person" and "Number=Plur" not in token.feats

    def modifier(self, token: Token) -> Party | None:
        """The actor that a modifier names: "Israeli" or "US" before a noun."""
        mention = self.mention_at(token)
        if mention is None or mention.code is None or mention.kind == "outlet":
            return None
        return mention.party()

    def _last_name(self, sentence: Sentence, token: Token) -> str:
        words = self._name_words(sentence, token)
        return words[-1] if words else token.text

    def _name_span(self, sentence: Sentence, token: Token) -> Span:
        words = [token, *sentence.children(token.i, "flat", "compound")]
        return Span(min(w.span.start for w in words), max(w.span.end for w in words))

    def _named(self, sentence: Sentence, token: Token) -> Party | None:
        """The phrase is itself a name of the register."""
        mention = self.mention_at(token)
        if mention is None:
            # "Foreign Minister Lavrov of Russia" is for _described; "the Iran" of "Iran deal" for _owned.
            return None
        if token.pos == "PROPN" and self._is_persons_name(sentence, token, mention):
            return None
        kind = "place" if mention.kind == "city" else "actor"
        if mention.kind == "adjective" and token.pos == "ADJ" and token.relation == "amod":
            return None
        if token.pos == "NOUN" and mention.kind == "adjective" and self._role(sentence, token):
            return None
        return mention.party(kind)

    def _is_persons_name(self, sentence: Sentence, token: Token, mention: Mention) -> bool:
        """ "Michael Jordan", "Jordan Henderson": a flat name with a word that is no name or role."""
        if mention.kind not in ("state", "capital", "city"):
            return False
        others = list(sentence.children(token.i, "flat"))
        if token.relation == "flat":
            others.append(sentence.tokens[token.head])
        return any(
            o.pos == "PROPN" and self.mention_at(o) is None and self._role(sentence, o) is None
            for o in others
        )

    def _role(self, sentence: Sentence, token: Token) -> Role | None:
        """The role that a word names, with the noun before it if the two are one role."""
        if token.pos not in ("NOUN", "PROPN"):
            return None
        found = lemmas(token.text, token.lemma)
        for before in sentence.children(token.i, "compound", "amod"):
            for lemma in found:
                double = self.register.roles.get(f"{before.lemma.lower()} {lemma}")
                if double is not None:
                    return double
        return next((self.register.roles[m] for m in found if m in self.register.roles), None)

    def _described(self, sentence: Sentence, token: Token) -> Party | None:
        """A role with its state: "Iranian militiamen", "President Petrov of Russia"."""
        for word in (token, *sentence.children(token.i, *_NAMING)):
            role = self._role(sentence, word)
            if role is None or (word.i != token.i and role.kind in ("thing", "group")):
                continue
            owner = self._owner(sentence, word) or self._owner(sentence, token)
            span = self._phrase_span(sentence, token)
            if owner is None:
                if role.kind == "thing" or word.i != token.i:
                    continue
                meant = self._titled(sentence, word, role)
                if meant is not None:
                    return self._at(span, meant)
                owner = self._state_nearby(sentence, word, role)
                if owner is None:
                    return Party(span, span.of(self.text), None, None, None, role.sector or None)
            return self._in_role(owner, role, span)
        return None

    def _titled(self, sentence: Sentence, token: Token, role: Role) -> Party | None:
        """Whom "the prime minister" means, if the report has introduced one."""
        if role.kind == "person" and self._is_definite(sentence, token):
            nouns = self._title_nouns(sentence, token)
            return self._introduced.titled(nouns[0], token.span.start) if nouns else None
        if role.kind in ("group", "body") and self._is_definite(sentence, token):
            return self._introduced.taken_up(token.lemma.lower(), token.span.start)
        return None

    def _state_nearby(self, sentence: Sentence, token: Token, role: Role) -> Party | None:
        """The state of "the government" or "police" where the sentences around name just one."""
        if self._antecedents is None or not (role.sector or role.kind in ("body", "group")):
            return None
        mention = self._antecedents.state_of_role(sentence, token)
        if mention is None:
            return None
        return Party(mention.span, mention.text, mention.name, mention.country, mention.country)

    def _in_role(self, owner: Party, role: Role, span: Span) -> Party:
        code, sector = owner.code, owner.sector
        if role.sector and owner.country and not owner.sector:
            code, sector = f"{owner.country}-{role.sector}", role.sector
        return Party(span, span.of(self.text), owner.name, code, owner.country, sector)

    def _phrase_span(self, sentence: Sentence, token: Token) -> Span:
        """The phrase without relative clauses and appositions."""
        words = [token]
        for child in sentence.children(
            token.i, "amod", "compound", "flat", "nmod:poss", "nummod", "det"
        ):
            if child.dep != "det":
                words += [sentence.tokens[k] for k in sentence.subtree(child.i)]
        words = [w for w in words if w.pos != "PUNCT"]
        return Span(min(w.span.start for w in words), max(w.span.end for w in words))

    def _owned(self, sentence: Sentence, token: Token) -> Party | None:
        """A thing of an actor: "Russian assets", "Ukraine's capital"."""
        owner = self._owner(sentence, token)
        if owner is None:
            return None
        span = self._phrase_span(sentence, token)
        return Party(
            span, span.of(self.text), owner.name, owner.code, owner.country, owner.sector, "owner"
        )

    def _owner(self, sentence: Sentence, token: Token, depth: int = 0) -> Party | None:
        """Whose it is: possessor, a nation's adjective or name before it, or an *of* phrase."""
        if depth > 2:
            return None
        for child in sentence.children(
            token.i, "nmod:poss", "amod", "compound", "flat", "det:poss"
        ):
            mention = self.mention_at(child)
            if mention is not None and mention.code and mention.kind != "outlet":
                return mention.party()
            if child.text.lower() in THIRD_PERSON:
                inner = self._pronoun(sentence, child)
                if inner is not None:
                    return inner
            if child.text.lower() in FIRST_PERSON and self._role(sentence, token):
                # "Our forces" are the speaker's; "our allies" are not.
                return Party(child.span, child.text, code=SPEAKER)
            if child.dep == "nmod:poss" and child.pos in ("NOUN", "PROPN"):
                inner = self._described(sentence, child) or self._owner_party(
                    sentence, child, depth
                )
                if inner is not None and inner.known:
                    return inner
            elif child.relation in ("compound", "flat") and child.pos in ("NOUN", "PROPN", "ADJ"):
                inner = self._owner(sentence, child, depth + 1)
                if inner is not None:
                    return inner
        mention = self.mention_at(token)
        if mention is not None and mention.kind == "adjective" and mention.code:
            return mention.party()
        phrases: list[tuple[int, Token]] = []
        for child in sentence.children(token.i, "nmod"):
            case = sentence.child(child.i, "case")
            if case is not None and case.text.lower() in _OWNING:
                phrases.append((_OWNING[case.text.lower()], child))
        for _, child in sorted(phrases, key=lambda p: p[0]):
            inner = self._named(sentence, child) or self._described(sentence, child)
            inner = inner or self._owner_party(sentence, child, depth)
            if inner is not None and inner.known:
                return inner
        return None

    def _owner_party(self, sentence: Sentence, token: Token, depth: int) -> Party | None:
        learnt = self._introduced.named(token.text) if token.pos == "PROPN" else None
        return learnt or self._owner(sentence, token, depth + 1)
