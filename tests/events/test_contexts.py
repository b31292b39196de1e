from __future__ import annotations

import pytest

from dragoman.alphabet.lexfile import table
from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from dragoman.events.contexts import (
    CONTEXTS,
    FILE,
    NOTHING,
    clause_words,
    contexts_of,
    entries,
    load_phrases,
    parted,
)
from dragoman.events.frames import Frame, frames
from dragoman.events.senses import load_lexicon
from trees import text_of, tree

FEWEST = 60


def frame_of(notation: str, word: str) -> tuple[Frame, Resolver]:
    """The plainest frame of the clause headed by *word*."""
    sentence = tree(notation)
    text = text_of(sentence)
    resolver = Resolver(text, find_mentions(text))
    resolver.learn([sentence])
    by_head = {c.head: c for c in sentence.clauses}
    clause = next(c for c in sentence.clauses if c.token.text == word)
    *_, last = frames(clause, by_head, load_lexicon().light)
    return last, resolver


def shown(notation: str, word: str) -> tuple[str, ...]:
    frame, resolver = frame_of(notation, word)
    return contexts_of(frame.clause.sentence, frame, resolver)


def named(phrase: str) -> str:
    """ "Peru discussed PHRASE", the phrase's last word being its head."""
    words = phrase.split()
    head = 2 + len(words)
    before = " ".join(f"{w}/NOUN/{head}/compound" for w in words[:-1])
    return f"Peru/PROPN/2/nsubj discussed/discuss/VERB/0/root {before} {words[-1]}/NOUN/2/obj"


# --- the list of words ------------------------------------------------------------------
@pytest.mark.parametrize("context", CONTEXTS)
def test_every_context_of_plover_has_many_entries(context: str) -> None:
    assert len({parted(entry) for entry in entries(table(FILE)[context])}) >= FEWEST


def test_the_file_knows_no_other_context() -> None:
    assert set(table(FILE)) == {*CONTEXTS, NOTHING}
    assert len(CONTEXTS) == len(set(CONTEXTS)) == 37


def test_no_entry_stands_twice_under_one_heading() -> None:
    for heading, cell in table(FILE).items():
        found = [parted(entry) for entry in entries(cell)]
        assert sorted(e for e in found if found.count(e) > 1) == [], heading


def test_what_shows_nothing_shows_nothing() -> None:
    silent = {parted(entry) for entry in entries(table(FILE)[NOTHING])}
    loud = {parted(e) for c in CONTEXTS for e in entries(table(FILE)[c])}
    assert silent & loud == set()


def test_a_part_of_speech_is_given_to_single_words_alone() -> None:
    odd = [p for some in load_phrases().values() for p in some if p.pos and p.rest]
    assert odd == []
    assert {p.pos for some in load_phrases().values() for p in some} == {None, "noun", "verb"}


# --- what an act is about ---------------------------------------------------------------
@pytest.mark.parametrize(
    ("phrase", "contexts"),
    [
        ("airstrike", ("military",)),
        ("military band", ()),
        ("legal challenge", ("legal",)),
        ("legal tackle", ()),
        ("virus", ("health",)),
        ("computer virus", ("cyber",)),
        ("gold", ("natural_resource",)),
        ("gold medal", ()),
        ("election fraud", ("election",)),
        ("trade war", ("economic",)),
        ("drug company", ()),
        ("drug trafficker", ("illegal_drugs", "trafficking")),
        ("weather", ()),
    ],
)
def test_the_longest_entry_decides(phrase: str, contexts: tuple[str, ...]) -> None:
    assert shown(named(phrase), "discussed") == contexts


def test_contexts_come_in_the_order_of_their_words() -> None:
    notation = (
        "Peru/PROPN/2/nsubj discussed/discuss/VERB/0/root visas/visa/NOUN/2/obj and/CCONJ/5/cc "
        "tariffs/tariff/NOUN/3/conj"
    )
    assert shown(notation, "discussed") == ("migration", "economic")


