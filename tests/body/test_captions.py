from __future__ import annotations

import pytest

from dragoman.body.clean import clean

STORY = (
    "Voters in the north of Latvia chose Ann Lee, who promised to keep the border closed to"
    " traffic from Belarus until the autumn."
)
OTHER = "In the south, Bob Ray of the Green Party lost by a few hundred votes to the mayor of Riga."


def read(*paragraphs: str) -> tuple[list[str], list[tuple[str, str]]]:
    body = clean("\n\n".join(paragraphs))
    return [p.span.of(body.text) for p in body.passages], [(n.kind, n.text) for n in body.noise]


@pytest.mark.parametrize(
    "line", ["Ann Lee of the Green Party", "Latvia’s Ann Lee", "Ann Lee from Riga"]
)
def test_a_line_that_names_a_person_of_the_story_is_a_caption(line: str) -> None:
    assert read(STORY, line, OTHER) == ([STORY, OTHER], [("caption", line)])


@pytest.mark.parametrize(
    "line",
    ["Green Party", "Cy Fox of the Green Party", "Election results", "Ann Lee leads in Riga"],
)
def test_headings_and_strangers_are_no_captions(line: str) -> None:
    assert read(STORY, line, OTHER)[1] == []


def test_a_caption_run_into_a_paragraph_is_cut_off() -> None:
    passages, noise = read(
        STORY,
        "Latvia’s Bob Ray In the south of the country, voters chose Bob Ray of the Green Party again.",
    )
    assert (
        passages[1] == "In the south of the country, voters chose Bob Ray of the Green Party again."
    )
    assert noise == [("caption", "Latvia’s Bob Ray"), ("glued", "Ray In")]


def test_a_credited_caption_run_into_a_paragraph_is_cut_off() -> None:
    passages, noise = read(f"A polling station in Riga. (AP Photo/Ann Lee) {STORY}", OTHER)
    assert passages == [STORY, OTHER]
    assert noise == [("caption", "A polling station in Riga. (AP Photo/Ann Lee)")]


def test_a_sentence_that_lost_its_stop_stays_story() -> None:
    passages, noise = read(
        STORY,
        "Police arrested ten men in Riga on Monday In the south, several voters blocked roads and bridges.",
    )
    assert passages[1:] == [
        "Police arrested ten men in Riga on Monday",
        "In the south, several voters blocked roads and bridges.",
    ]
    assert [kind for kind, _ in noise] == ["glued"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Her novel In the Dark sold well in Riga, and so did two other books about the war.",
        "The rebels took the town. In the south, several voters blocked roads near the border.",
        "Soldiers of the army in Riga blocked roads near the border in the south (see page two).",
    ],
)
def test_paragraphs_that_begin_like_captions_stay(paragraph: str) -> None:
    assert read(STORY, paragraph) == ([STORY, paragraph], [])
