"""The senses' proofs: present, about the sense's own words, with codes of the register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.clauses.inflection import bases
from dragoman.entities.register import load_register
from dragoman.events.match import NATIONAL
from dragoman.events.senses import Sense, load_lexicon

SENSES = load_lexicon().senses
#: The one verb whose forms no rule and no list of the almanac leads back to its base.
FORMS_OF_BE = frozenset({"am", "are", "been", "being", "is", "was", "were"})
#: Senses with a counter-proof that has none of their words. Let this list only shrink.
WITHOUT_THEIR_WORD = frozenset({"concede.climb-down-noun"})

_WORD = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"[\w'’-]+")


def words(sentence: str) -> set[str]:
    """All bases that the words of a sentence may have, parts of joined words included."""
    forms = _WORD.findall(sentence) + _JOINED.findall(sentence)
    found = {base for form in forms for base in bases(form)}
    return found | ({"be"} if found & FORMS_OF_BE else set())


def asked(sense: Sense) -> set[str]:
    """The single words of a sense's lemmas, and those that it asks for in its slots."""
    wanted = {word for _, some, _ in sense.where for word in some}
    return {word for phrase in (*sense.lemmas, *wanted) for word in phrase.split()}


def codes() -> Iterator[tuple[str, str]]:
    for sense in SENSES:
        for _, actor, recipient in sense.yes:
            for side in (actor, recipient):
                yield from ((sense.id, code) for code in side.split("+") if code)


@cache
def known() -> tuple[frozenset[str], frozenset[str]]:
    """Codes of the register's names, and the sectors that it knows."""
    register = load_register()
    entries = [entry for some in register.entries.values() for entry in some]
    sectors = {e.sector for e in entries} | {role.sector for role in register.roles.values()}
    return frozenset(e.code for e in entries if e.code), frozenset(s for s in sectors if s)


def exists(code: str) -> bool:
    """Whether the register knows a code, or its place and its sector."""
    names, sectors = known()
    place, dash, sector = code.rpartition("-")
    return code in names or bool(dash and place in names and sector in sectors)


def test_every_sense_has_a_proof_and_a_counter_proof() -> None:
    assert SENSES
    assert [sense.id for sense in SENSES if not sense.yes or not sense.no] == []


def test_every_proof_has_a_word_of_its_sense() -> None:
    wordless = [
        (sense.id, sentence)
        for sense in SENSES
        for sentence, _, _ in sense.yes
        # "Are Turkish": of any nation.
        if sense.lemmas != (NATIONAL,)
        and not any(words(sentence).issuperset(lemma.split()) for lemma in sense.lemmas)
    ]
    assert wordless == []


def test_every_counter_proof_has_a_word_that_its_sense_looks_for() -> None:
    wordless = {s.id for s in SENSES for sentence in s.no if not words(sentence) & asked(s)}
    assert wordless - WITHOUT_THEIR_WORD == set()


def test_every_proof_names_somebody() -> None:
    assert [(s.id, text) for s in SENSES for text, actor, to in s.yes if not actor + to] == []


def test_every_code_in_a_proof_is_in_the_register() -> None:
    assert [(sense, code) for sense, code in codes() if not exists(code)] == []


def test_no_sentence_is_proof_and_counter_proof_of_one_sense() -> None:
    assert [s.id for s in SENSES if {text for text, _, _ in s.yes} & set(s.no)] == []
