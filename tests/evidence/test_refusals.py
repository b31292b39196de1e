from __future__ import annotations

from claims import read


def rows(notation: str) -> list[tuple[str, str, str, str]]:
    text, claims = read(notation)
    return [(c.speaker.text, c.cue.of(text), c.content.of(text), c.stance) for c in claims]


def test_no_answer_to_a_request_is_a_refusal() -> None:
    assert rows(
        "Oman/PROPN/4/nsubj did/do/AUX/4/aux not/PART/4/advmod respond/VERB/0/root to/ADP/6/case "
        "questions/question/NOUN/4/obl"
    ) == [("Oman", "did not respond", "to questions", "declines")]


def test_no_answer_to_an_attack_is_none() -> None:
    assert (
        rows(
            "Oman/PROPN/4/nsubj did/do/AUX/4/aux not/PART/4/advmod respond/VERB/0/root to/ADP/7/case "
            "the/DET/7/det raid/NOUN/4/obl"
        )
        == []
    )


def test_not_saying_whether_is_a_refusal() -> None:
    assert rows(
        "Oman/PROPN/4/nsubj would/AUX/4/aux not/PART/4/advmod say/VERB/0/root whether/SCONJ/7/mark "
        "talks/talk/NOUN/7/nsubj failed/fail/VERB/4/ccomp"
    ) == [("Oman", "would not say", "whether talks failed", "declines")]
