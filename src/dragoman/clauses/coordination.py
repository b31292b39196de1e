# A finite past form without a subject cannot be joined to an infinitive, a participle or a noun.
# Rule: it is joined to the nearest verb above that is finite as well: "accused Mali of arming
#   rebels and [threatened] to close the border" is what one and the same side did.
"""Join finite verbs to finite verbs where a tree joins them to something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below

_PAST = {"Tense=Past", "VerbForm=Fin"}
#: "Holds", "allows": no infinitive, whatever stands above it.
_PRESENT = {"Person=3", "Tense=Pres", "VerbForm=Fin"}
_MODALS = frozenset("can could may might must shall should will would".split())
#: What makes a verb begin a clause of its own.
_OWN = ("nsubj", "nsubj:pass", "expl", "mark", "aux", "aux:pass", "cop")
_LOOSE = frozenset({"VerbForm=Inf", "VerbForm=Ger"})


def coordinate(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens, finite verbs joined to verbs that can be their equals."""
    made = list(tokens)
    for token in tokens:
        if token.dep in ("parataxis", "ccomp") and (first := _first_of_series(tokens, token)):
            made[token.i] = replace(token, head=first.i, dep="conj")
            continue
        if (saying := _saying(tokens, token)) is not None:
            made[token.i] = replace(token, head=saying.i)
            continue
        if token.dep != "conj" or token.pos != "VERB":
            continue
        if (infinitive := _infinitive_below(made, token)) is not None:
            made[token.i] = replace(token, head=infinitive.i)
            continue
        if below(tokens, token.i, "nsubj", "nsubj:pass", "expl", "mark"):
            continue
        if token.feats >= _PRESENT and (inner := _told_below(made, token)) is not None:
            made[token.i] = replace(token, head=inner.i)
            for phrase in below(made, inner.i, "obl"):
                if phrase.i > token.i:
                    made[phrase.i] = replace(phrase, head=token.i)
            continue
        if not _is_finite(tokens, token):
            continue
        equal = _equal(tokens, token) if not _is_equal(tokens, tokens[token.head]) else None
        if equal is not None:
            made[token.i] = replace(token, head=equal.i)
    return tuple(made)


