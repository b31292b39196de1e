from __future__ import annotations

from claims import read


def test_indirect_speech_keeps_speaker_cue_and_content() -> None:
    text, claims = read(
        "Iran/PROPN/2/nsubj said/say/VERB/0/root it/PRON/4/nsubj sold/sell/VERB/2/ccomp drones/drone/NOUN/4/obj"
    )
    (claim,) = claims
    assert (claim.speaker.text, claim.speaker.code) == ("Iran", "IRN")
    assert claim.cue.of(text) == "said"
    assert claim.content.of(text) == "it sold drones"
    assert claim.stance == "asserts"
    assert not claim.quoted


def test_a_denial_is_a_claim_about_what_is_denied() -> None:
    text, claims = read(
        "Tehran/PROPN/2/nsubj denied/deny/VERB/0/root that/SCONJ/5/mark it/PRON/5/nsubj sold/sell/VERB/2/ccomp drones/drone/NOUN/5/obj"
    )
    assert [(c.stance, c.content.of(text)) for c in claims] == [("denies", "that it sold drones")]


def test_an_inserted_speaker_says_the_sentence_around() -> None:
    text, claims = read(
        "Iran/PROPN/3/nsubj is/AUX/3/aux choosing/choose/VERB/0/root sides/side/NOUN/3/obj ,/PUNCT/7/punct "
        "analysts/analyst/NOUN/7/nsubj said/say/VERB/3/parataxis"
    )
    assert [(c.speaker.text, c.content.of(text)) for c in claims] == [
        ("analysts", "Iran is choosing sides")
    ]


def test_according_to_names_its_source() -> None:
    text, claims = read(
        "Iran/PROPN/2/nsubj sold/sell/VERB/0/root drones/drone/NOUN/2/obj ,/PUNCT/7/punct according/according/VERB/7/case "
        "to/ADP/5/fixed officials/official/NOUN/2/obl"
    )
    assert [(c.speaker.text, c.content.of(text)) for c in claims] == [
        ("officials", "Iran sold drones")
    ]


def test_a_word_of_saying_without_content_is_no_claim() -> None:
    assert read("Iran/PROPN/2/nsubj said/say/VERB/0/root nothing/PRON/2/obj")[1] == []


def test_what_was_not_said_is_no_claim() -> None:
    assert (
        read(
            "Iran/PROPN/4/nsubj did/do/AUX/4/aux not/PART/4/advmod say/VERB/0/root it/PRON/6/nsubj sold/sell/VERB/4/ccomp drones/drone/NOUN/6/obj"
        )[1]
        == []
    )


def test_speech_inside_speech_has_a_parent() -> None:
    text, claims = read(
        "Reuters/PROPN/2/nsubj reported/report/VERB/0/root that/SCONJ/5/mark Iran/PROPN/5/nsubj claimed/claim/VERB/2/ccomp "
        "it/PRON/7/nsubj won/win/VERB/5/ccomp"
    )
    by_cue = {c.cue.of(text): c for c in claims}
    assert by_cue["claimed"].parent_id == by_cue["reported"].id
