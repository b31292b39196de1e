# The words that stand for somebody named elsewhere, and the phrases that agree with them.
# Rule: agreement is in person and number; a band is "it" and "they", and a ship may be "she".
"""Pronouns, and what agrees with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.clauses.clause import Sentence
from dragoman.entities.actor import Party
from dragoman.entities.names import Names
from dragoman.entities.phrases import is_plural
from dragoman.entities.roles import Roles

#: Whom the phrase headed by a token stands for.
Resolve = Callable[[Sentence, int], Party | None]

THIRD_PERSON = frozenset(
    {"it", "its", "itself", "they", "their", "them", "theirs", "he", "his", "him", "she", "her"}
)
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "ourselves"})
#: Words for a single human.
PERSONAL = frozenset({"he", "his", "him", "she", "her"})
HERS = frozenset({"she", "her", "herself"})
#: Words for several, or for a band.
PLURAL = frozenset({"they", "their", "them", "theirs"})


@dataclass(frozen=True)
class Agreement:
    """Tells which phrases of one report agree with which pronouns."""

    names: Names
    roles: Roles

    def fits(self, sentence: Sentence, subject: int, word: str) -> bool:
        """Whether a phrase agrees with a pronoun in person and number."""
        token = sentence.tokens[subject]
        if self.is_personal(sentence, subject, word) != (word in PERSONAL):
            return False
        if len(sentence.conjuncts(subject)) > 1:
            return word in PLURAL
        if token.pos == "PROPN" and is_plural(token):
            # "The Houthis said they", but "the Netherlands said it".
            return True
        mention = self.names.at(token) if token.pos == "PROPN" else None
        if mention is not None and mention.kind == "armed":
            return True  # a band is "it" and "they"
        return (token.pos == "NOUN" and is_plural(token)) == (word in PLURAL)

    def is_personal(self, sentence: Sentence, subject: int, word: str) -> bool:
        """Whether a phrase is a person, or a ship where "she" is asked for."""
        if word in HERS and self.roles.is_ship(sentence, subject):
            return True
        return self.roles.is_person(sentence, subject)


def actor_at(sentence: Sentence, i: int, resolve: Resolve) -> Party | None:
    """The known actor that the phrase of token *i* names, if it names one."""
    party = resolve(sentence, i)
    return party if party is not None and party.known and party.kind == "actor" else None
