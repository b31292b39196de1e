from __future__ import annotations

from dragoman.evidence.capability import comparisons
from trees import text_of, tree


def compared(notation: str) -> list[tuple[str, str | None, str]]:
    sentence = tree(notation)
    text = text_of(sentence)
    return [
        (c.a.of(text), c.b.of(text) if c.b is not None else None, c.property.of(text))
        for c in comparisons(text, sentence)
    ]


def test_both_sides_and_all_adjectives_are_kept() -> None:
    assert compared(
        "The/DET/2/det drones/drone/NOUN/4/nsubj are/be/AUX/4/cop cheaper/cheap/ADJ/0/root;Degree=Cmp "
        "and/CCONJ/6/cc slower/slow/ADJ/4/conj;Degree=Cmp than/ADP/8/case missiles/missile/NOUN/4/obl"
    ) == [("The drones", "missiles", "cheaper and slower")]


def test_a_side_that_is_not_named_is_none() -> None:
    assert compared(
        "The/DET/2/det army/NOUN/4/nsubj is/be/AUX/4/cop stronger/strong/ADJ/0/root;Degree=Cmp "
        "than/ADP/6/case ever/ADV/4/obl"
    ) == [("The army", None, "stronger")]


def test_a_negation_belongs_to_what_is_compared() -> None:
    assert compared(
        "The/DET/2/det gun/NOUN/6/nsubj is/be/AUX/6/cop not/PART/6/advmod as/ADV/6/advmod "
        "accurate/ADJ/0/root as/ADP/8/case ours/our/PRON/6/obl"
    ) == [("The gun", "ours", "not as accurate")]


def test_more_of_them_is_compared_by_number() -> None:
    assert compared(
        "Chad/PROPN/2/nsubj has/have/VERB/0/root more/ADJ/4/amod;Degree=Cmp tanks/tank/NOUN/2/obj "
        "than/ADP/6/case Togo/PROPN/4/nmod"
    ) == [("Chad", "Togo", "more tanks")]


def test_in_the_passive_the_subject_is_still_the_first_side() -> None:
    assert compared(
        "The/DET/2/det troops/troop/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass outgunned/outgun/VERB/0/root "
        "by/ADP/6/case rebels/rebel/NOUN/4/obl:agent"
    ) == [("The troops", "rebels", "outgunned")]


def test_what_is_no_weapon_is_not_compared() -> None:
    assert (
        compared(
            "Oil/NOUN/3/nsubj is/be/AUX/3/cop cheaper/cheap/ADJ/0/root;Degree=Cmp than/ADP/5/case "
            "gas/NOUN/3/obl"
        )
        == []
    )


def test_what_soldiers_feel_is_no_capability() -> None:
    assert (
        compared(
            "Soldiers/soldier/NOUN/4/nsubj are/be/AUX/4/cop more/ADV/4/advmod;Degree=Cmp "
            "worried/ADJ/0/root than/ADP/6/case ministers/minister/NOUN/4/obl"
        )
        == []
    )


def test_a_number_is_no_side() -> None:
    assert (
        compared(
            "Chad/PROPN/2/nsubj fired/fire/VERB/0/root more/ADJ/5/advmod;Degree=Cmp than/ADP/3/fixed "
            "200/NUM/6/nummod drones/drone/NOUN/2/obj"
        )
        == []
    )
