# Whom a sentence carries on with: "Chad closed the border. It also …", "They …", "Its army …".
# Rule 1: the subject of the sentence before is meant, if it fits in person and number.
# Rule 2: not if its verb acts on another whom the word could mean as well ("Chad handed the list to
#   Mali. It …"), unless the sentence says that it goes on: "It also …".
# Rule 3: "it" is somebody only with a verb for what somebody does; a treaty or a strike may be "it" too.
"""Antecedents in the sentence before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.alphabet.calendar import MONTHS, WEEKDAYS
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.phrases import main_subject
from dragoman.entities.actor import SPEAKER, Party
from dragoman.entities.names import Names
from dragoman.entities.phrases import is_plural
from dragoman.entities.pronouns import Resolve
from dragoman.entities.roles import Roles

Pair = Callable[[Sentence, int], tuple[Party, ...]]
_PERSONAL = frozenset({"he", "his", "him", "she", "her"})
_PLURAL = frozenset({"they", "their", "them"})
_OWNING = frozenset({"its", "their"})
# What only somebody can do, so that a sentence's "It" is no satellite and no treaty.
_SAYING = frozenset(
    "accuse acknowledge add admit agree announce appeal argue ask assert blame call claim condemn confirm "
    "criticise criticize decline demand deny dismiss insist pledge promise propose refuse reject "
    "reiterate say state threaten urge vow warn".split()
)
# What a state or a band does and no thing of it, so that "It" is the one named before.
_ACTING = frozenset(
    "abandon abduct ambush annex arm arrest assassinate attack back ban bankroll blacklist blockade bomb borrow boycott "
    "breach break buy capture close conscript consider conquer continue cut decide deliver deploy deport detain dispatch donate "
    "downgrade equip evacuate execute expel export extradite fight finance fire free give grant halt harbor "
    "harbour hold hope host import impose intend intervene invade invite jail join kidnap kill launch lease lend "
    "lift lobby lose mediate mobilise mobilize nationalise nationalize negotiate occupy offer oppose order patrol pay plan "
    "pull purchase quit raid ratify rearm recall receive recognise recognize regain release renounce repatriate request "
    "resist resume retaliate retake sanction seek seize sell send sever shell shelter ship shoot sign sponsor spy station "
    "stop summon supply suspend take train try veto violate vote want warn welcome withdraw".split()
)
# Nouns for others than whom they are told apart from.
_OTHERS = frozenset(
    "ally backer enemy foe friend neighbor neighbour opponent partner rival sponsor supporter".split()
)
_ALSO = frozenset({"also", "too", "further", "furthermore", "moreover", "additionally"})
_GOING_ON = frozenset({"add", "continue", "reiterate", "stress", "repeat"})
_FRONTED = frozenset({"obl", "advmod", "cc", "punct", "discourse", "mark"})
_OTHER_SIDE = frozenset({"with", "to", "against", "by", "from", "on", "for"})


@dataclass
class Carried:
    """The sentences of one report in order, and whom the next one goes on about."""

    sentences: Sequence[Sentence]
    names: Names
    roles: Roles
    fits: Callable[[Sentence, int, str], bool]  #: whether a phrase agrees with a pronoun

    def __post_init__(self) -> None:
        self._starts = [s.span.start for s in self.sentences]

    def subject(
        self, sentence: Sentence, token: Token, resolve: Resolve, pair: Pair | None = None
    ) -> tuple[Party, ...]:
        """Whoever the sentence before is about, for a pronoun that this one opens with; several for "they"."""
        word = token.text.lower()
        if not self._may_go_on(sentence, token, word):
            return ()
        at = bisect_left(self._starts, sentence.span.start)
        before = self.sentences[at - 1] if at else None
        subject = main_subject(before) if before is not None else None
        if before is None or subject is None:
            return ()
        if word in _PLURAL and pair is not None and (two := pair(before, subject.i)):
            return two
        heads = before.conjuncts(subject.i)
        if len(heads) > 1:
            found = [resolve(before, head) for head in heads] if word in _PLURAL else []
        elif self._agrees(before, subject, word):
            found = [resolve(before, subject.i)]
        else:
            found = []
        known = tuple(p for p in found if p is not None and _acts(p))
        if not known or len(known) < len(found):
            return ()
        if not goes_on(sentence, token) and self._rivals(before, subject, word, known, resolve):
            return ()
        return known

    def _agrees(self, before: Sentence, subject: Token, word: str) -> bool:
        if subject.pos == "PRON":
            # "It fled. Its men …": the same kind of word twice.
            return (subject.text.lower() in _PLURAL) == (word in _PLURAL)
        return self.fits(before, subject.i, word)

    def _may_go_on(self, sentence: Sentence, token: Token, word: str) -> bool:
        """Whether a pronoun opens its sentence as its subject or as the subject's owner."""
        if word in _OWNING and token.dep == "nmod:poss":
            owned = sentence.tokens[token.head]
            if owned.relation == "compound":
                owned = sentence.tokens[owned.head]  # "[its] trade minister": hung one word too low
            return owned.relation == "nsubj" and self._opens(sentence, token, owned)
        if token.relation != "nsubj":
            return False
        if not self._opens(sentence, token, token):
            return False
        if word == "it":
            return sentence.tokens[token.head].lemma.lower() in _SAYING | _ACTING
        return word in _PLURAL

    def _opens(self, sentence: Sentence, token: Token, subject: Token) -> bool:
        """Whether nobody is named before the pronoun: "It sold", "On Monday it sold"."""
        if token.i == 0:
            return True
        if sentence.tokens[subject.head].relation != "root":
            return False
        before = sentence.tokens[: token.i]
        tops = {t.relation for t in before if t.head >= token.i}
        return tops <= _FRONTED and not any(
            self.names.at(t) is not None or t.pos in ("PRON", "PROPN", "VERB")
            for t in before
            if t.text not in MONTHS and t.text not in WEEKDAYS
        )

    def _rivals(
        self,
        sentence: Sentence,
        subject: Token,
        word: str,
        known: tuple[Party, ...],
        resolve: Resolve,
    ) -> bool:
        """Whether the verb of *subject* acts on another whom the word could mean."""
        own = {p.country or p.code for p in known}
        for other in _acted_on(sentence, sentence.tokens[subject.head]):
            party = resolve(sentence, other.i)
            if word in _PLURAL and is_plural(other):
                inside = [self.names.at(sentence.tokens[k]) for k in sentence.subtree(other.i)]
                if any(m is not None and m.country and m.country not in own for m in inside):
                    return True
                unknown = party is None or not party.known
                role = self.roles.of(sentence, other)
                if unknown and (role is not None or other.lemma.lower() in _OTHERS):
                    return True
            if party is None or not party.known or party.kind != "actor":
                continue
            if (party.country or party.code) not in own and self.fits(sentence, other.i, word):
                return True
        return False


def _acts(party: Party) -> bool:
    return party.known and party.kind == "actor" and party.code != SPEAKER


def _acted_on(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The objects and the partners of a verb, of those joined with it and of what it says or wants."""
    for one in (verb, *sentence.children(verb.i, "conj", "ccomp", "xcomp")):
        if one.i != verb.i and one.relation == "ccomp":
            yield from sentence.children(one.i, "nsubj")
        for phrase in sentence.children(one.i, "obj", "iobj", "obl"):
            case = sentence.child(phrase.i, "case")
            if phrase.relation != "obl" or (case and case.text.lower() in _OTHER_SIDE):
                for k in sentence.conjuncts(phrase.i):
                    yield sentence.tokens[k]
                    yield from sentence.children(k, "nmod")


def goes_on(sentence: Sentence, token: Token) -> bool:
    """Whether a sentence says that it goes on: "It also …", "They added …"."""
    verb = sentence.tokens[token.head]
    if token.dep == "nmod:poss":
        return False
    also = any(t.text.lower() in _ALSO for t in sentence.children(verb.i, "advmod"))
    return also or verb.lemma.lower() in _GOING_ON
