# Headlines, whose present tense the parser takes for nouns: "Mali expels UN envoy".
# Rule 1: only a sentence without any finite verb is looked at: running text stays as parsed.
# Rule 2: what can be the verb is a form that the almanac lists, behind a bare phrase that opens the
#   sentence and agrees with it ("police arrest", "Mali expels"), and before another phrase.
# Rule 3: where two words could be the verb the second is, if it stands right behind the first:
#   "Turkish strikes kill ten".
"""Find the verb of a headline, and two subjects that only a comma joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC
from dragoman.clauses.clause import Token

_PLURALS = frozenset(
    "police troops militia people taliban forces military gunmen women men".split()
)
_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM")
_PRESENT = frozenset({"Mood=Ind", "Tense=Pres", "VerbForm=Fin"})


@cache
def _verbs() -> frozenset[str]:
    text = (ALMANAC / "clauses" / "headline_verbs.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def headline(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens; those of a headline hung under its verb."""
    made = tuple(tokens)
    if any(_is_verb(t) for t in tokens):
        return _comma_joined(made)
    at = _verb(made)
    return made if at is None else _hung(made, at)


def _is_verb(token: Token) -> bool:
    """Whether a word holds a clause together: a verb before a noun may only describe it."""
    finite = token.pos == "AUX" or "VerbForm=Fin" in token.feats
    return finite and token.dep not in ("amod", "compound", "nmod:desc", "dep")


def _verb(tokens: tuple[Token, ...]) -> int | None:
    """Index of the word that can only be the verb; None if there is none."""
    for i in range(1, len(tokens) - 1):
        if tokens[i - 1].pos not in (*_PHRASE, "PART", "PUNCT", "CCONJ", "VERB"):
            return None
        if _could_be_verb(tokens, i):
            return i + 1 if i + 2 < len(tokens) and _could_be_verb(tokens, i + 1) else i
        if tokens[i].pos == "ADP" or tokens[i].text in (":", ";", "-", "–", "—", "(", '"', "“"):
            return None
    return None


def _could_be_verb(tokens: tuple[Token, ...], i: int) -> bool:
    token, before, after = tokens[i], tokens[i - 1], tokens[i + 1]
    if token.pos not in ("NOUN", "PROPN", "ADJ", "VERB") or not token.text.islower():
        return False
    described = after.pos == "VERB" and after.text.endswith("ed")
    if not described and after.pos not in (*_PHRASE, "ADP", "PRON"):
        return False
    named = before.text[:1].isupper() and before.i > 0
    if before.pos not in ("NOUN", "PROPN") and not named:
        return False
    form = token.text
    if form.endswith("s") and not form.endswith("ss"):
        return _base(form) is not None and not _is_plural(before, tokens, i - 1)
    # "Shops [close] to the hall": an adjective has the form of a base too often.
    return token.pos != "ADJ" and form in _verbs() and _is_plural(before, tokens, i - 1)


