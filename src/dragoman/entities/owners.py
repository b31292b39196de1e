# Whose a phrase is: "Iran's minister", "Russian assets", "the army of Chad".
# Rule 1: what stands before the noun decides before what follows it.
# Rule 2: of phrases that follow, "of" is asked first, then "from", then the others.
# Rule 3: what somebody studies or is sent to does not own him: "an Iran expert", "the
#   ambassador to Turkey". Nor do those whose ally or critic he is.
"""The state or body to which a phrase belongs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.hyphens import doer_before, partners
from dragoman.clauses.inflection import lemmas
from dragoman.entities.actor import SPEAKER, Mention, Party
from dragoman.entities.answers import Answers
from dragoman.entities.introduced import Introduced
from dragoman.entities.names import Names
from dragoman.entities.phrases import is_definite, is_plural
from dragoman.entities.pronouns import FIRST_PERSON, THIRD_PERSON
from dragoman.entities.roles import Roles

Find = Callable[[Sentence, Token], Party | None]

# Prepositions that lead from a role or a thing to its state.
_OWNING = {"of": 0, "from": 1, "for": 2, "in": 3, "to": 4, "at": 5, "within": 6, "inside": 7}
_POSSESSIVE = ("'s", "’s", "'", "’", "´s")
_PERSONS = THIRD_PERSON | FIRST_PERSON
_SEATS = frozenset({"state", "capital", "city"})
# Who is named by a field of study or a posting, and by it alone.
_STUDYING = frozenset(
    "academic analyst correspondent economist expert historian professor researcher scholar "
    "specialist strategist watcher".split()
)
_POSTED = frozenset(
    "ambassador attache attaché consul coordinator emissary envoy mediator peacekeeper rapporteur "
    "representative".split()
)
# Who is named by whom he stands beside or against: another than the one named.
_OTHERS = frozenset(
    "adversary ally archenemy archrival backer benefactor buyer creditor critic customer detractor "
    "donor enemy foe friend lender neighbor neighbour nemesis opponent partner patron protector rival "
    "sponsor supplier supporter sympathiser sympathizer".split()
)
# Nouns that say who made a thing.
_MAKES = frozenset({"construction", "design", "make", "manufacture", "origin", "production"})
_BY, _TO, _FROM = frozenset({"by"}), frozenset({"to", "with"}), frozenset({"by", "from"})
# How several together are led.
_LEADING = frozenset({"commanded", "headed", "led"})
# What says before a hyphen whose a ship or a firm is.
_MARKS = frozenset(
    "appointed controlled flagged held installed linked operated owned registered run".split()
)
# Participles and adjectives that bind what stands before them to somebody.
_TIES = {
    **dict.fromkeys("control deploy hold man operate own run".split(), _BY),
    **dict.fromkeys("fire launch".split(), _FROM),
    **dict.fromkeys("affiliate ally belong close connect link loyal tie".split(), _TO),
    **dict.fromkeys("affiliated allied belonging connected linked tied".split(), _TO),
}


@dataclass(frozen=True)
class Owners:
    """Finds whose phrases are, in one report."""

    names: Names
    roles: Roles
    introduced: Introduced
    answers: Answers
    named: Find  #: the party that a phrase names itself
    described: Find  #: the party of a role
    pronoun: Find  #: the party of a pronoun

    def of(self, sentence: Sentence, token: Token, depth: int = 0) -> Party | None:
        """Whose it is: possessor, a nation's adjective or name before it, or an *of* phrase."""
        if depth > 2:
            return None
        return self.answers.once(("owner", token.span.start, depth), self._find, sentence, token)

    def _find(self, sentence: Sentence, token: Token, depth: int) -> Party | None:
        if self.is_field(sentence, token) or self.is_other(sentence, token):
            return None
        if token.lemma.lower() == "counterpart" and (
            elsewhere := self._after(sentence, token, depth)
        ):
            return elsewhere  # "his counterpart in Paris" is no countryman of his
        before = self._before(sentence, token, depth) or self._possessor(sentence, token)
        if before is not None:
            return before
        mention = self.names.at(token)
        if mention is not None and mention.kind == "adjective" and mention.code:
            return mention.party()
        owners = sentence.children(token.i, "nmod:poss")
        if any(t.text.lower() in THIRD_PERSON for t in owners):
            return None  # "its embassy in Tehran" is not Iran's, whosever it is
        if (bound := self._bound(sentence, token, depth)) is not None:
            return bound
        return self._leader(sentence, token) or self._after(sentence, token, depth)

    def taken_up(self, sentence: Sentence, token: Token) -> Party | None:
        """ "The bloc", "the militia": the one that the report has named."""
        if token.pos != "NOUN" or not is_definite(sentence, token):
            return None
        return self.introduced.taken_up(token.lemma.lower(), token.span.start)

    def whose(self, sentence: Sentence, token: Token) -> Party | None:
        """Who stands before a noun with 's or as a pronoun, also where it means another: "its ally"."""
        for child in sentence.children(token.i, "nmod:poss"):
            if child.text.lower() in THIRD_PERSON:
                return self.pronoun(sentence, child)
            mention = self.names.at(child)
            if mention is not None and is_owner(mention):
                return mention.party()
        return None

    def nation_of_other(self, sentence: Sentence, token: Token) -> Party | None:
        """Of which nation somebody's ally is: "our [Iraqi] allies", "its Kenyan partner"."""
        if sentence.child(token.i, "nmod:poss") is None:
            return None  # "Russian allies" are Russia's
        for child in sentence.children(token.i, "amod", "compound"):
            mention = self.names.at(child)
            if mention is not None and mention.code and is_owner(mention):
                return mention.party()
        return None

    def league(self, token: Token) -> Party | None:
        """The coalition that is meant; a capital makes it a name, of which the report may tell later."""
        before = sys.maxsize if token.text.istitle() and token.i else token.span.start
        return self.introduced.taken_up(token.lemma.lower(), before)

    def is_league(self, sentence: Sentence, token: Token) -> bool:
        """Whether a word stands for several together, as "coalition" does."""
        role = self.roles.of(sentence, token)
        return role is not None and role.kind == "league"

    def is_field(self, sentence: Sentence, token: Token) -> bool:
        """Whether a state's bare name says what somebody studies or covers: "a Russia analyst"."""
        lemma = token.lemma.lower()
        if lemma not in _STUDYING and lemma not in _POSTED:
            return False
        if sentence.child(token.i, "nmod:poss") is not None:
            return False
        for child in sentence.children(token.i, "compound", "flat"):
            mention = self.names.at(child)
            if mention is not None and mention.kind in ("state", "city"):
                # "US" and "UK" serve as adjectives too.
                return not mention.text.replace(".", "").isupper() and not any(
                    self.names.at(other) for other in sentence.children(token.i, "amod")
                )
        return False

    def is_other(self, sentence: Sentence, token: Token) -> bool:
        """Whether a noun means another than the one it names: "Iran's neighbours"."""
        lemma = token.lemma.lower().removeprefix("arch-")
        if lemma not in _OTHERS or self.names_members(sentence, token):
            return False
        role = self.roles.of(sentence, token)
        if role is not None and role.sector != "CVL":
            return False
        # "Supporters of the opposition" are the opposition.
        inside = (
            self.roles.of(sentence, t) for t in sentence.children(token.i, "nmod", "compound")
        )
        return not any(r is not None and r.sector in ("OPP", "PTY") for r in inside)

    def names_members(self, sentence: Sentence, token: Token) -> bool:
        """Whether those are meant who are an alliance: "NATO allies", "EU members"."""
        if token.lemma.lower() not in ("ally", "member") or not is_plural(token):
            return False
        before = (self.names.at(t) for t in sentence.children(token.i, "compound"))
        return any(m is not None and m.kind in ("alliance", "bloc", "igo") for m in before)

    def _before(self, sentence: Sentence, token: Token, depth: int) -> Party | None:
        children = list(
            sentence.children(token.i, "nmod:poss", "amod", "compound", "flat", "det:poss")
        )
        # "his Greek counterpart" is a Greek: a nation before the noun outranks a pronoun.
        children.sort(key=lambda c: c.text.lower() in _PERSONS)
        role = self.roles.of(sentence, token)
        if role is not None and role.kind == "person":
            # "A Chinese-American scholar" is an American.
            chain = partners(sentence, sorted(c.i for c in children))
            one = {self.names.at(sentence.tokens[i]) for i in chain}
            # "Al-Shabab fighters": one name with a hyphen in it.
            children = [c for c in children if len(one) < 2 or c.i not in chain[:-1]]
        for child in children:
            mention = self.names.at(child)
            if mention is not None and is_owner(mention):
                return mention.party()
            word = child.text.lower()
            if word == "european" and self._speaks_for_a_state(sentence, token):
                # "European foreign ministers" and "European leaders" stand for their union.
                return Party(child.span, child.text, "European Union", "EUR")
            if word in THIRD_PERSON and token.lemma.lower() == "counterpart":
                # "His counterpart in Baku" is anybody's but his.
                return self._seated(sentence, token)
            if word in THIRD_PERSON:
                inner = self.pronoun(sentence, child)
                if inner is not None:
                    return inner
            if word == "whose":
                return self.antecedent(sentence, token, depth)
            if (made_out := self._marked(sentence, token, child)) is not None:
                return made_out
            if child.relation == "amod" and mention is None:
                # "Saudi crown prince": hung on the word between.
                inner = self._before(sentence, child, depth + 1) if depth < 2 else None
                if inner is not None:
                    return inner
            if word in FIRST_PERSON and self.roles.of(sentence, token):
                # "Our forces" are the speaker's; "our allies" are not.
                return Party(child.span, child.text, code=SPEAKER)
            if child.dep == "nmod:poss" and child.pos in ("NOUN", "PROPN"):
                inner = self._through(sentence, child, depth)
                if inner is not None:
                    return inner
            elif child.relation in ("compound", "flat") and child.pos in ("NOUN", "PROPN", "ADJ"):
                inner = self.of(sentence, child, depth + 1) or self._institution(sentence, child)
                if inner is None and self.is_league(sentence, child):
                    # "Coalition aircraft": of the coalition that the report has named.
                    inner = self.league(child)
                if inner is not None:
                    return inner
        return None

    def _seated(self, sentence: Sentence, token: Token) -> Party | None:
        """The state in whose city somebody sits: "his counterpart in [Baku]"."""
        for phrase in sentence.children(token.i, "nmod", "obl"):
            case = sentence.child(phrase.i, "case")
            mention = self.names.at(phrase)
            if case is None or case.text.lower() not in ("at", "from", "in", "of"):
                continue
            if mention is not None and mention.country and mention.kind in _SEATS:
                return Party(
                    phrase.span, phrase.text, mention.name, mention.country, mention.country
                )
        return None

    def _institution(self, sentence: Sentence, token: Token) -> Party | None:
        """Whose "government artillery" and "rebel positions" are: the institution's before the noun."""
        role = self.roles.of(sentence, token)
        if role is None or token.pos != "NOUN" or role.sector not in ("", "MIL", "REB", "COP"):
            return None
        if role.kind not in ("body", "group") and role.sector != "REB":
            return None
        found = self.described(sentence, token)
        return found if found is not None and found.known else None

    def antecedent(self, sentence: Sentence, token: Token, depth: int = 0) -> Party | None:
        """Whom "whose" takes up: "Chad, [whose] army fled"."""
        for above in (token, *sentence.path_up(token.i)):
            if above.dep == "acl:relcl":
                noun = sentence.tokens[above.head]
                found = self.named(sentence, noun)
                known = found is not None and found.known
                return found if known else self._through(sentence, noun, depth)
        return None

    def _speaks_for_a_state(self, sentence: Sentence, token: Token) -> bool:
        role = self.roles.of(sentence, token)
        return role is not None and role.kind == "person" and not role.sector

    def _possessor(self, sentence: Sentence, token: Token) -> Party | None:
        """The name with "'s" right before the phrase, wherever the parser hung it."""
        first = token.i
        for child in sentence.children(token.i, "compound", "amod"):
            first = min(first, child.i)
        if first < 2 or sentence.tokens[first - 1].text not in _POSSESSIVE:
            return None
        mention = self.names.at(sentence.tokens[first - 2])
        return mention.party() if mention is not None and is_owner(mention) else None

    def _marked(self, sentence: Sentence, token: Token, word: Token) -> Party | None:
        """Whose "a [Greek-owned] tanker" is."""
        if word.text.lower() not in _MARKS or self.roles.is_people(sentence, token.i):
            return None
        name = doer_before(sentence, word)
        mention = self.names.at(sentence.tokens[name]) if name is not None else None
        return mention.party() if mention is not None and is_owner(mention) else None

    def _bound(self, sentence: Sentence, token: Token, depth: int) -> Party | None:
        """Whose "a town [held by the rebels]" and "firms [linked to Iran]" are."""
        if sentence.words.isdisjoint(_TIES):
            return None
        for tie in sentence.children(token.i, "acl", "amod"):
            words = (tie.lemma.lower(), *lemmas(tie.text, tie.lemma))
            leading = next((_TIES[w] for w in words if w in _TIES), None)
            if tie.i < token.i or leading is None:
                continue
            for phrase in sentence.children(tie.i, "obl"):
                case = sentence.child(phrase.i, "case")
                if case is None or case.text.lower() not in leading:
                    continue
                if case.text.lower() == "by" and self.roles.is_people(sentence, token.i):
                    continue  # "soldiers held by the rebels" are not theirs
                found = self.named(sentence, phrase)
                if found is None or not found.known:
                    found = self._through(sentence, phrase, depth)
                if found is not None:
                    return found
        return None

    def _leader(self, sentence: Sentence, token: Token) -> Party | None:
        """ "A coalition led by Saudi Arabia", "a force that Chad commands": whoever leads several acts for them."""
        if sentence.words.isdisjoint(_LEADING):
            return None
        for led in sentence.children(token.i, "acl"):
            if led.text.lower() not in _LEADING:
                continue
            for by in sentence.children(led.i, "obl"):
                case = sentence.child(by.i, "case")
                if case is not None and case.text.lower() == "by":
                    found = self.named(sentence, by) or self.described(sentence, by)
                    return found if found is not None and found.known else None
        return None

    def _after(self, sentence: Sentence, token: Token, depth: int) -> Party | None:
        posted = token.lemma.lower() in _POSTED or self.is_league(sentence, token)
        phrases: list[tuple[int, Token]] = []
        for child in (*sentence.children(token.i, "nmod"), *_before_verb(sentence, token)):
            case = sentence.child(child.i, "case")
            word = case.text.lower() if case is not None else ""
            if child.lemma.lower() in _MAKES:
                continue  # "a drone of Turkish make" need not be Turkey's
            if word in _OWNING and not (posted and word not in ("of", "from")):
                phrases.append((_OWNING[word], child))
        for _, child in sorted(phrases, key=lambda p: p[0]):
            inner = self.named(sentence, child)
            if inner is None or not inner.known:
                inner = self._through(sentence, child, depth)
            if inner is not None:
                return inner
        return None

    def _through(self, sentence: Sentence, token: Token, depth: int) -> Party | None:
        """The known party that an owner's phrase stands for, or to whom the owner belongs."""
        found = self.described(sentence, token)
        if found is not None and found.known:
            return found
        learnt = self.introduced.named(token.text) if token.pos == "PROPN" else None
        found = learnt or self.taken_up(sentence, token) or self.of(sentence, token, depth + 1)
        return found if found is not None and found.known else None


def _before_verb(sentence: Sentence, token: Token) -> list[Token]:
    """What stands between a subject and its verb is the subject's, though a tree hang it above."""
    if token.relation != "nsubj" or token.head < token.i:
        return []
    return [
        child
        for child in sentence.children(token.head, "obl")
        if child.i < token.head and sentence.subtree(child.i)[0] == token.i + 1
    ]


def is_owner(mention: Mention) -> bool:
    """Whether a name before a noun says whose it is: an outlet's never does."""
    return mention.code is not None and mention.kind != "outlet"
