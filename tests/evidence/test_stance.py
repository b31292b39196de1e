from __future__ import annotations

import pytest

import dragoman
from claims import read
from dragoman.alphabet.errors import AlmanacError
from dragoman.evidence import said


def stances(notation: str) -> list[str]:
    return [claim.stance for claim in read(notation)[1]]


def test_what_another_must_do_is_demanded() -> None:
    assert stances(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root Chad/PROPN/5/nsubj must/AUX/5/aux withdraw/VERB/2/ccomp"
    ) == ["demands"]


def test_what_should_have_been_done_is_only_asserted() -> None:
    assert stances(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root Chad/PROPN/6/nsubj should/AUX/6/aux have/AUX/6/aux "
        "withdrawn/withdraw/VERB/2/ccomp"
    ) == ["asserts"]


def test_what_others_will_do_is_predicted() -> None:
    assert stances(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root prices/price/NOUN/5/nsubj would/AUX/5/aux fall/VERB/2/ccomp"
    ) == ["predicts"]


def test_what_the_speaker_will_do_is_promised() -> None:
    assert stances(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root it/PRON/5/nsubj would/AUX/5/aux send/VERB/2/ccomp "
        "wheat/NOUN/5/obj"
    ) == ["promises"]


def test_what_the_speaker_will_do_to_an_enemy_is_threatened() -> None:
    assert stances(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root it/PRON/5/nsubj would/AUX/5/aux retaliate/VERB/2/ccomp"
    ) == ["threatens"]


def test_what_the_speaker_never_did_is_denied() -> None:
    assert stances(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root it/PRON/6/nsubj had/have/AUX/6/aux never/ADV/6/advmod "
        "sold/sell/VERB/2/ccomp drones/drone/NOUN/6/obj"
    ) == ["denies"]


def test_a_charge_in_plain_words_is_an_accusation() -> None:
    assert stances(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root Chad/PROPN/5/nsubj was/AUX/5/cop guilty/ADJ/2/ccomp"
    ) == ["accuses"]


def test_a_charge_that_is_negated_is_none() -> None:
    assert stances(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root Chad/PROPN/6/nsubj was/AUX/6/cop not/PART/6/advmod "
        "guilty/ADJ/2/ccomp"
    ) == ["asserts"]


def test_asking_whether_is_a_question() -> None:
    assert stances(
        "Oman/PROPN/2/nsubj asked/ask/VERB/0/root whether/SCONJ/5/mark talks/talk/NOUN/5/nsubj "
        "failed/fail/VERB/2/ccomp"
    ) == ["questions"]


def test_asking_somebody_to_act_is_a_demand_with_whoever_is_asked() -> None:
    text, (claim,) = read(
        "Oman/PROPN/2/nsubj asked/ask/VERB/0/root Chad/PROPN/2/iobj to/PART/5/mark withdraw/VERB/2/xcomp"
    )
    assert (claim.stance, claim.content.of(text)) == ("demands", "Chad to withdraw")


def test_a_warning_by_nobody_who_could_act_predicts() -> None:
    assert stances(
        "Analysts/analyst/NOUN/2/nsubj warned/warn/VERB/0/root that/SCONJ/6/mark prices/price/NOUN/6/nsubj "
        "could/AUX/6/aux rise/VERB/2/ccomp"
    ) == ["predicts"]


def test_a_states_warning_threatens() -> None:
    assert stances(
        "Oman/PROPN/2/nsubj warned/warn/VERB/0/root that/SCONJ/6/mark it/PRON/6/nsubj would/AUX/6/aux "
        "retaliate/VERB/2/ccomp"
    ) == ["threatens"]


def test_a_report_of_what_must_be_stays_a_report() -> None:
    assert stances(
        "Oman/PROPN/2/nsubj reported/report/VERB/0/root Chad/PROPN/5/nsubj must/AUX/5/aux pay/VERB/2/ccomp"
    ) == ["asserts"]


def test_a_denial_is_not_looked_into() -> None:
    assert stances(
        "Oman/PROPN/2/nsubj denied/deny/VERB/0/root that/SCONJ/6/mark it/PRON/6/nsubj would/AUX/6/aux "
        "pay/VERB/2/ccomp"
    ) == ["denies"]


def test_an_unknown_kind_of_word_is_an_error(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "evidence"  # type: ignore[operator]
    folder.mkdir()
    (folder / "stances.csv").write_text("word,kind\nguilty,loud\n")
    monkeypatch.setattr(said, "ALMANAC", tmp_path)
    said.load_stances.cache_clear()
    with pytest.raises(AlmanacError):
        said.load_stances()
    said.load_stances.cache_clear()


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        pytest.param("Kenyan President William Ruto said Kenya would answer.", "threatens", id="own-strike"),
        pytest.param("Kenyan President William Ruto said Kenya would pay.", "promises", id="own-state"),
        pytest.param("Kenyan President William Ruto said Uganda would pay.", "predicts", id="another"),
        pytest.param("A Kenyan army officer said Kenya would pay.", "predicts", id="no-office"),
        pytest.param("Uganda said the talks could collapse.", "predicts", id="could"),
        pytest.param("Uganda called the report a lie.", "denies", id="called-a-lie"),
        pytest.param("The Nation reported that Kenya would close the port.", "predicts", id="to-come"),
        pytest.param("The Nation reported that Kenya had closed the port.", "asserts", id="done"),
    ],
)  # fmt: skip
def test_the_stance_follows_who_speaks_of_whom(sentence: str, stance: str) -> None:
    (claim,) = dragoman.read(sentence).to_dict()["claims"]
    assert claim["stance"] == stance


@pytest.mark.model
def test_what_is_asked_about_inside_a_question_is_no_claim() -> None:
    claims = dragoman.read("Kenya would not say whether Uganda had asked it to leave.").to_dict()[
        "claims"
    ]
    assert [(c["speaker"]["text"], c["stance"]) for c in claims] == [("Kenya", "declines")]


@pytest.mark.model
def test_when_it_was_said_is_no_content() -> None:
    text = "Kenya denied that it had closed the port, a day after Uganda reported that ships were waiting."
    contents = [c["content"]["text"] for c in dragoman.read(text).to_dict()["claims"]]
    assert "that it had closed the port" in contents