def _is_finite(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a verb has a tense by itself, or by what helps it: "fled", "has fled", "was shelled"."""
    helpers = below(tokens, token.i, "aux", "aux:pass")
    return "VerbForm=Fin" in helpers[0].feats if helpers else token.feats >= _PAST


def _is_equal(tokens: Sequence[Token], other: Token) -> bool:
    """Whether *other* can be joined to a finite verb; in doubt it can."""
    if other.pos in ("NOUN", "PROPN", "ADJ"):
        return bool(below(tokens, other.i, "cop", "aux"))  # "was a refugee and fled"
    auxiliaries = below(tokens, other.i, "aux", "aux:pass")
    if auxiliaries and auxiliaries[0].text.lower() in ("having", "being"):
        return False  # "accused Mali of having armed rebels and [called] for sanctions"
    if other.pos != "VERB" or auxiliaries:
        return True
    ing = "VerbForm=Part" in other.feats and other.text.lower().endswith("ing")
    return not (ing or other.feats & _LOOSE)


def _equal(tokens: Sequence[Token], token: Token) -> Token | None:
    """The nearest finite verb in the past above *token*, if no clause of its own stands between."""
    other = tokens[token.head]
    for _ in tokens:
        if other.dep == "root" or other.head == other.i or other.dep == "acl:relcl":
            return None
        other = tokens[other.head]
        if other.pos == "VERB" and other.i < token.i and _is_finite(tokens, other):
            return None if _is_modal(tokens, other) and not _is_modal(tokens, token) else other
    return None


def _infinitive_below(tokens: Sequence[Token], token: Token) -> Token | None:
    """The infinitive in "is ready to talk and [to leave]": joined to "talk", not to "is ready".

    So is a base form behind a past: "urged Chad to free them and [end] the war".
    """
    if below(tokens, token.i, "nsubj", "nsubj:pass", "aux", "cop"):
        return None
    above = tokens[token.head]
    bare = token.text.lower() == token.lemma and "Tense=Past" not in token.feats
    bare = bare and "Tense=Past" in above.feats and above.text.lower() != above.lemma
    if not (bare or _has_to(tokens, token)):
        return None
    if above.pos != "VERB" or "VerbForm=Fin" not in above.feats or _has_to(tokens, above):
        return None
    found = [
        t
        for t in tokens[above.i : token.i]
        if t.dep == "xcomp" and _has_to(tokens, t) and _is_under(tokens, t, above)
    ]
    return found[-1] if found else None


def _has_to(tokens: Sequence[Token], token: Token) -> bool:
    return any(t.text.lower() == "to" for t in below(tokens, token.i, "mark"))


def _is_under(tokens: Sequence[Token], token: Token, above: Token) -> bool:
    """Whether a complement hangs from a verb by complements alone."""
    while token.dep == "xcomp" and token.head != token.i:
        token = tokens[token.head]
        if token.i == above.i:
            return True
    return False


def _told_below(tokens: Sequence[Token], token: Token) -> Token | None:
    """The verb in "will stay until Mali frees them and [holds] a vote": joined to "frees", not to "stay"."""
    above = tokens[token.head]
    if above.pos == "NOUN" and above.dep == "obj" and tokens[above.head].feats >= _PRESENT:
        return tokens[above.head]  # "ends the siege and [enters] into talks"
    for _ in tokens:
        if above.dep != "conj" or above.feats < _PRESENT:
            break
        above = tokens[above.head]
    if above.pos != "VERB" or not _is_modal(tokens, above):
        return None
    clauses = [t for t in below(tokens, above.i, "advcl", "ccomp") if above.i < t.i < token.i]
    told = [t for t in clauses if t.pos == "VERB" and t.feats >= _PRESENT]
    return told[-1] if told and below(tokens, told[-1].i, "nsubj") else None


def _is_modal(tokens: Sequence[Token], token: Token) -> bool:
    return any(t.lemma in _MODALS for t in below(tokens, token.i, "aux"))


def _first_of_series(tokens: Sequence[Token], token: Token) -> Token | None:
    """The verb that a series begins with: "said it had shelled a port, [sunk] a ship and left"."""
    if token.pos != "VERB" or token.i == 0 or not token.feats & {"Tense=Past", "VerbForm=Fin"}:
        return None
    if below(tokens, token.i, *_OWN) or tokens[token.i - 1].text != ",":
        return None
    first: Token | None = tokens[token.head]
    if token.dep == "ccomp":
        told = below(tokens, token.head, "ccomp")
        first = next((t for t in told if t.i < token.i), None)
    if first is None or first.pos != "VERB" or first.i > token.i:
        return None
    if not below(tokens, first.i, "nsubj", "nsubj:pass"):
        return None
    # Two are told after one another with "and"; a series has a third, or an object of its own.
    joined = [
        t for t in tokens if t.dep == "conj" and t.head in (first.i, token.i) and t.i > token.i
    ]
    return first if any(t.pos == "VERB" for t in joined) else None


def _saying(tokens: Sequence[Token], token: Token) -> Token | None:
    """The verb of telling in "said drones had been downed and [accused] Chad": a passive has no object."""
    if token.dep != "conj" or token.pos != "VERB" or "Tense=Past" not in token.feats:
        return None
    first = tokens[token.head]
    if first.dep != "ccomp" or not below(tokens, first.i, "aux:pass"):
        return None
    if below(tokens, token.i, *_OWN) or not below(tokens, token.i, "obj", "ccomp"):
        return None
    telling = tokens[first.head]
    return telling if telling.i < first.i and below(tokens, telling.i, "nsubj") else None
