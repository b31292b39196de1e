# Content that is a phrase and no clause: "called for talks", "urges both sides to talk", "calls it a lie".
# Rule: the almanac says which words take an object or a preposition; what grammar says of the
#   object belongs to it.
"""Objects and phrases as content."""

from __future__ import annotations

from itertools import pairwise

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.evidence.antecedents import judged
from dragoman.evidence.cues import Cue, load_cues
from dragoman.evidence.page import Content
from dragoman.evidence.said import load_stances

#: Relations by which something is said of an object.
_OF_THE_OBJECT = ("xcomp", "obl", "advcl", "ccomp", "nmod")
#: Words of accusing, and the prepositions that lead from the accused to his deed.
_CHARGING = {
    "accuse": frozenset({"of"}),
    "charge": frozenset({"with"}),
    "suspect": frozenset({"of"}),
    **dict.fromkeys(("criticise", "criticize", "condemn", "denounce", "chide"), frozenset({"for"})),
}
#: Those that have no content but the deed: whom one accuses is no news of what he did.
_CHARGING_WHOM = frozenset({"accuse", "charge", "suspect"})
#: Prepositions by which something is said of an object.
_TIES = frozenset({"as", "of", "for", "with", "against", "from", "to", "about", "over"})


def is_infinitive(sentence: Sentence, token: Token) -> bool:
    """Whether *token* is led by the particle "to"."""
    if any(m.lemma == "to" for m in sentence.children(token.i, "mark")):
        return True
    # "offered to debate", taken for "to a debate".
    return any(m.lemma == "to" and m.pos == "PART" for m in sentence.children(token.i, "case"))


def after_preposition(clause: Clause, cue: Cue) -> Content | None:
    """The phrase after a preposition: "called for talks", "warned of reprisals"."""
    sentence = clause.sentence
    for child in sentence.children(clause.head, "obl", "nmod", "advcl"):
        case = sentence.child(child.i, "case", "mark")
        if case is None or child.i < clause.head or case.i > child.i:
            continue
        word = case.text.lower()
        if word == "as" or word not in cue.takes or sentence.child(case.i, "fixed"):
            continue
        start = _after(sentence, case)
        if start is None:
            continue
        end = sentence.reach(child.i).end
        if "as" in cue.takes:
            end = max(
                [end, *(sentence.reach(t.i).end for t in _said_of(sentence, clause, child, True))]
            )
        told = "object" not in cue.takes and _with_infinitive(sentence, clause, child)
        return Content(Span(start, told or end), own=case.span, thing=True)
    return None


def _after(sentence: Sentence, case: Token) -> int | None:
    if case.i + 1 >= len(sentence.tokens):
        return None
    return sentence.tokens[case.i + 1].span.start


def _with_infinitive(sentence: Sentence, clause: Clause, child: Token) -> int | None:
    """The end of "to …" after whoever is called on: "called on Iran [to stop]"."""
    for later in sentence.children(clause.head, "advcl", "xcomp"):
        if later.i > child.i and is_infinitive(sentence, later):
            return sentence.reach(later.i).end
    return None


def object_of(clause: Clause, cue: Cue) -> Content | None:
    """The object with what is said of it."""
    sentence = clause.sentence
    small = "small" in cue.takes
    if not (small or "object" in cue.takes or "as" in cue.takes):
        return None
    own = sentence.child(clause.head, "nsubj:pass" if clause.passive else "obj")
    if (before := judged(clause, cue)) is not None:
        charge = _deed_of(sentence, clause) or (None if clause.lemma in _CHARGING_WHOM else before)
        return Content(charge, thing=True) if charge is not None else None
    if clause.passive:
        if not clause.slots.get("subject") or own is None or small:
            return None
        told = [t for t in _said_of(sentence, clause, None, False) if t.relation != "xcomp"]
        told = [t for t in told if not _is_as(sentence, t)]  # "condemned by X as reckless"
        return Content(sentence.reach((told or [own])[0].i))
    if small and (given := _named_first(sentence, clause, own)) is not None:
        return Content(given, thing=True)
    said = _said_of(sentence, clause, own, small)
    if small and own is not None:
        said += [
            t
            for t in sentence.children(own.i, "acl")
            if "VerbForm=Part" in t.feats and t.i == own.i + 1
        ]
    if small and not said and own is not None and own.i > clause.head:
        named = _called(sentence, own)
        return Content(named) if named is not None else None
    if own is None or own.i < clause.head:
        if said and small and said[0].pos != "PROPN":  # "what he called a lie", not "called Kibo"
            return Content(sentence.reach(said[0].i))
        return None
    if "object" not in cue.takes and not small and not any(_is_as(sentence, t) for t in said):
        return None  # "cast their ballots for him": nobody is cast as anything
    if not said and small:
        return None
    if clause.lemma == "reject" and not _is_statement(own):
        return None  # "rejected the offer": an act, and nothing said to be untrue
    ends = [sentence.reach(own.i).end, *(sentence.reach(t.i).end for t in said)]
    start = _deed(sentence, clause, said)
    return Content(Span(start or sentence.reach(own.i).start, max(ends)), thing=True)


