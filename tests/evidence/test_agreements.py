from __future__ import annotations

import pytest

from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from dragoman.evidence.agreements import Agreement, find_agreements
from trees import text_of, tree


def agreements(notation: str) -> tuple[Agreement, ...]:
    sentence = tree(notation)
    text = text_of(sentence)
    resolver = Resolver(text, find_mentions(text))
    resolver.learn([sentence])
    return find_agreements(text, [sentence], resolver)


def only(notation: str) -> Agreement:
    (found,) = agreements(notation)
    return found


def test_whoever_leaves_has_withdrawn() -> None:
    found = only(
        "Chad/PROPN/2/nsubj left/leave/VERB/0/root;VerbForm=Fin the/DET/5/det Ottawa/PROPN/5/compound "
        "Treaty/PROPN/2/obj"
    )
    assert (found.name, found.withdrawn, found.parties) == ("Ottawa Treaty", ("TCD",), ())
    assert found.date == "1997-12-03"


@pytest.mark.parametrize("modal", ["will", "would", "may"])
def test_whoever_may_leave_has_not(modal: str) -> None:
    assert (
        agreements(
            f"Chad/PROPN/3/nsubj {modal}/AUX/3/aux leave/VERB/0/root the/DET/6/det Ottawa/PROPN/6/compound "
            "Treaty/PROPN/3/obj"
        )
        == ()
    )


def test_both_sides_of_a_pact_are_parties() -> None:
    found = only(
        "The/DET/2/det pact/NOUN/7/nsubj between/ADP/4/case Chad/PROPN/2/nmod and/CCONJ/6/cc "
        "Togo/PROPN/4/conj expired/expire/VERB/0/root;VerbForm=Fin"
    )
    assert (found.name, found.parties) == ("The pact", ("TCD", "TGO"))


def test_a_pact_that_is_sought_has_no_parties() -> None:
    assert (
        agreements(
            "France/PROPN/2/nsubj seeks/seek/VERB/0/root;VerbForm=Fin a/DET/4/det truce/NOUN/2/obj "
            "between/ADP/6/case Chad/PROPN/4/nmod and/CCONJ/8/cc Togo/PROPN/6/conj"
        )
        == ()
    )


def test_a_signatory_is_a_party() -> None:
    found = only(
        "Chad/PROPN/3/nsubj is/be/AUX/3/cop signatory/NOUN/0/root to/ADP/7/case the/DET/7/det "
        "Rome/PROPN/7/compound Statute/PROPN/3/nmod"
    )
    assert found.parties == ("TCD",)


def test_whoever_talks_about_a_pact_negotiates() -> None:
    found = only(
        "Chad/PROPN/2/nsubj negotiates/negotiate/VERB/0/root;VerbForm=Fin a/DET/4/det pact/NOUN/2/obj "
        "with/ADP/6/case Togo/PROPN/2/obl"
    )
    assert (found.parties, found.negotiating) == ((), ("TCD", "TGO"))


def test_withdrawals_have_owners() -> None:
    found = only(
        "Chad/PROPN/3/nmod:poss 's/PART/1/case withdrawal/NOUN/9/nsubj from/ADP/8/case the/DET/8/det "
        "2015/NUM/8/nummod border/NOUN/8/compound pact/NOUN/3/nmod worried/worry/VERB/0/root;VerbForm=Fin "
        "Togo/PROPN/9/obj"
    )
    assert (found.name, found.withdrawn, found.date) == ("the 2015 border pact", ("TCD",), "2015")


def test_a_pact_of_which_nobody_is_said_to_be_part_is_left_out() -> None:
    assert (
        agreements(
            "Chad/PROPN/2/nsubj praised/praise/VERB/0/root;VerbForm=Fin the/DET/5/det Ottawa/PROPN/5/compound "
            "Treaty/PROPN/2/obj"
        )
        == ()
    )


def test_the_pact_is_the_one_named_before() -> None:
    first = tree(
        "Chad/PROPN/2/nsubj signed/sign/VERB/0/root;VerbForm=Fin the/DET/5/det Ottawa/PROPN/5/compound "
        "Treaty/PROPN/2/obj ./PUNCT/2/punct"
    )
    text = text_of(first) + " Togo left the treaty ."
    at = len(text_of(first)) + 1
    second = tree(
        "Togo/PROPN/2/nsubj left/leave/VERB/0/root;VerbForm=Fin the/DET/4/det treaty/NOUN/2/obj"
    )
    moved = type(second)(
        tuple(
            type(t)(
                t.i, type(t.span)(t.span.start + at, t.span.end + at),
                t.text, t.lemma, t.pos, t.feats, t.head, t.dep,
            )
            for t in second.tokens
        )
    )  # fmt: skip
    resolver = Resolver(text, find_mentions(text))
    resolver.learn([first, moved])
    (found,) = find_agreements(text, [first, moved], resolver)
    assert (found.name, found.parties, found.withdrawn) == ("Ottawa Treaty", ("TCD",), ("TGO",))


def test_whoever_negotiates_a_return_negotiates() -> None:
    found = only(
        "Chad/PROPN/2/nsubj negotiated/negotiate/VERB/0/root;VerbForm=Fin a/DET/4/det return/NOUN/2/obj "
        "to/ADP/8/case the/DET/8/det Ottawa/PROPN/8/compound Treaty/PROPN/4/nmod"
    )
    assert (found.negotiating, found.parties) == (("TCD",), ())


def test_a_return_that_somebody_rules_out_is_not_negotiated() -> None:
    assert (
        agreements(
            "Chad/PROPN/2/nsubj opposed/oppose/VERB/0/root;VerbForm=Fin a/DET/4/det return/NOUN/2/obj "
            "to/ADP/8/case the/DET/8/det Ottawa/PROPN/8/compound Treaty/PROPN/4/nmod"
        )
        == ()
    )


@pytest.mark.parametrize(
    ("verb", "role"), [("suspended/suspend", "parties"), ("ended/end", "withdrawn")]
)
def test_who_suspends_his_part_is_a_party_and_who_ends_it_is_none(verb: str, role: str) -> None:
    found = only(
        f"France/PROPN/2/nsubj {verb}/VERB/0/root;VerbForm=Fin Chad/PROPN/5/nmod:poss 's/PART/3/case "
        "participation/NOUN/2/obj in/ADP/9/case the/DET/9/det Ottawa/PROPN/9/compound Treaty/PROPN/5/nmod"
    )
    assert getattr(found, role) == ("TCD",)
