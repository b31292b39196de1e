# Which state a report means by what a state is: "the island", "the Gulf kingdom", "the Baltic state".
# Rule 1: only a state that the report has named before, and that is such a one (descriptions.csv).
# Rule 2: the nearest sentence that names one decides; where it names two of them, nobody is meant.
"""States by their descriptions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, rows
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Mention
from dragoman.entities.names import Names
from dragoman.entities.phrases import is_definite, is_plural
from dragoman.entities.spoken_of import SpokenOf

_FILE = ALMANAC / "entities" / "descriptions.csv"
_STATES = frozenset({"state", "capital", "metonym", "people", "adjective"})
#: Nouns that a description may stand before.
_NOUNS = frozenset(
    "country emirate giant kingdom monarchy nation neighbor neighbour power republic state sultanate".split()
)
_REACH = 6  #: sentences back in which the state must have been named
_LONGEST = 3  #: words of a description before its noun


@cache
def load_descriptions() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Noun → codes of the states that are such, and word before a noun → codes."""
    tables: dict[str, dict[str, frozenset[str]]] = {"noun": {}, "before": {}}
    for _, row in rows(_FILE, ("word", "as", "codes")):
        tables[row["as"]][row["word"]] = frozenset(row["codes"].split())
    return tables["noun"], tables["before"]


@dataclass(frozen=True)
class Descriptions:
    """Finds the states that descriptions mean, in one report."""

    spoken: SpokenOf
    names: Names

    def of(self, sentence: Sentence, token: Token) -> Mention | None:
        """The mention of the state that a description means, or None."""
        lemma = token.lemma.lower()
        nouns, _ = load_descriptions()
        if lemma not in nouns and lemma not in _NOUNS:
            return None
        codes = states_described(sentence, token)
        if codes is None or token.pos != "NOUN" or is_plural(token):
            return None
        if not is_definite(sentence, token) or _is_of_somebody(sentence, token):
            return None
        facing = self.spoken.facing(sentence, token)
        for before in self.spoken.before(sentence, _REACH):
            named = [
                m
                for m in (self.names.at(t) for t in before.tokens)
                if m is not None and m.kind in _STATES and m.country in codes - facing
                if m.span.start < token.span.start
            ]
            if named:
                return named[-1] if len({m.country for m in named}) == 1 else None
        return None


def states_described(sentence: Sentence, token: Token) -> frozenset[str] | None:
    """The codes of the states that a noun and the words before it describe; None if it describes none."""
    nouns, before = load_descriptions()
    own = nouns.get(token.lemma.lower())
    first = token.i
    while first > 0 and token.i - first < _LONGEST and _belongs(sentence.tokens[first - 1]):
        first -= 1
    for start in range(first, token.i):
        phrase = " ".join(t.text.lower() for t in sentence.tokens[start : token.i])
        if phrase in before:
            return before[phrase] & own if own is not None else before[phrase]
    return own


def _belongs(token: Token) -> bool:
    return token.pos in ("ADJ", "PROPN", "NOUN", "ADP") and token.relation != "root"


def _is_of_somebody(sentence: Sentence, token: Token) -> bool:
    """ "The island of Lesbos", "its kingdom", "the island that Japan claims": no state by itself."""
    return sentence.child(token.i, "nmod", "nmod:poss", "appos", "acl", "acl:relcl") is not None
