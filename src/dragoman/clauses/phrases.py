# What is asked of phrases again and again.
"""Phrases of a clause: their preposition, all whom "and" joins, and the one a sentence is about."""

from __future__ import annotations

from dragoman.clauses.clause import Sentence, Token

#: Particles that stand before a preposition: "out of", "back from".
PARTICLES = frozenset({"out", "away", "up", "down", "back", "off"})
#: How something was taken: "to the annoyance of Chad" addresses nobody.
FEELINGS = frozenset(
    "alarm anger annoyance chagrin delight dismay displeasure fury horror irritation relief surprise".split()
)

#: "In exchange for", "in return for": what is given for something, and no place.
TRADES = frozenset({"exchange", "return"})


def spread(sentence: Sentence, heads: list[int]) -> tuple[int, ...]:
    """The heads with all that "and" joins to them, in order, each once."""
    if not heads:
        return ()
    if len(heads) == 1:
        return tuple(sentence.conjuncts(heads[0]))
    return tuple(dict.fromkeys([c for h in heads for c in sentence.conjuncts(h)]))


def described(sentence: Sentence, clause: Token, heads: list[int]) -> tuple[int, ...]:
    """As :func:`spread`, but a clause that describes the first of several says nothing of those behind it.

    "[Chad], which had left, and Mali signed"; but "soldiers of Chad and Mali who had left".
    """
    found = spread(sentence, heads)
    if clause.relation != "acl" or clause.head not in heads or len(found) < 2:
        return found
    return tuple(k for k in found if k < clause.i or k in heads)


def preposition(sentence: Sentence, i: int) -> str | None:
    """The preposition of a phrase: "on" for "on Iran", "ahead of" for its fixed parts."""
    cases = list(sentence.children(i, "case"))
    if not cases:
        return None
    parts = [cases[0], *sentence.children(cases[0].i, "fixed")]
    if len(parts) == 1 and len(cases) > 1 and parts[0].text.lower() in PARTICLES:
        parts.append(cases[1])
    return " ".join(p.text.lower() for p in parts)


def is_manner(word: str, phrase: Token) -> bool:
    """Whether a phrase says how something is done or taken: "to the dismay of Chad", "in exchange for aid"."""
    if word == "to":
        return phrase.lemma.lower() in FEELINGS
    return word == "in" and phrase.lemma in TRADES


def main_subject(sentence: Sentence) -> Token | None:
    """The subject of the main clause of a sentence."""
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    return sentence.child(root.i, "nsubj") if root is not None else None
