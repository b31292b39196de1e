# Who says it, by grammar: the subject of the word of saying, or of the one that it goes on from.
"""The subject of a word of saying."""

from __future__ import annotations

from dragoman.clauses.clause import Clause, Sentence
from dragoman.evidence.cues import cue_of, is_felt
from dragoman.evidence.indirect import another, continues

#: "Is committed to": whoever is, by his own word.
_OF_HIMSELF = frozenset({"commit", "determine", "convince", "concern", "worry"})
#: Words by which somebody else's are passed on: "quoted him as saying".
_QUOTING = frozenset({"quote", "cite"})


def subject_of(clause: Clause) -> tuple[int, ...]:
    """Who says it; in "said …, adding that …" whoever said the first."""
    sentence = clause.sentence
    if continues(sentence, clause.token) or another(sentence, clause.token):
        joined = clause.token.relation == "conj"
        said = clause.token.head if joined else None  # "said it had planned … and warned"
        outer: tuple[int, ...] = ()
        for above in sentence.path_up(clause.head):
            for other in sentence.clauses:
                if other.head == above.i != said and cue_of(other) is not None:
                    outer = other.slots.get("subject", ()) or outer
            # "said Togo had asked for help, adding that": whoever said the first goes on.
            if outer and (joined or above.relation == "acl"):
                break
        if outer:
            return outer
    if (quoted := _quoted(clause)) is not None:
        return quoted
    own = clause.slots.get("subject", ()) or _above(sentence, clause)
    if clause.passive and not own and (clause.lemma in _OF_HIMSELF or is_felt(clause)):
        own = clause.slots.get("object", ())
    tokens = sentence.tokens
    main = clause.kind == "verb" and clause.relation in ("", "root", "ccomp")
    if not own and main and tokens[clause.head - 1].dep == "compound":
        own = tuple(
            t.i for t in sentence.children(clause.head, "compound")[-1:]
        )  # "the party plans"
    own = tuple(i for i in own if tokens[i].relation != "csubj" and tokens[i].dep != "nsubj:outer")
    if not own and not clause.passive and (it := sentence.child(clause.head, "expl")) is not None:
        return (it.i,) if it.lemma.lower() == "it" and it.i < clause.head else ()
    return own


def _quoted(clause: Clause) -> tuple[int, ...] | None:
    """Who speaks in "quoted the general as saying"; None for any other clause."""
    sentence = clause.sentence
    if not any(m.text.lower() == "as" for m in sentence.children(clause.head, "mark")):
        return None
    above = clause.token.head
    for other in sentence.clauses:
        if other.head == above and set(other.lemmas) & _QUOTING:
            return other.slots.get("object") or None
    return None


def _above(sentence: Sentence, clause: Clause) -> tuple[int, ...]:
    """The subject of the verb that a participle or infinitive hangs on, or the noun."""
    if clause.finite and clause.relation != "conj":
        return ()
    token = clause.token
    head = sentence.tokens[token.head]
    if token.dep == "acl" and (token.text.endswith("ing") or head.relation == "root"):
        return (token.head,)
    seen = {token.i}
    while token.relation in ("advcl", "xcomp", "conj") and token.head not in seen:
        seen.add(token.head)
        token = sentence.tokens[token.head]
        for other in sentence.clauses:
            if other.head == token.i and other.slots.get("subject") and not other.passive:
                return other.slots["subject"]
    return ()


def is_order(clause: Clause) -> bool:
    """ "Tell them who you are": whoever is spoken to says nothing yet."""
    token = clause.token
    bare = clause.kind == "verb" and token.text.lower() == token.lemma.lower()
    # "Asked about the raid, he said …" leads up to the answer.
    asked = token.i == 0 and token.text.endswith("ed")
    return asked or (bare and clause.relation in ("", "root") and not clause.modals)
