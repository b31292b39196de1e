# What an act is about: PLOVER's contexts, shown by the words of its own clause.
# Rule 1: the clause and its arguments are looked at, never the report: "elections" three
#   sentences away make no attack an electoral one. PLOVER's manual warns of just that.
# Rule 2: the longest entry wins and uses its words up: a "military band" is not military.
# Rule 3: a name says who, not what: of the register's names only those of agencies and armies
#   are read ("Ministry of Health"), and others where the almanac writes them as names ("OPEC").
"""Read the contexts of an event from the words around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.alphabet.errors import AlmanacError
from dragoman.alphabet.lexfile import ALMANAC, table
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.clauses.tokens import token_spans
from dragoman.entities.parties import Resolver
from dragoman.events.frames import Frame

FILE = ALMANAC / "events" / "contexts.toml"
#: PLOVER 2.0's contexts, in its order.
CONTEXTS = tuple(
    "military intelligence executive legislative election political_institutions pro_democracy "
    "pro_autocracy economic legal reparations human_rights rights_freedoms repression "
    "human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping "
    "health asylum migration disasters natural_resource environment technology terrorism cbrn "
    "cyber misinformation crime corruption illegal_drugs trafficking".split()
)
#: Heading of the entries that show nothing, and keep their words from showing anything.
NOTHING = "nothing"
_POS = {"noun": ("NOUN", "PROPN"), "verb": ("VERB",)}
_JOINERS = frozenset({"-", "‐", "–", "'s", "’s", "'", "’"})
#: Kinds of names whose words are read like others.
_SPEAKING = frozenset({"agency", "armed", "metonym", "adjective", "people"})
#: Clauses of their own, which hang on the words of this one.
_OTHERS = frozenset({"advcl", "acl:relcl", "ccomp", "parataxis", "appos", "discourse"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of the almanac: the words after its first, and what all of them show."""

    rest: tuple[str, ...]
    pos: str | None  #: "noun" or "verb", if a single word shows it only as that
    contexts: tuple[str, ...]  #: empty for what shows nothing
    cased: bool  #: written with a capital: a name, found only as written


@cache
def load_phrases() -> dict[str, tuple[Phrase, ...]]:
    """The entries by their first word, the longest first.

    Raises: AlmanacError for a context that PLOVER does not have, or an entry that stands
        under [nothing] and under a context.
    """
    found: dict[tuple[tuple[str, ...], str | None], list[str]] = defaultdict(list)
    for context, cell in table(FILE).items():
        if context not in (*CONTEXTS, NOTHING):
            raise _fault(context, f"{context!r} is no context of PLOVER.", "Correct it.")
        for entry in entries(cell):
            words, pos = parted(entry)
            if context not in found[words, pos]:
                found[words, pos].append(context)
    made: dict[str, list[Phrase]] = defaultdict(list)
    for (words, pos), contexts in found.items():
        if NOTHING in contexts and len(contexts) > 1:
            raise _fault(" ".join(words), f"{' '.join(words)!r} shows {contexts}.", "Choose one.")
        shown = tuple(c for c in contexts if c != NOTHING)
        cased = any(word != word.lower() for word in words)
        made[words[0]].append(Phrase(words[1:], pos, shown, cased))
    return {k: tuple(sorted(v, key=lambda p: -len(p.rest))) for k, v in made.items()}


def entries(cell: str) -> list[str]:
    """The entries of one heading, as written."""
    return [part for part in (" ".join(p.split()) for p in cell.split(",")) if part]


def parted(entry: str) -> tuple[tuple[str, ...], str | None]:
    """The words of an entry as a text has them, and its part of speech.

    >>> parted("arms-control treaty"), parted("storm:noun")
    ((('arms', 'control', 'treaty'), None), (('storm',), 'noun'))
    """
    phrase, _, pos = entry.partition(":")
    spans = token_spans(phrase)
    return tuple(w for a, b in spans if (w := phrase[a:b]) not in _JOINERS), pos or None


def _fault(word: str, found: str, hint: str) -> AlmanacError:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    line = next((n for n, text in enumerate(lines, 1) if word in text), 1)
    return AlmanacError(FILE, line, found, hint)


@lru_cache(maxsize=50_000)
def _forms(text: str, lemma: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((text, text.lower(), *lemmas(text, lemma))))


@lru_cache(maxsize=50_000)
def _openers(text: str, lemma: str) -> tuple[Phrase, ...]:
    """The entries that a word may begin, the longest first; one look-up a token."""
    known = load_phrases()
    found = [phrase for form in _forms(text, lemma) for phrase in known.get(form, ())]
    return tuple(sorted(found, key=lambda p: -len(p.rest)))


def contexts_of(sentence: Sentence, frame: Frame, resolver: Resolver) -> tuple[str, ...]:
    """The contexts of the act in *frame*, each once, in the order of the words that show them."""
    tokens = [sentence.tokens[i] for i in clause_words(sentence, frame)]
    words = [t for t in tokens if t.text not in _JOINERS]
    found = _found(sentence, words, resolver)
    return tuple(dict.fromkeys(c for phrase in found for c in phrase.contexts))


def _is_name(token: Token, resolver: Resolver) -> bool:
    mention = resolver.mention_at(token)
    return mention is not None and mention.kind not in _SPEAKING


def _found(sentence: Sentence, words: Sequence[Token], resolver: Resolver) -> Iterator[Phrase]:
    """The entries in *words*, from the left, none sharing a word with another."""
    at = 0
    while at < len(words):
        token = words[at]
        taken = 1
        for phrase in _openers(token.text, token.lemma):
            if phrase.pos is not None and token.pos not in _POS[phrase.pos]:
                continue
            if not phrase.cased and _is_name(token, resolver):
                continue
            if phrase.rest and not _goes_on(sentence, words, at, phrase.rest):
                continue
            taken += len(phrase.rest)
            yield phrase
            break
        at += taken


def _goes_on(sentence: Sentence, words: Sequence[Token], at: int, rest: Iterable[str]) -> bool:
    """Whether the words of *rest* follow word *at*, with nothing but joiners between."""
    for step, word in enumerate(rest, at + 1):
        if step == len(words):
            return False
        before, token = words[step - 1], words[step]
        between = sentence.tokens[before.i + 1 : token.i]
        if word not in _forms(token.text, token.lemma) or any(
            t.text not in _JOINERS for t in between
        ):
            return False
    return True


def clause_words(sentence: Sentence, frame: Frame) -> list[int]:
    """Indices of the predicate, its light verb and its arguments, without the clauses inside."""
    seen = {frame.clause.head}
    stack = [*sentence.children(frame.clause.head)]
    stack = [t for t in stack if t.relation != "conj" and t.dep not in _OTHERS]
    if frame.light is not None:
        seen.add(frame.light.head)
    heads = {i for slot in frame.slots.values() for i in slot}
    stack += [sentence.tokens[i] for i in heads]
    while stack:
        token = stack.pop()
        if token.i in seen:
            continue
        seen.add(token.i)
        for child in sentence.children(token.i):
            other = child.relation == "conj" and child.pos in ("VERB", "AUX")
            if child.dep not in _OTHERS and not other:
                stack.append(child)
    return sorted(seen)
