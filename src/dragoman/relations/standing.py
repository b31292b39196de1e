# Is it so now? Read from the words around the statement, then from grammar.
# Rule: the first sign that it is not so wins; a statement without one is actual.
"""The status of a statement: actual, former, negated or possible."""

from __future__ import annotations

from dragoman.events.senses import load_lexicon
from dragoman.events.status import status_of
from dragoman.relations.bearers import subjects
from dragoman.relations.found import Found
from dragoman.relations.spot import Spot

_NEGATIONS = frozenset({"no", "not", "n't", "n’t", "never", "neither", "hardly", "nor"})
_MODALS = frozenset({"can", "could", "may", "might", "must", "should", "would"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_YEARS = range(1000, 2200)


def status_of_statement(spot: Spot, found: Found, year: int | None) -> str:
    """Return one of :data:`dragoman.relations.statement.STATUSES`.

    Args:
        year: of publication, or None.
    """
    marks, words = spot.marks, spot.before.words
    begin = spot.before.start
    opened = spot.tokens[begin - 1].text.lower() if begin else ""
    if words & marks["former"] or opened in marks["former"] or _is_former(spot):
        return "former"
    if words & marks["possible"]:
        return "possible"
    if spot.rule.dated and _is_dated(spot, year):
        return "former"
    literal = spot.tokens[spot.first].text.lower() in ("no", "not")
    if not literal and ("no" in words or _denied(spot, spot.last)):
        return "negated"
    if found.predicate is not None:
        if spot.rule.aim and (above := _aimed_from(spot, found.predicate)) is not None:
            return _at(spot, above)
        return "actual" if literal else _at(spot, found.predicate)
    return _carried(spot) if spot.rule.shape == "bond" and not literal else "actual"


def _aimed_from(spot: Spot, k: int) -> int | None:
    """What is done in order to do *k*: "drew closer to counter China"."""
    clause = spot.clauses.get(k)
    if clause is None or clause.finite or clause.modals or clause.negated:
        return None
    to = any(t.lemma.lower() == "to" for t in spot.sentence.children(k, "mark"))
    return clause.governor if to and clause.relation.startswith(("advcl", "acl")) else None


def is_past(spot: Spot, found: Found) -> bool:
    """Whether "was" or "had" says it: of what still is so, reports say "is" and "has"."""
    k = found.predicate
    if k is None:
        return False
    children = spot.sentence.children(k, "cop", "aux")
    words = {t.text.lower() for t in children}
    return "had" in words or (spot.rule.shape == "role" and not words.isdisjoint(("was", "were")))


def _carried(spot: Spot) -> str:
    """What the verb above a bond makes of it; it says nothing of a bond that it takes for granted."""
    k = spot.carrier
    if k is None:
        return _at(spot, spot.last)
    passive = spot.sentence.child(k, "aux:pass") is not None
    subject = spot.token.relation == "nsubj" and not passive
    if spot.rule.described and not spot.rule.described & spot.before.words:
        return _at(spot, k)  # it is the verb that says how they stand
    if spot.marked(k, "ending") and not _breaks_out(spot, k):
        return "negated"
    if not subject and _is_given(spot, k):
        return "actual"
    if not subject:
        if spot.marked(k, "opening"):
            return "possible"
        return _at(spot, k) if spot.marked(k, "holding") else _at(spot, spot.last)
    indefinite = bool(spot.before.words & {"a", "an"})
    return "possible" if indefinite and _at(spot, k) == "possible" else "actual"


def _is_given(spot: Spot, k: int) -> bool:
    """ "Refused to join the EU's sanctions", "opposes Iran's war on …": there are some already."""
    if not spot.before.owners or spot.tokens[spot.before.owners[0]].pos == "PRON":
        return False
    whose = {p.code for p in spot.nearby.actors(spot.before.owners)}
    return whose.isdisjoint(p.code for p in subjects(spot, k))


def _breaks_out(spot: Spot, k: int) -> bool:
    """ "A crisis has broken out" is no end of it."""
    particle = spot.sentence.child(k, "compound:prt")
    return particle is not None and particle.text.lower() == "out"


def _denied(spot: Spot, k: int) -> bool:
    """Whether "not", "never" or "no longer" stands with the word *k*."""
    for child in spot.sentence.children(k, "advmod", "det", "cc:preconj"):
        word = child.text.lower()
        if word == "longer" or (word in _NEGATIONS and not _is_comparison(spot, child.i)):
            return True
    return False


def _at(spot: Spot, k: int) -> str:
    """What grammar says of the predicate *k*."""
    sentence = spot.sentence
    if _denied(spot, k):
        return "negated"
    for child in sentence.children(k, "aux", "mark"):
        word = child.text.lower()
        if (child.relation == "aux" and (word in _MODALS or child.lemma.lower() in _MODALS)) or (
            child.relation == "mark" and word in _CONDITIONS
        ):
            return "possible"
    clause = spot.clauses.get(k)
    if clause is None:
        return "actual"
    status = status_of(clause, spot.clauses, load_lexicon(), {})
    return "possible" if status == "requested" else status


def _is_comparison(spot: Spot, i: int) -> bool:
    """ "Not only an ally"."""
    following = spot.tokens[i + 1 : i + 2]
    return any(t.text.lower() in ("only", "just", "merely") for t in following)


def _is_former(spot: Spot) -> bool:
    """ "Ex-ally", "used to be an ally", "was an ally until"."""
    if spot.token.text.lower().startswith("ex-"):
        return True
    heads = [k for k in (spot.last, spot.carrier) if k is not None]
    for k in heads:
        for child in spot.sentence.children(k, "advmod", "mark", "obl", "advcl"):
            words = {t.text.lower() for t in spot.sentence.children(child.i, "case", "mark")}
            if child.text.lower() in ("once", "formerly", "previously") or "until" in words:
                return True
        above = spot.tokens[k]
        if spot.tokens[above.head].lemma.lower() == "use" and above.relation == "xcomp":
            return True
    return False


def _is_dated(spot: Spot, year: int | None) -> bool:
    """Whether a year long past stands with the words: "the war of 1980"."""
    low, high = max(spot.before.start - 2, 0), spot.last + 10
    for token in spot.tokens[low:high]:
        digits = token.text.rstrip("s")
        if not (len(digits) == 4 and digits.isdigit() and int(digits) in _YEARS):
            continue
        words = spot.tokens[spot.last : token.i]
        since = any(
            t.text.lower() == "since" for t in (*words, *spot.tokens[token.i - 1 : token.i])
        )
        if not since and (year is None or int(digits) < year - 1):
            return True
    return False
