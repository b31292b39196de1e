# Who speaks: the noun phrase in the speaker's place, and whom it stands for.
# Rule 1: a pronoun is the last person who spoke; a state is never "he".
#   "it" and "they" are the body, or the many, that spoke just before.
# Rule 2: a surname is whoever was introduced by it; the introduction's code holds.
# Rule 3: "I" and "we" are the speaker of the quotation around them (nesting.py).
"""Speakers of claims, remembered over a report."""

from __future__ import annotations

import re
from collections import deque

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import SPEAKER
from dragoman.entities.parties import Resolver
from dragoman.entities.pronouns import FIRST_PERSON
from dragoman.evidence.claim import Speaker

NOBODY = Speaker("", None, None, None)
_PERSONAL = frozenset({"he", "she", "his", "her"})
_NEVER = frozenset({"who", "which", "what", "that", "whoever", "there", "this"})
_OTHERS = frozenset({"they", "it", "you"})
_TRIM = " \t\n,;:–—-“”\"'‘’."
#: The pronouns of bodies and of many, with those by which they own a statement.
_BODILY = {"it": "it", "its": "it", "they": "they", "their": "they"}
_NEAR = 400  #: characters back in which "it" and "they" look for who spoke
#: People whom no role of the register describes.
_PEOPLE = frozenset(
    "witness resident survivor victim shopkeeper villager farmer driver teacher neighbour neighbor "
    "student analyst expert lawyer defendant mother father brother sister son daughter wife "
    "husband man woman refugee worker historian economist insider".split()
)
#: What those are called who know a state and do not speak for it.
_NO_OFFICE = frozenset({"former", "ex", "retired", "expert", "analyst", "professor", "economist"})
_STATE = re.compile(r"[A-Z]{3}")
_LONGEST_NAME = 5  #: words of a name behind a comma
_REMEMBERED = 6  #: speakers back that a pronoun may mean


