# Whom "it" and "them" mean where somebody is urged, pressed or punished: "The junta has jailed hundreds.
# We urge it to free them, and will keep up the pressure on it."
# Rule 1: whoever acts does not mean himself, and "we" are nobody who is called "it".
# Rule 2: the one other whom the words before it in its sentence name; if they name none, whoever the sentence
#   before is about, or the one other whom it names. Where two could be meant, nobody is.
"""Recipients in the third person, from the words before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.phrases import main_subject
from dragoman.entities.actor import SPEAKER, Party
from dragoman.entities.pronouns import Resolve

_WORDS = frozenset({"it", "them"})
#: What is done to states and groups, in words and by measures, and not to things.
_FACING = frozenset(
    "accuse ask assist back blame condemn congratulate criticise criticize denounce deter encourage "
    "force help implore isolate oblige oppose persuade praise press pressure punish push sanction squeeze "
    "support tell thank urge warn".split()
)
_MEASURES = frozenset("embargo measure pressure sanction sanctions".split())
_TOWARDS = frozenset({"on", "upon", "against"})
_SIDES = frozenset({"nsubj", "obj", "iobj", "obl", "nmod"})


@dataclass(frozen=True)
class Faced:
    """Looks for the state or group that a pronoun in an object's place takes up."""

    before: Callable[[Sentence, int], Sequence[Sentence]]  #: a sentence and those before it
    fits: Callable[[Sentence, int, str], bool]  #: whether a phrase agrees with a pronoun

    def of(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """The party that "it" or "them" stands for, or None."""
        word = token.text.lower()
        if word not in _WORDS or not _is_faced(sentence, token):
            return None
        own = self._doers(sentence, token, resolve)
        if not own:
            return None
        here = self._named(sentence, sentence.tokens[: token.i], own, word, resolve)
        if here:
            return _only(here)
        for earlier in self.before(sentence, 1)[1:]:
            subject = main_subject(earlier)
            tokens = [subject] if subject is not None else []
            about = self._named(earlier, tokens, own, word, resolve)
            return _only(about or self._named(earlier, earlier.tokens, own, word, resolve))
        return None

    def _doers(self, sentence: Sentence, token: Token, resolve: Resolve) -> frozenset[str | None]:
        """Who acts on whom the pronoun means, by the nearest subject above it."""
        for above in sentence.path_up(token.i):
            subject = sentence.child(above.i, "nsubj")
            if subject is not None and subject.i < token.i:
                party = resolve(sentence, subject.i)
                return frozenset({party.country or party.code}) if party else frozenset()
        return frozenset()

    def _named(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        own: frozenset[str | None],
        word: str,
        resolve: Resolve,
    ) -> list[Party]:
        """Who is named besides *own* in a way that agrees with *word*."""
        found = []
        for token in tokens:
            if token.relation not in _SIDES or token.pos == "PRON":
                continue
            party = resolve(sentence, token.i)
            if party is None or not party.known or party.kind != "actor" or party.code == SPEAKER:
                continue
            if (party.country or party.code) not in own and self.fits(sentence, token.i, word):
                found.append(party)
        return found


def _is_faced(sentence: Sentence, token: Token) -> bool:
    """Whether a pronoun stands where a state or group does: "urge it", "sanctions on it"."""
    above = sentence.tokens[token.head]
    cases = {t.text.lower() for t in sentence.children(token.i, "case")}
    if token.relation in ("obj", "iobj"):
        return above.lemma.lower() in _FACING
    if not cases & _TOWARDS:
        return False
    if above.lemma.lower() in _MEASURES | {"call"}:
        return True
    return any(t.lemma.lower() in _MEASURES for t in sentence.children(above.i, "obj"))


def _only(parties: Sequence[Party]) -> Party | None:
    """The last of them, if all are one state's or one group's."""
    sides = {p.country or p.code for p in parties}
    return parties[-1] if len(sides) == 1 else None
