from __future__ import annotations

import pytest

from reports import Report


@pytest.mark.parametrize(
    ("notation", "word", "codes"),
    [
        pytest.param(
            "Turkey/PROPN/2/nsubj threatened/threaten/VERB/0/root neighbours/neighbour/NOUN/2/obj;Number=Plur "
            ",/PUNCT/6/punct including/include/VERB/6/case Greece/PROPN/3/nmod and/CCONJ/8/cc Cyprus/PROPN/6/conj",
            "neighbours",
            ["GRC", "CYP"],
            id="hung-on-the-noun",
        ),
        pytest.param(
            "Iran/PROPN/2/nsubj struck/strike/VERB/0/root foes/foe/NOUN/2/obj;Number=Plur in/ADP/6/case "
            "the/DET/6/det region/NOUN/2/obl ,/PUNCT/11/punct such/ADJ/11/case as/ADP/8/fixed Saudi/ADJ/11/amod "
            "Arabia/PROPN/2/obl",
            "foes",
            ["SAU"],
            id="hung-on-the-verb-behind-another-noun",
        ),
        pytest.param(
            "Four/NUM/2/nummod states/state/NOUN/8/nsubj;Number=Plur ,/PUNCT/6/punct among/ADP/5/case "
            "them/PRON/2/nmod Egypt/PROPN/2/appos ,/PUNCT/2/punct broke/break/VERB/0/root with/ADP/10/case "
            "Qatar/PROPN/8/obl",
            "states",
            ["EGY"],
            id="among-them",
        ),
        pytest.param(
            "It/PRON/2/nsubj armed/arm/VERB/0/root groups/group/NOUN/2/obj;Number=Plur like/ADP/5/case "
            "Hezbollah/PROPN/3/nmod and/CCONJ/7/cc Hamas/PROPN/5/conj",
            "groups",
            ["LBN-REB", "PSE-REB"],
            id="armed-groups",
        ),
    ],
)
def test_members_stand_for_the_phrase_that_has_them(
    notation: str, word: str, codes: list[str]
) -> None:
    assert [p.code for p in Report(notation).parties(word)] == codes


def test_members_belong_to_the_nearest_plural() -> None:
    report = Report(
        "It/PRON/2/nsubj barred/bar/VERB/0/root people/people/NOUN/2/obj;Number=Plur from/ADP/5/case "
        "countries/country/NOUN/3/nmod;Number=Plur including/include/VERB/7/case Libya/PROPN/5/nmod"
    )
    assert "LBY" not in report.codes("people")
    assert report.codes("countries") == {"LBY"}


def test_a_matter_discussed_is_not_its_members() -> None:
    report = Report(
        "Envoys/NOUN/2/nsubj discussed/discuss/VERB/0/root issues/issue/NOUN/2/obj;Number=Plur such/ADJ/6/case "
        "as/ADP/4/fixed Syria/PROPN/3/nmod"
    )
    assert "SYR" not in report.codes("issues")


def test_a_phrase_with_its_own_state_keeps_it() -> None:
    report = Report(
        "Russian/ADJ/2/amod officials/official/NOUN/5/nsubj;Number=Plur including/include/VERB/4/case "
        "Iran/PROPN/2/nmod left/leave/VERB/0/root"
    )
    assert report.codes("officials") == {"RUS"}


def test_the_members_outrank_the_state_around() -> None:
    report = Report(
        "Washington/PROPN/2/nsubj banned/ban/VERB/0/root companies/company/NOUN/2/obj;Number=Plur "
        "including/include/VERB/5/case Huawei/PROPN/3/nmod"
    )
    assert report.codes("companies") == {"CHN-BUS"}