class Speakers:
    """Resolves the speakers of one report, in the order of its text."""

    def __init__(self, text: str, resolver: Resolver) -> None:
        self._text = text
        self._resolver = resolver
        self._names: dict[str, Speaker] = {}
        self._people: deque[Speaker] = deque(maxlen=_REMEMBERED)
        self._bodies: dict[str, Speaker] = {}  #: the last body, and the last that were many
        self._acting: Speaker | None = None  #: the person whom the sentence before is about

    @property
    def publisher(self) -> Speaker | None:
        """Who speaks in a text as a whole: whoever publishes it, if it is a release of his."""
        own = self._resolver.publisher
        return Speaker(own.text, own.span, own.name, own.code) if own is not None else None

    def of(self, sentence: Sentence, i: int, cue: int | None = None) -> Speaker | None:
        """The speaker whom the phrase headed by token *i* names; None if it can be nobody's.

        *cue* is the verb of saying: in "a party that says …" its clause is not the speaker's
        name, and the speaker's characters are those of "that".
        """
        token = sentence.tokens[i]
        pronoun = _relative(sentence, i, cue)
        if pronoun is not None:
            named = sentence.tokens[token.head]
            if token.relation == "appos" and named.pos == "PROPN":
                token = named  # "Ann Lee, an expert [who doubts that …]"
            noun = self._described(sentence, token, cue)
            return Speaker(noun.text, pronoun.span, noun.name, noun.code)
        word = token.text.lower()
        if word in _NEVER:
            return None
        if word in _PERSONAL:
            return self._last_person(token)
        if word in _BODILY:
            return self._last_body(sentence, token, _BODILY[word])
        if word in FIRST_PERSON or word in _OTHERS:
            return Speaker(token.text, token.span, None, None)
        speaker = self._described(sentence, token, cue)
        self._remember(sentence, token, speaker)
        return self._by_name(sentence, token, speaker)

    def _by_name(self, sentence: Sentence, token: Token, speaker: Speaker) -> Speaker:
        """ "The spokesman" by the name that the report gave him; as he is called if it gave none."""
        name, words = speaker.name, speaker.text.split()
        if token.pos != "NOUN" or len(words) > 3 or words[0].lower() != "the":
            return speaker
        if not self._resolver.is_person(sentence, token.i):
            return speaker
        if name is not None and self._is_name(name, speaker.text, token.span.start):
            return Speaker(name, speaker.span, name, speaker.code)
        acting = self._acting
        if acting is None or acting.name is None or not self._is_titled(token, acting):
            return speaker
        return Speaker(acting.name, speaker.span, acting.name, acting.code or speaker.code)

    def _is_name(self, name: str, words: str, start: int) -> bool:
        """Whether *name* is a person's that the report gave before; a state's names nobody."""
        if name in words or not 0 <= self._text.find(name) < start:
            return False
        return not any(m.name == name and m.kind != "person" for m in self._resolver.mentions)

    def _is_titled(self, token: Token, acting: Speaker) -> bool:
        """Whether whom the sentence before is about was called "the minister" there."""
        words = acting.text.lower().split()
        return token.lemma.lower() in words and (acting.name or "") in acting.text != acting.name

    def heed(self, sentence: Sentence) -> None:
        """Keep the person that *sentence* is about, for a pronoun in the next one."""
        self._acting = None
        for token in sentence.tokens:
            top = sentence.tokens[token.head]
            if (
                token.dep not in ("nsubj", "nsubj:pass")
                or top.relation != "root"
                or token.pos == "PRON"
            ):
                continue
            person = self._resolver.is_person(sentence, token.i)
            person = person or self._is_surname(sentence, token)
            if sentence.child(token.i, "conj") is None and person:
                speaker = self._described(sentence, token, top.i)
                self._acting = self._in_role(sentence, token) or speaker

    def _is_surname(self, sentence: Sentence, token: Token) -> bool:
        """ "Lopez": whether the report has given somebody of that name in full, with a first name."""
        if not token.text[:1].isupper() or self._resolver.mention_at(token) is not None:
            return False
        known = self._resolver.party(sentence, token.i)
        if known is not None and known.sector:
            return False  # "Police", after "State Police"
        full = re.compile(rf"[A-Z][a-z]+ {re.escape(token.text)}\b")
        return full.search(self._text, 0, token.span.start) is not None

    def _remember(self, sentence: Sentence, token: Token, speaker: Speaker) -> None:
        """Keep a speaker for the pronouns that may mean him."""
        many = "Number=Plur" in token.feats or sentence.child(token.i, "conj") is not None
        body = token.text.isupper() and len(token.text) > 2  # "COGAT": somebody's initials
        if (self._resolver.is_person(sentence, token.i) and not body) or (
            token.lemma.lower() in _PEOPLE and not many
        ):
            self._people.append(self._in_role(sentence, token) or speaker)
        elif many or token.pos in ("NOUN", "PROPN"):
            self._bodies["they" if many else "it"] = speaker

    def _in_role(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Who "the general" is: the last of those who speak in the report with that word."""
        first = sentence.tokens[max(0, token.i - 2) : token.i]
        if token.pos != "NOUN" or not any(t.text.lower() == "the" for t in first):
            return None
        word = token.lemma.lower()
        own = self._resolver.party(sentence, token.i)
        said = (
            own.code if own is not None and sentence.child(token.i, "nmod", "nmod:poss") else None
        )
        known = (p for p in reversed(self._people) if p.name is not None)
        # "The representative of Chad" is not the Special Representative named before.
        fits = (p for p in known if said is None or (p.code is not None and _alike(p.code, said)))
        return next((p for p in fits if word in p.text.lower().split()), None)

    def _last_body(self, sentence: Sentence, token: Token, word: str) -> Speaker:
        before = self._bodies.get(word)
        party = self._resolver.party(sentence, token.i)
        if before is None or before.span is None:
            return Speaker(token.text, token.span, None, None)
        if token.span.start - before.span.end > _NEAR:
            return Speaker(token.text, token.span, None, None)
        apart = party is not None and party.code and before.code
        if apart and party is not None and not _alike(party.code, before.code):
            return Speaker(token.text, token.span, None, None)
        return Speaker(before.text, token.span, before.name, before.code)

    def is_actor(self, sentence: Sentence, i: int) -> bool:
        """Whether token *i* heads a phrase that names somebody who acts."""
        token = sentence.tokens[i]
        known = self._resolver.party(sentence, i)
        acts = known is not None and known.known and known.kind == "actor"
        return token.pos in ("PROPN", "PRON") or acts

    def is_own(self, sentence: Sentence, i: int, speaker: Speaker) -> bool:
        """Whether token *i* names the state that *speaker* is or holds office for.

        Soldiers and experts of a state do not promise what it will do.
        """
        if sentence.tokens[i].pos == "PRON" or not _STATE.fullmatch(speaker.code or ""):
            return False
        if not (speaker.span is None or _is_official(speaker)):
            return False
        party = self._resolver.party(sentence, i)
        return party is not None and party.code == speaker.code

    def is_human(self, sentence: Sentence, i: int) -> bool:
        """Whether token *i* heads a phrase that names somebody who can speak."""
        token = sentence.tokens[i]
        if token.lemma.lower() in _PEOPLE or token.text.lower() in _PERSONAL:
            return True
        if token.pos == "PRON":
            return False
        known = self._resolver.party(sentence, i)
        return (known is not None and known.known) or self._resolver.is_person(sentence, i)

    def _last_person(self, token: Token) -> Speaker:
        before = self._acting or (self._people[-1] if self._people else None)
        if before is None:
            return Speaker(token.text, token.span, None, None)
        return Speaker(before.text, token.span, before.name, before.code)

    def _described(self, sentence: Sentence, token: Token, cue: int | None = None) -> Speaker:
        span = trimmed(self._text, _phrase(self._text, sentence, token, cue))
        party = self._resolver.party(sentence, token.i)
        if (party is None or party.code is None) and "Number=Plur" in token.feats:
            # "Both countries deny it": by the first, as of "Mali and Chad".
            party = next(iter(self._resolver.parties(sentence, token.i)), party)
        if party is not None and party.code == SPEAKER:
            party = None  # "our spokesman": whose he is, the quotation does not say here
        code = party.code if party is not None else None
        name = party.name if party is not None else None
        if token.pos == "PROPN" and self._resolver.mention_at(token) is None:
            return self._named(sentence, token, span, code)
        return Speaker(span.of(self._text), span, name, code)

    def _named(self, sentence: Sentence, token: Token, span: Span, code: str | None) -> Speaker:
        """A person by name; the full name and code of the introduction hold for the surname."""
        parts = [t for t in sentence.children(token.i, "flat", "compound") if t.pos == "PROPN"]
        words = sorted([token, *parts], key=lambda t: t.i)
        full = Span(words[0].span.start, words[-1].span.end).of(self._text)
        known = self._names.get(words[-1].text) or (
            self._names.get(words[0].text) if len(words) == 1 else None
        )
        if known is None:
            known = Speaker(span.of(self._text), span, full, code)
            for word in words:
                self._names.setdefault(word.text, known)
        return Speaker(span.of(self._text), span, known.name, code or known.code)


def _is_official(speaker: Speaker) -> bool:
    """Whether nothing in a speaker's description says that he is out of office, or never was in it."""
    return not {w.lower() for w in speaker.text.split()} & _NO_OFFICE


def _alike(one: str | None, other: str | None) -> bool:
    return (one or "").partition("-")[0] == (other or "").partition("-")[0]


def _relative(sentence: Sentence, i: int, cue: int | None) -> Token | None:
    """The "who" or "that" by which the noun *i* is the subject of *cue* in a relative clause."""
    if cue is None or not any(t.i == i for t in sentence.path_up(cue)):
        return None
    for child in sentence.children(cue, "nsubj"):
        if child.text.lower() in _NEVER:
            return child
    return None


def _phrase(text: str, sentence: Sentence, head: Token, cue: int | None) -> Span:
    """The words that name the speaker: the noun with what describes it, without *cue*'s clause."""
    gone: set[int] = set()
    for child in sentence.children(head.i):
        below = sentence.subtree(child.i)
        if _apart(sentence, head, child, below) or (cue is not None and cue in below):
            gone.update(below)
    # What is left on both sides of the head, up to the first gap.
    kept = [k for k in sentence.subtree(head.i) if k not in gone]
    first = max((k for k in gone if k < head.i), default=-1)
    last = min((k for k in gone if k > head.i), default=len(sentence.tokens))
    kept = [k for k in kept if first < k < last]
    if cue is not None and head.pos == "NOUN":
        kept = _named_after(sentence, kept, cue)
    span = Span(sentence.tokens[kept[0]].span.start, sentence.tokens[kept[-1]].span.end)
    # "The Latest: Iran says": what stands before a colon is a heading.
    colon = text.rfind(": ", span.start, head.span.start)
    return Span(colon + 2, span.end) if colon >= 0 else span


def _named_after(sentence: Sentence, kept: list[int], cue: int) -> list[int]:
    """*kept* with the name that stands between it and the cue: "their spokesman [Willy Ngoma]"."""
    last = kept[-2] if len(kept) > 1 and sentence.tokens[kept[-1]].text == "," else kept[-1]
    between = sentence.tokens[last + 1 : cue]
    if 0 < len(between) <= 3 and all(t.text[:1].isupper() and t.text.isalpha() for t in between):
        return [*kept, *(t.i for t in between)]
    marks = [k for k, t in enumerate(between) if t.text == ","]
    name = between[1 : marks[1]] if len(marks) > 1 and marks[0] == 0 else ()
    capital = all(t.text[:1].isupper() and t.pos in ("PROPN", "NOUN") for t in name)
    if 0 < len(name) <= _LONGEST_NAME and capital:  # "a spokesman, Ann Lee, had said"
        if all(t.pos in ("AUX", "ADV") for t in between[marks[1] + 1 :]):
            return [*kept, *(t.i for t in between[: marks[1]])]
    return kept


def _apart(sentence: Sentence, head: Token, child: Token, below: list[int]) -> bool:
    """Whether *child* is no part of the speaker's name: a preposition, an adjunct of the clause."""
    if child.relation in ("case", "cop", "aux", "mark", "cc", "parataxis", "discourse", "advcl"):
        return True
    if child.relation in ("punct",):
        return False
    if child.i < head.i:
        return child.relation in ("obl", "nsubj", "csubj", "obj", "dep") or (
            child.dep == "nmod" and sentence.child(child.i, "case") is not None
        )
    comma = below[0] > 0 and sentence.tokens[below[0] - 1].text == ","
    comma = comma or sentence.tokens[below[0]].text == ","
    return (comma and child.dep in ("acl", "nmod", "obl")) or (
        child.relation == "conj" and child.pos == "VERB"
    )


def trimmed(text: str, span: Span) -> Span:
    """*span* without marks and spaces at its ends."""
    start, end = span.start, span.end
    # What is not printable is a space of another kind, or has no width.
    while start < end and (text[start] in _TRIM or not text[start].isprintable()):
        start += 1
    while end > start and (text[end - 1] in _TRIM or not text[end - 1].isprintable()):
        end -= 1
    return Span(start, end)