def _deed(sentence: Sentence, clause: Clause, said: list[Token]) -> int | None:
    """Where the charge starts: "accused Mali of [hiding arms]", "criticised it for [hiding arms]"."""
    ties = next((_CHARGING[word] for word in clause.lemmas if word in _CHARGING), None)
    if ties is None:
        return None
    for token in said:
        tie = sentence.child(token.i, "case", "mark")
        if tie is None or tie.text.lower() not in ties or tie.i + 1 >= len(sentence.tokens):
            continue
        if tie.text.lower() == "for" and not token.text.endswith("ing"):
            continue
        return sentence.tokens[tie.i + 1].span.start
    return None


def _deed_of(sentence: Sentence, clause: Clause) -> Span | None:
    """The charge against whom a relative clause accuses: "whom Mali accuses of [hiding arms]"."""
    said = _said_of(sentence, clause, None, False)
    start = _deed(sentence, clause, said)
    return None if start is None else Span(start, max(sentence.reach(t.i).end for t in said))


def _named_first(sentence: Sentence, clause: Clause, own: Token | None) -> Span | None:
    """Two objects, the one and what it is called: "branded the North a “rogue state”"."""
    first = sentence.child(clause.head, "iobj")
    if own is None or first is None or not clause.head < first.i < own.i:
        return None
    return Span(sentence.reach(first.i).start, sentence.reach(own.i).end)


def _is_as(sentence: Sentence, token: Token) -> bool:
    tie = sentence.child(token.i, "case", "mark")
    return tie is not None and tie.text.lower() == "as"


def _is_statement(token: Token) -> bool:
    """Whether a noun names what somebody has said or thinks: "the claim", "any criticism"."""
    if token.lemma.lower() in ("account", "version"):
        return True
    cue = load_cues().get(("noun", token.lemma.lower()))
    return cue is not None and cue.stance in ("asserts", "accuses", "predicts", "questions")


def _called(sentence: Sentence, own: Token) -> Span | None:
    """An object and what it is called, where a tree takes both for one: "called it “a lie”"."""
    start = sentence.reach(own.i).start
    thing = sentence.child(own.i, "compound")
    if thing is not None and own.text.islower() and own.lemma.lower() in load_stances():
        return Span(start, own.span.end)  # "the charge baseless", taken for one noun
    tokens = [t for t in sentence.tokens if t.span.start >= start]
    for before, token in pairwise(tokens):
        if before.text in (",", ";") or (before.pos == "VERB" and before.i != own.i):
            return None
        opens = token.text in ("“", '"', "‘") or token.text.lower() in ("a", "an")
        if opens and before.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            marked = token.text in ("“", '"', "‘")
            word = sentence.tokens[token.i + 1] if marked else token
            top = max([word.i, *sentence.subtree(word.i), *_up_to(sentence, word, own)])
            return Span(start, sentence.tokens[top].span.end)
    return None


def _up_to(sentence: Sentence, word: Token, own: Token) -> list[int]:
    """The words of the phrase that *word* opens, up to its head's last."""
    head = sentence.tokens[word.head]
    return sentence.subtree(head.i) if head.i > word.i and head.i != own.head else []


def _said_of(sentence: Sentence, clause: Clause, own: Token | None, small: bool) -> list[Token]:
    found = []
    for child in sentence.children(clause.head, *_OF_THE_OBJECT):
        if child.i < clause.head or (own is not None and child.i < own.i):
            continue
        tie = sentence.child(child.i, "case", "mark")
        word = tie.text.lower() if tie is not None else ""
        if (
            (child.relation == "xcomp" and (small or word in ("to", "as", "")))
            or word == "as"
            or (not small and child.relation == "advcl" and word in _TIES)
            or (not small and word in ("of", "for"))
        ):
            found.append(child)
    return found
