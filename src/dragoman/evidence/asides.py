# Acts of saying that stand beside what is said: "as Reuters reported, …", "…, minutes show".
# Rule 1: the sentence around the aside is its content, the longer side first.
# Rule 2: an aside has a subject and a word of saying, and nothing that is said of its own.
"""Content of a word of saying that is put into, before or behind a sentence by "as"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.clauses.inflection import bases
from dragoman.evidence.cues import Cue, load_cues

#: Words of saying that as often tell what somebody does meanwhile: "as he spoke".
DOING = frozenset(
    "continue agree hold rule press post record read air broadcast publish reflect relate protest "
    "shout chant scream cry recite charge decide figure sense answer respond hear feel "
    "cite quote describe mention detail outline highlight".split()
)


_NAMING = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ"})
_LONGEST = 6  #: words from the comma to the word of saying
#: Words that open what is asked.
_WHETHER = frozenset({"whether", "if", "why", "how"})


def said_as(sentence: Sentence, clause: Clause, cue: Cue) -> tuple[Span, Span | None] | None:
    """What "as X reported" is put into: its longer side and, where it is broken, the other."""
    tie = next((m for m in sentence.children(clause.head, "mark") if m.text.lower() == "as"), None)
    if tie is None or clause.lemma in DOING or "clause" not in cue.takes:
        return None
    subject = clause.slots.get("subject", ())
    if not subject or not tie.i < min(subject):
        return None
    if clause.slots.get("object") and clause.lemma != "put":  # "as he put it"
        return None
    own = [k for k in sentence.subtree(clause.head) if k >= tie.i]
    first, last = own[0], own[-1]
    tokens = sentence.tokens
    before = _trim(tokens[:first])
    after = _trim(tokens[last + 1 :])
    if first > 0 and tokens[first - 1].text not in (",", "–", "—", "-", "("):
        return None
    if after and tokens[last].text != "," and tokens[last + 1].text not in (",", "–", "—", ")"):
        return None
    sides = [Span(s[0].span.start, s[-1].span.end) for s in (before, after) if _is_clause(s)]
    if not sides:
        return None
    sides.sort(key=lambda s: s.start - s.end)
    return sides[0], None


def _trim(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """*tokens* without marks and "but" at their ends."""
    while tokens and (tokens[0].pos in ("PUNCT", "CCONJ")):
        tokens = tokens[1:]
    while tokens and tokens[-1].pos == "PUNCT":
        tokens = tokens[:-1]
    return tokens


def _is_clause(tokens: tuple[Token, ...]) -> bool:
    return any(t.pos in ("VERB", "AUX") for t in tokens)


def mistaken(sentence: Sentence) -> Iterator[Clause]:
    """Words of saying that the parser takes for nouns: "scholars caution that …", "…,” Kim notes."."""
    cues = load_cues()
    tokens = sentence.tokens
    for before, token in pairwise(tokens):
        if token.pos not in ("NOUN", "PROPN", "INTJ") or before.pos not in ("NOUN", "PROPN"):
            continue
        low = token.text.lower()
        lemma = next((b for b in bases(token.text) if ("verb", b) in cues), None)
        if lemma is None or lemma in DOING or token.text[0].isupper():
            continue
        cue = cues["verb", lemma]
        plural = "Number=Plur" in before.feats
        fits = low != lemma if not plural else low == lemma
        if "clause" not in cue.takes or cue.mind or not fits or low.endswith("ing"):
            continue
        rest = tokens[token.i + 1 :]
        doubted = cue.stance == "questions" and plural and bool(rest) and rest[0].text in _WHETHER
        told = len(rest) > 3 and (rest[0].text == "that" or doubted)
        quoted = any(t.text in ("”", '"') for t in tokens[: before.i]) and all(
            t.pos in ("PUNCT", "ADP", "DET", "PROPN", "NOUN") for t in rest
        )
        if told or quoted or _put_in(tokens, token):
            slots: dict[str, tuple[int, ...]] = {"subject": (_top(sentence, before.i, token.i),)}
            yield Clause(sentence, token.i, "verb", lemma, (lemma,), slots)


def _put_in(tokens: tuple[Token, ...], word: Token) -> bool:
    """Whether a name and *word* stand alone between a comma and a mark: ", the mayor notes,"."""
    after = tokens[word.i + 1] if word.i + 1 < len(tokens) else word
    comma = max((t.i for t in tokens[: word.i] if t.text == ","), default=None)
    if comma is None or after.text not in (",", ".", ";") or word.i - comma > _LONGEST:
        return False
    named = all(t.pos in _NAMING or t.relation == "case" for t in tokens[comma + 1 : word.i])
    first = tokens[comma + 1]
    begun = first.pos in ("DET", "PROPN", "PRON") or "Number=Plur" in tokens[word.i - 1].feats
    rest = tokens[: comma if after.text == "." else None]
    said = [t for t in rest if t.pos == "AUX" or "VerbForm=Fin" in t.feats]
    return named and begun and bool(said)


def _top(sentence: Sentence, i: int, cue: int) -> int:
    """The head of the phrase that ends in token *i*, not counting *cue*."""
    token = sentence.tokens[i]
    while token.head < cue and token.head != token.i and token.relation in ("flat", "compound"):
        token = sentence.tokens[token.head]
    return token.i
