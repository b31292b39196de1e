from __future__ import annotations

from claims import read


def rows(notation: str) -> list[tuple[str, str, str]]:
    text, claims = read(notation)
    return [(c.speaker.text, c.cue.of(text), c.content.of(text)) for c in claims]


def test_a_sentence_that_its_tree_breaks_is_said_whole() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj says/say/VERB/8/parataxis the/DET/4/det ban/NOUN/2/obj on/ADP/6/case "
        "trade/NOUN/4/nmod has/have/AUX/8/aux failed/fail/VERB/0/root badly/ADV/8/advmod"
    ) == [("Oman", "says", "the ban on trade has failed badly")]


def test_a_prayer_is_said_but_claims_nothing() -> None:
    assert (
        rows(
            "Oman/PROPN/2/nsubj said/say/VERB/0/root a/DET/4/det prayer/NOUN/2/obj for/ADP/7/case "
            "the/DET/7/det dead/NOUN/4/nmod"
        )
        == []
    )


def test_an_inserted_speaker_says_both_sides() -> None:
    text, (claim,) = read(
        "The/DET/2/det law/NOUN/7/nsubj ,/PUNCT/5/punct critics/critic/NOUN/5/nsubj say/VERB/2/acl:relcl "
        ",/PUNCT/2/punct silences/silence/VERB/0/root the/DET/9/det press/NOUN/7/obj"
    )
    assert (claim.speaker.text, claim.content.of(text)) == ("critics", "silences the press")
    assert [piece.of(text) for piece in claim.more] == ["The law"]


def test_in_the_view_of_names_a_source() -> None:
    assert rows(
        "In/ADP/3/case the/DET/3/det view/NOUN/11/obl of/ADP/5/case Oman/PROPN/3/nmod ,/PUNCT/3/punct "
        "the/DET/8/det pound/NOUN/11/nsubj is/AUX/11/cop too/ADV/11/advmod strong/ADJ/0/root"
    ) == [("Oman", "In the view of", "the pound is too strong")]


def test_hearsay_has_no_speaker() -> None:
    assert rows(
        "Chad/PROPN/3/nsubj reportedly/ADV/3/advmod sold/sell/VERB/0/root drones/drone/NOUN/3/obj"
    ) == [("", "reportedly", "Chad reportedly sold drones")]


def test_for_whom_somebody_is_is_no_thought() -> None:
    assert (
        rows("Oman/PROPN/2/nsubj supports/support/VERB/0/root Chad/PROPN/2/obj") == []
    )  # an act, not a claim


def test_a_plan_is_supported() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj supports/support/VERB/0/root the/DET/4/det plan/NOUN/2/obj"
    ) == [("Oman", "supports", "the plan")]


def test_an_order_to_tell_is_told_by_nobody() -> None:
    assert (
        rows(
            "Tell/tell/VERB/0/root them/PRON/1/iobj that/SCONJ/5/mark talks/talk/NOUN/5/nsubj "
            "failed/fail/VERB/1/ccomp"
        )
        == []
    )
