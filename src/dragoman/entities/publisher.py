# Whose text a report is: a ministry's or a body's own release speaks for it.
# Rule 1: it opens with a letterhead ("Ministry of Foreign Affairs of Peru", "Statement by the Foreign
#   Secretary on Chad") that names one of them, or with whoever publishes it and is mostly about what it does.
# Rule 2: a release that opens with a bare office ("The Minister for Africa has …") is of the one state that
#   takes a stand in it.
# Rule 3: a report of an agency or a newspaper is nobody's, and where two states would fit none is meant.
"""The state or body that publishes a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.clauses.phrases import main_subject
from dragoman.entities.actor import SPEAKER, Party
from dragoman.entities.names import Names
from dragoman.entities.phrases import is_plural
from dragoman.entities.pronouns import Resolve
from dragoman.entities.register import Role
from dragoman.entities.roles import Roles

#: What somebody publishes in his own name; without it a text need not have a voice.
_OWN = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y)\b")
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
_FIRST = 6  #: words of a sentence among which a bare office stands
_LETTERHEAD = 6  #: sentences and headings among which a letterhead stands
_OFFICES = frozenset({"department", "government", "minister", "ministry", "office", "secretary"})
_FROM = frozenset({"by", "of", "from", "for", "'s", "’s"})
_HOLDERS = frozenset({"minister", "secretary", "spokesperson", "spokesman", "spokeswoman"})
_SPEAKING = _OFFICES | _HOLDERS | {"ambassador", "representative"}
_PAPERS = frozenset(
    "address announcement answer comment communiqué communique declaration message note release "
    "remark response speech statement".split()
)
_STATING = frozenset(
    "announce call commend condemn congratulate deplore express extend offer reaffirm regret reiterate reject "
    "stand support urge welcome".split()
)
#: What else a state that publishes says of itself.
_OF_ITSELF = _STATING | frozenset(
    "appreciate attach commit continue forefront oppose pay proud provide remain share thank value work".split()
)
_SHARE = 0.5  #: of the main clauses about somebody known, those about whoever publishes


@dataclass(frozen=True)
class Publishing:
    """Looks for whoever publishes one report."""

    text: str
    sentences: Sequence[Sentence]
    names: Names
    roles: Roles
    party: Resolve

    def publisher(self) -> Party | None:
        """The state or body that publishes the report itself, or None."""
        if not _OWN.search(self.text) or any(wire in self.text[:_HEAD] for wire in _WIRES):
            return None
        heads = {_side(p): p for p in self._letterheads()}
        if heads:
            return next(iter(heads.values())) if len(heads) == 1 else None
        return self._opening() or self._taking_a_stand()

    def _letterheads(self) -> Iterator[Party]:
        """Whose ministries and offices the headings before the text name as its source."""
        for sentence in self.sentences[:_LETTERHEAD]:
            if main_subject(sentence) is not None:
                continue
            for token in sentence.tokens:
                if not self._is_source(sentence, token):
                    continue
                found = self.party(sentence, token.i)
                if found is not None and self._may_publish(found):
                    yield found

    def _is_source(self, sentence: Sentence, token: Token) -> bool:
        """Whether a word of a heading names an office as where the text is from."""
        mention = self.names.at(token)
        speaks = token.lemma.lower() in _OFFICES or token.lemma.lower() in _HOLDERS
        if not speaks and (mention is None or mention.kind != "metonym"):
            return False
        chain = [token, *sentence.path_up(token.i)]
        at = next((k for k, t in enumerate(chain) if t.lemma.lower() in _PAPERS), None)
        if at is None:
            alone = not sentence.child(token.i, "case")
            return alone and (chain[-1].i == token.i or token.pos == "PROPN")
        # "Statement by the minister", "Foreign Secretary statement", but no "Regarding the statement of …"
        below = (sentence.children(t.i, "case") for t in chain[:at])
        cases = {t.text.lower() for ts in below for t in ts}
        return cases <= _FROM and sentence.child(chain[at].i, "case") is None

    def _opening(self) -> Party | None:
        """Whoever the text opens with, if it is mostly about what he does."""
        subjects = self._subjects()
        # Who the others are is asked only where the first may publish: in most reports he may not.
        opening = ((s, t, self.party(s, t.i)) for s, t in islice(subjects, _OPENING))
        known = ((s, t, p) for s, t, p in opening if p is not None and p.known)
        begun = next(known, None)
        if begun is None:
            return None
        sentence, token, first = begun
        if first.code == SPEAKER or not self._may_publish(first):
            return None
        named = self.names.at(token) is not None or self.roles.is_person(sentence, token.i)
        if not (named or token.lemma.lower() in _OFFICES):
            return None  # a verb of a headline that was taken for a noun
        if not _is_official(sentence, token, first):
            return None
        parties = [first, *(p for *_, p in known)]
        parties += [p for s, t in subjects if (p := self.party(s, t.i)) is not None and p.known]
        own = [p for p in parties if p.code == SPEAKER or _side(p) == _side(first)]
        if len(own) < 2 or len(own) < _SHARE * len(parties):
            return None
        return first

    def _taking_a_stand(self) -> Party | None:
        """The one state that condemns, welcomes or stands with others in what a bare office publishes."""
        opening = self.sentences[:_LETTERHEAD]
        if not any(self._names_bare_office(sentence) for sentence in opening):
            return None
        found = {}
        for sentence, token in self._subjects():
            mention = self.names.at(token)
            if mention is None or mention.kind != "state":
                continue
            if _OF_ITSELF & _lemmas(sentence.tokens[token.head]):
                found[mention.country] = mention.party()
        return next(iter(found.values())) if len(found) == 1 else None

    def _names_bare_office(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with "the Minister", "Foreign Ministry Spokesperson" of no state."""
        for token in sentence.tokens[:_FIRST]:
            if token.lemma.lower() in _SPEAKING and token.text[0].isupper():
                party = self.party(sentence, token.i)
                return party is None or not party.known
        return False

    def _subjects(self) -> Iterator[tuple[Sentence, Token]]:
        """The subjects of main clauses."""
        for sentence in self.sentences:
            if (token := main_subject(sentence)) is not None:
                yield sentence, token

    def _may_publish(self, party: Party) -> bool:
        return party.known and party.kind == "actor" and party.sector in _SECTORS


def is_own_office(sentence: Sentence, token: Token, role: Role) -> bool:
    """Whether a release speaks of its publisher's own office: "the Minister", "Minister for Africa".

    Others' offices have their state beside them, or small letters.
    """
    if role.kind != "person" or role.sector or is_plural(token) or not token.text[0].isupper():
        return False
    if token.lemma.lower() not in _HOLDERS or sentence.child(token.i, "nmod:poss") is not None:
        return False
    fields = sentence.children(token.i, "nmod")
    return all(t.text[0].isupper() for t in fields)


def _is_official(sentence: Sentence, token: Token, party: Party) -> bool:
    """Whether an office or a body of states opens a text, or a state by what is done in statements."""
    office = token.pos == "NOUN" or token.lemma.lower() in _OFFICES
    states = bool(_STATING & _lemmas(sentence.tokens[token.head]))
    return office or party.country is None or states


def _lemmas(token: Token) -> set[str]:
    return set(lemmas(token.text, token.lemma))


def _side(party: Party) -> str | None:
    return party.country or party.code
