# Whose "we" is outside quotations: a ministry's or a body's own release speaks for it.
# Rule: the release begins with whoever publishes it, and is mostly about what it does. A report of
#   an agency or a newspaper says "we" for nobody that it names.
"""Who speaks in a text as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.phrases import main_subject
from dragoman.entities.actor import SPEAKER, Party
from dragoman.entities.parties import Resolver
from dragoman.evidence.claim import Speaker

_SECTORS = (None, "", "MIL", "LEG")
_WIRES = (
    "(Reuters)",
    "(AP)",
    "(AFP)",
    "(Xinhua)",
    "(dpa)",
    "(UPI)",
    "(IANS)",
    "Reporting by",
    "By ",
)
_HEAD = 300  #: characters in which a wire or an author names itself
_OPENING = 2  #: sentences, a headline among them, in which the publisher is named
_OFFICES = frozenset({"department", "government", "minister", "ministry", "office", "secretary"})
_STATING = frozenset(
    "announce call commend condemn congratulate deplore express extend offer reaffirm regret reiterate reject "
    "stand support urge welcome".split()
)
_SHARE = 0.5  #: of the main clauses about somebody known, those about whoever publishes


def voice(text: str, sentences: Sequence[Sentence], resolver: Resolver) -> Speaker | None:
    """The body that publishes *text* itself, or None."""
    if any(wire in text[:_HEAD] for wire in _WIRES):
        return None
    told = [(k, s, t) for k, s in enumerate(sentences) if (t := main_subject(s)) is not None]
    found = [(k, s, t, resolver.party(s, t.i)) for k, s, t in told]
    known = [(k, s, t, p) for k, s, t, p in found if p is not None and p.known]
    if not known or known[0][0] >= _OPENING:
        return None
    _, sentence, token, first = known[0]
    if first.code == SPEAKER or first.kind != "actor" or first.sector not in _SECTORS:
        return None
    named = resolver.mention_at(token) is not None or resolver.is_person(sentence, token.i)
    if not (named or token.lemma.lower() in _OFFICES):
        return None  # a verb of a headline that was taken for a noun
    if not _is_official(sentence, token, first):
        return None
    own = [p for *_, p in known if p.code == SPEAKER or _side(p) == _side(first)]
    if len(own) < 2 or len(own) < _SHARE * len(known):
        return None
    return Speaker(first.text, first.span, first.name, first.code)


def _is_official(sentence: Sentence, token: Token, party: Party) -> bool:
    """Whether an office or a body of states opens a text, or a state by what is done in statements."""
    verb = sentence.tokens[token.head].lemma.lower()
    office = token.pos == "NOUN" or token.lemma.lower() in _OFFICES
    return office or party.country is None or verb in _STATING


def _side(party: Party) -> str | None:
    return party.country or party.code
