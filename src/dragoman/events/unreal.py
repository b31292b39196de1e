# Sentences that name an act and tell of none.
# Rule 1: what a film shows, a novel imagines or toy soldiers do has not happened.
# Rule 2: "no one was arrested", "there was no clash" deny an act that nobody has told of.
# Rule 3: a company's war is fought for customers.
"""Acts that are no events: fiction, nothing at all, and business."""

from __future__ import annotations

from dragoman.clauses.clause import Sentence, Token
from dragoman.events.draft import Draft

_WORKS = frozenset(
    "anime animation ballad ballet comedy comic drama fairytale farce fantasy film game legend movie musical myth "
    "novel opera painting play poem puppet sculpture series sitcom sketch thriller toy trailer videogame".split()
)
_DEPICTING = frozenset(
    "be depict describe dramatise dramatize envisage envision explore feature follow imagine narrate open portray "
    "recount relate retell see show star tell".split()
)
_SPORTS = frozenset(
    "band chef choir dancer deejay dj fan rapper robot sex singer species wit".split()
)
_NOBODY = frozenset({"nobody", "none", "nothing", "no-one"})
_TRADE = frozenset({"BUS", "MNC", "JRN", "EDU"})


def why_unreal(sentence: Sentence, made: Draft) -> str | None:
    """Why the act of *made* is no event, in words for ``skipped``; None if it may be one."""
    if _in_fiction(sentence, made):
        return "told of in a work of fiction"
    if _of_nobody(sentence, made):
        return "nothing of the kind happened"
    if made.sense.type == "ASSAULT" and made.actor and all(p.sector in _TRADE for p in made.actor):
        return "a company's contest"
    return None


def _in_fiction(sentence: Sentence, made: Draft) -> bool:
    head = made.frame.clause.head
    for i in (head, *(t.i for t in sentence.path_up(head))):
        token = sentence.tokens[i]
        if i != head and token.lemma.lower() in _WORKS and token.pos == "NOUN":
            return True
        if any(_is_work(t) for t in sentence.children(i, "obl") if _is_inside(sentence, t)):
            return True
        depicts = token.lemma.lower() in _DEPICTING and i != head
        if depicts and any(_is_work(t) for t in sentence.children(i, "nsubj")):
            return True
    doers = made.frame.slots.get("subject", ())
    return any(
        c.lemma.lower() in _WORKS for i in doers for c in sentence.children(i, "compound")
    ) or any(
        sentence.tokens[i].lemma.lower() in _SPORTS for i in made.frame.slots.get("object", ())
    )


def _is_work(token: Token) -> bool:
    return token.pos == "NOUN" and token.lemma.lower() in _WORKS


def _is_inside(sentence: Sentence, token: Token) -> bool:
    return any(c.text.lower() == "in" for c in sentence.children(token.i, "case"))


def _of_nobody(sentence: Sentence, made: Draft) -> bool:
    """Whether it is denied of everybody: "no one was arrested", "there was no clash"."""
    clause = made.frame.clause
    if clause.kind == "noun":
        none = any(t.lemma == "no" for t in sentence.children(clause.head, "det"))
        return none and made.sides < 2
    for i in clause.slots.get("object", ()):
        token = sentence.tokens[i]
        one = token.text.lower() == "one" and any(
            t.text.lower() == "no" for t in sentence.children(i, "det")
        )
        if one or token.text.lower() in _NOBODY:
            return True
    return False