def _is_plural(token: Token, tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a phrase that ends here is of several."""
    word = token.text.lower()
    if word in _PLURALS or (token.pos == "NOUN" and word.endswith("s") and not word.endswith("ss")):
        return True
    joined = [t.text.lower() for t in tokens[max(0, i - 3) : i]]
    return any(mark in (",", "and") for mark in joined) and token.pos == "PROPN"


def _base(form: str) -> str | None:
    """The listed verb that a present tense is of; None if it is of none."""
    candidates = (form[:-1], form[:-2], form[:-3] + "y") if form.endswith("s") else (form,)
    return next((base for base in candidates if base in _verbs()), None)


def _hung(tokens: tuple[Token, ...], verb: int) -> tuple[Token, ...]:
    """The tree of a headline: subject, verb, object, and phrases behind them."""
    made = list(tokens)
    word = tokens[verb]
    lemma = _base(word.text) or word.text
    made[verb] = replace(word, pos="VERB", lemma=lemma, head=verb, dep="root", feats=_PRESENT)
    _phrase(made, 0, verb - 1, verb, "nsubj")
    end = verb + 1
    while end < len(tokens) and tokens[end].pos in _PHRASE:
        end += 1
    if end > verb + 1:
        _phrase(made, verb + 1, end - 1, verb, "obj")
    for i in range(end, len(tokens)):
        head = made[i].head
        if head == i or head <= verb:
            cased = any(t.head == i and t.dep == "case" for t in tokens)
            dep = "punct" if tokens[i].pos == "PUNCT" else "obl" if cased else tokens[i].dep
            made[i] = replace(made[i], head=verb, dep=dep if dep != "root" else "dep")
    return tuple(made)


def _phrase(made: list[Token], start: int, last: int, verb: int, dep: str) -> None:
    """Hang the words from *start* to *last* on the last of them, and that on the verb.

    "Israel, Hamas" are two: the second is joined to the first.
    """
    first = next((i for i in range(start + 1, last) if made[i].text in (",", "and")), None)
    if first is not None and dep == "nsubj":
        _phrase(made, start, first - 1, verb, dep)
        _phrase(made, first + 1, last, first - 1, "conj")
        made[first] = replace(
            made[first], head=last, dep="punct" if made[first].text == "," else "cc"
        )
        return
    made[last] = replace(made[last], head=verb, dep=dep)
    for i in range(start, last):
        if not start <= made[i].head <= last or made[i].head == i:
            inner = (
                made[i].dep if made[i].dep in ("nmod:poss", "det", "amod", "nummod") else "compound"
            )
            made[i] = replace(made[i], head=last, dep=inner if made[i].pos != "PUNCT" else "punct")


def _two_names(tokens: tuple[Token, ...], verb: Token) -> tuple[Token, ...]:
    """ "China, Russia hold drills": before a verb in the plural the second name describes nobody."""
    subject = next((t for t in tokens if t.head == verb.i and t.dep == "nsubj"), None)
    if subject is None or subject.pos != "PROPN" or not verb.feats >= {"Tense=Pres"}:
        return tokens
    second = tokens[verb.i - 1]
    joined = second.head == subject.i and second.dep in ("nmod:unmarked", "appos", "flat", "list")
    if second.pos != "PROPN" or not joined or verb.text.endswith("s"):
        return tokens
    if second.i != subject.i + 2 or tokens[subject.i + 1].text != ",":
        return tokens
    made = list(tokens)
    made[second.i] = replace(second, dep="conj")
    return tuple(made)


def _comma_joined(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Biden, Xi hold talks": two names with a comma between are one subject."""
    root = next((t for t in tokens if t.dep == "root"), None)
    if root is not None and root.pos == "VERB":
        return _two_names(tokens, root)
    if (
        root is None
        or root.pos not in ("PROPN", "NOUN")
        or any(t.head == root.i and t.dep == "cc" for t in tokens)
    ):
        return tokens
    verb = next(
        (
            t
            for t in tokens
            if t.head == root.i and t.pos == "VERB" and t.dep in ("parataxis", "conj")
        ),
        None,
    )
    if verb is None or verb.text.endswith("s") or tokens[verb.i - 1].pos != "PROPN":
        return tokens
    second = next((t for t in tokens if t.head == verb.i and t.dep == "nsubj"), None)
    if second is None or second.i != verb.i - 1:
        return tokens
    between = tokens[root.i + 1 : second.i]
    if not between or between[0].text != "," or any(t.pos != "PROPN" for t in between[1:]):
        return tokens
    made = list(tokens)
    made[verb.i] = replace(verb, head=verb.i, dep="root")
    made[root.i] = replace(root, head=verb.i, dep="nsubj")
    made[second.i] = replace(second, head=root.i, dep="conj")
    for t in tokens:
        if t.head == root.i and t.i > verb.i:
            made[t.i] = replace(t, head=verb.i)
    return tuple(made)