def test_a_hyphen_and_a_possessive_part_no_entry() -> None:
    hyphen = (
        "Peru/PROPN/2/nsubj discussed/discuss/VERB/0/root cease/NOUN/5/compound -/PUNCT/3/punct "
        "fire/NOUN/2/obj"
    )
    assert shown(hyphen, "discussed") == ("military",)
    possessive = (
        "Peru/PROPN/2/nsubj discussed/discuss/VERB/0/root women/woman/NOUN/5/nmod:poss "
        "'s/PART/3/case rights/right/NOUN/2/obj"
    )
    assert shown(possessive, "discussed") == ("gender",)


def test_another_clause_shows_nothing_of_this_one() -> None:
    notation = (
        "Peru/PROPN/2/nsubj thanked/thank/VERB/0/root Chile/PROPN/2/obj after/SCONJ/6/mark "
        "voters/voter/NOUN/6/nsubj left/leave/VERB/2/advcl"
    )
    assert shown(notation, "thanked") == ()


def test_what_is_said_of_an_argument_is_another_clause() -> None:
    notation = (
        "Peru/PROPN/2/nsubj thanked/thank/VERB/0/root men/man/NOUN/2/obj who/PRON/5/nsubj "
        "fought/fight/VERB/3/acl:relcl pirates/pirate/NOUN/5/obj"
    )
    assert shown(notation, "thanked") == ()
    assert shown(notation, "fought") == ("crime",)


def test_a_complement_belongs_to_its_verb() -> None:
    notation = (
        "Peru/PROPN/2/nsubj agreed/agree/VERB/0/root to/PART/4/mark lower/lower/VERB/2/xcomp;VerbForm=Inf "
        "tariffs/tariff/NOUN/4/obj"
    )
    assert shown(notation, "agreed") == ("economic",)


def test_a_second_verb_has_its_own_contexts() -> None:
    notation = (
        "Peru/PROPN/2/nsubj thanked/thank/VERB/0/root Chile/PROPN/2/obj and/CCONJ/5/cc "
        "cut/cut/VERB/2/conj tariffs/tariff/NOUN/5/obj"
    )
    assert shown(notation, "thanked") == ()
    assert shown(notation, "cut") == ("economic",)


def test_a_persons_name_shows_nothing() -> None:
    """A leader's first name may be a common word."""
    thanked = "Peru/PROPN/2/nsubj thanked/thank/VERB/0/root"
    assert shown(f"{thanked} Bill/PROPN/2/obj Clinton/PROPN/3/flat", "thanked") == ()
    assert shown(f"{thanked} Bill/PROPN/2/obj", "thanked") == ("legislative",)


def test_a_bodys_name_says_who_and_not_what() -> None:
    thanked = "Peru/PROPN/2/nsubj thanked/thank/VERB/0/root"
    union = "European/PROPN/5/compound Economic/PROPN/5/compound Community/PROPN/2/obj"
    assert shown(f"{thanked} {union}", "thanked") == ()
    assert shown(f"{thanked} OPEC/PROPN/2/obj", "thanked") == ("natural_resource",)


def test_capitals_are_meant() -> None:
    assert shown(named("AIDS"), "discussed") == ("health",)
    assert shown(named("aids"), "discussed") == ()


def test_the_light_verb_belongs_to_the_nouns_act() -> None:
    notation = (
        "Peru/PROPN/2/nsubj launched/launch/VERB/0/root an/DET/4/det attack/NOUN/2/obj on/ADP/6/case "
        "smugglers/smuggler/NOUN/4/nmod"
    )
    frame, resolver = frame_of(notation, "attack")
    sentence = frame.clause.sentence
    assert [sentence.tokens[i].text for i in clause_words(sentence, frame)] == [
        "Peru", "launched", "an", "attack", "on", "smugglers",
    ]  # fmt: skip
    assert contexts_of(sentence, frame, resolver) == ("crime",)
