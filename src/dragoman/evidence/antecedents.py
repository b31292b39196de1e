# What is judged in a clause of its own: "a law [that] Mali criticised", "the raid, condemned by Qatar".
# Rule 1: only words of accusing and of praise judge; whom they judge is the noun before their clause.
# Rule 2: the noun is the content without that clause, in which the speaker stands.
"""Content that stands before its word of saying, as the noun of a relative clause."""

from __future__ import annotations

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.evidence.cues import Cue

#: Words by which an act is approved of.
PRAISING = frozenset("praise hail laud applaud welcome commend".split())


def judged(clause: Clause, cue: Cue) -> Span | None:
    """The noun that a relative clause or a participle judges, with what stands before the clause."""
    sentence = clause.sentence
    if clause.token.relation != "acl" or "object" not in cue.takes:
        return None
    if cue.stance != "accuses" and clause.lemma not in PRAISING:
        return None
    noun = sentence.tokens[clause.token.head]
    if noun.i not in clause.slots.get("object", ()) or noun.i > clause.head:
        return None
    if noun.pos not in ("NOUN", "PROPN") or not clause.slots.get("subject"):
        return None
    if any(sentence.tokens[i].pos == "PRON" for i in clause.slots["subject"]):
        return None  # "the clerks they accused": who judges is told elsewhere, with what
    first = sentence.subtree(clause.head)[0]
    whole = sentence.subtree(_top(sentence, noun).i)
    own = [k for k in whole if k < first and sentence.tokens[k].relation not in ("case", "mark")]
    while own and sentence.tokens[own[-1]].pos in ("PUNCT", "ADP"):
        own.pop()
    if noun.i not in own:
        return None
    return Span(sentence.tokens[own[0]].span.start, sentence.tokens[own[-1]].span.end)


def _top(sentence: Sentence, noun: Token) -> Token:
    """The noun that *noun* belongs to: which of the two a clause means, grammar does not say.

    "A policy of turning away boats of migrants [which Mali criticised]".
    """
    top = noun
    while True:
        above = sentence.tokens[top.head]
        gerund = top.relation in ("obj", "obl") and above.text.endswith("ing")
        if above.i >= top.i or not (
            (top.dep == "nmod" and above.pos == "NOUN")
            or (gerund and above.pos == "VERB")
            or (top.relation == "acl" and top.text.endswith("ing") and above.pos == "NOUN")
        ):
            return top if top.pos == "NOUN" or top is noun else noun
        top = above
