from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.body.clean import clean, printable
from dragoman.body.passage import Body
from dragoman.body.split import sentence_spans

STORY = "Iran denied on Monday that it had sold drones to Russia."
OTHER = "Ukraine asked the bloc to impose sanctions on Tehran at once."


def read(body: Body) -> list[str]:
    return [passage.span.of(body.text) for passage in body.passages]


@given(
    st.text(st.characters()) | st.text(alphabet='ab. \n\t"“”(©:,IR\x00\ud800\u200b', max_size=300)
)
@settings(max_examples=300, deadline=None)
def test_no_text_raises_moves_or_loses_a_character(text: str) -> None:
    body = clean(text, {"Iran"})
    assert len(body.text) == len(text)
    spans = [p.span for p in body.passages]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    held = bytearray(len(text))
    for span in [*spans, *(n.span for n in body.noise), *(s.span for s in body.skipped if s.span)]:
        held[span.start : span.end] = b"\1" * (span.end - span.start)
    assert all(held[i] or c.isspace() for i, c in enumerate(body.text))
    whole = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    assert all(n.text == n.span.of(whole) for n in body.noise)
    assert all(span.of(body.text).strip() == span.of(body.text) for span in spans)
    assert clean(text, {"Iran"}) == body


def test_control_characters_and_lone_surrogates_are_replaced_one_for_one() -> None:
    assert printable("a\x00b\r\nc\td\ud83de\x9b") == "a b \nc\td\ufffde "


def test_a_headline_is_a_short_passage_without_a_stop_above_another() -> None:
    body = clean(f"Iran denies drone sale\n\n{STORY}")
    assert [p.kind for p in body.passages] == ["headline", "paragraph"]


def test_one_line_alone_is_a_paragraph() -> None:
    assert [p.kind for p in clean("Iran denies drone sale").passages] == ["paragraph"]


def test_lines_that_end_in_a_stop_are_paragraphs() -> None:
    assert read(clean(f"{STORY}\n{OTHER}\n{STORY[:-1]} again.")) == [
        STORY,
        OTHER,
        f"{STORY[:-1]} again.",
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The foreign minister of Poland met his colleague from Latvia on\n"
        "Tuesday, and the two agreed to send more howitzers to the army of\n"
        "Ukraine before the winter, said a spokesman for the ministry in\n"
        "Warsaw.\n\n"
        "Moscow called the decision a provocation, and it warned that each\n"
        "convoy which crossed the border would be a target of its aircraft\n"
        "from now on.\n"
    )
    body = clean(wrapped)
    assert [p.replace("\n", " ").split()[-1] for p in read(body)] == ["Warsaw.", "on."]


def test_a_sentence_broken_by_a_link_line_is_whole_again() -> None:
    assert read(clean("Poland accused\nthe Kremlin\nof lying.")) == [
        "Poland accused\nthe Kremlin\nof lying."
    ]


def test_a_run_without_white_space_is_skipped_and_the_rest_is_read() -> None:
    body = clean(f"{STORY} {'x' * 401} {OTHER}")
    assert read(body) == [STORY, OTHER]
    assert [s.reason for s in body.skipped] == ["401 characters without white space are no word"]
    assert len(body.skipped[0].text) == 80


def test_a_repeated_sign_is_skipped() -> None:
    body = clean(f"{STORY}\n\n{'=' * 30}\n\n{OTHER}")
    assert read(body) == [STORY, OTHER]
    assert len(body.skipped) == 1


def test_a_rule_of_29_signs_is_no_run_but_has_no_letters() -> None:
    assert [s.reason for s in clean(f"{STORY}\n\n{'=' * 29}").skipped] == ["no letters"]


@pytest.mark.parametrize(
    "junk",
    [
        pytest.param("2021 | 45.3 | 12,3 | 99 | 2022 | 46.1 | 11,8 | 97 | EUR", id="table"),
        pytest.param("window.data = {x: 1}; if (a > b) {c = d;} else {e = f;}", id="code"),
        pytest.param("* * * * * *", id="stars"),
    ],
)
def test_what_is_no_prose_is_skipped_with_a_reason(junk: str) -> None:
    body = clean(f"{STORY}\n\n{junk}\n\n{OTHER}")
    assert read(body) == [STORY, OTHER]
    assert [s.span.of(body.text) for s in body.skipped if s.span] == [junk]


def test_lines_of_one_table_are_skipped_as_one() -> None:
    body = clean(f"{STORY}\n\n1 2 3\n4 5 6\n7 8 9\n\n{OTHER}")
    assert [s.span.of(body.text) for s in body.skipped if s.span] == ["1 2 3\n4 5 6\n7 8 9"]


def test_a_credit_at_the_end_of_a_story_paragraph_is_cut_off() -> None:
    body = clean(f"{STORY} (Reporting by Ann Lee in Kyiv; Editing by Bob Ray)")
    assert read(body) == [STORY]
    assert [(n.kind, n.fixed) for n in body.noise] == [("byline", None)]


def test_glued_words_stay_in_their_passage_and_give_a_cut() -> None:
    body = clean("On Monday Putindeployed troops.", ["Putin"])
    assert read(body) == ["On Monday Putindeployed troops."]
    assert body.cuts == (15,)
    assert [(n.text, n.fixed) for n in body.noise] == [("Putindeployed", "Putin deployed")]


NOISES = [
    "Advertisement",
    "Sign up for our newsletter.",
    "A tank near Izium. (AP Photo/Ann Lee)",
    "© 2022 Baltic Wire",
    "Read more: What the drones can do",
    "Reporting by Ann Lee; editing by Bob Ray",
    "Envoys of the the bloc met kyiv&nbsp;&amp;&nbsp;&#8220;others&#8221; on <b>Monday</b> again.",
    "It wasnâ€™t so, “he said. press on Sunday was told nothing.",
]


@given(
    st.lists(st.sampled_from([STORY, OTHER, *NOISES]), max_size=12),
    st.sampled_from(["\n", "\n\n", " "]),
)
@settings(max_examples=200, deadline=None)
def test_pages_of_story_and_noise_lead_back_to_their_characters(parts: list[str], gap: str) -> None:
    text = gap.join(parts)
    body = clean(text, {"Iran", "Kyiv"})
    assert len(body.text) == len(text)
    assert all(n.text == text[n.span.start : n.span.end] for n in body.noise)
    if gap != " ":
        assert [p for p in read(body) if p in (STORY, OTHER)] == list(
            dict.fromkeys(p for p in parts if p in (STORY, OTHER))
        )
        assert "newsletter" not in " ".join(read(body))


def test_a_cleaned_text_is_cleaned_no_further() -> None:
    body = clean("\n\n".join([STORY, "Iran&nbsp;denied <b>it</b> wasnâ€™t so.", OTHER]), {"Iran"})
    again = clean(body.text, {"Iran"})
    assert (again.text, again.noise) == (body.text, ())


@pytest.mark.parametrize(
    "unit",
    [
        *('"', "(", "a", "a. ", "A. ", "\n", "a\n", '"\n', ". . ", "“", "U.S. ", "aB", "Iran's "),
        *(
            "<a ",
            "&amp;",
            "[[a|",
            "** a ",
            "{{",
            "Ã©",
            "Ð°",
            "a\u200b",
            "'' a ",
            "\\n ",
            "[a](/",
            "a ”",
        ),
        *(
            "Ann Lee of Iran\n",
            "Ann Lee In the ",
            "(L) ",
            "; from file, 2008. A ",
            "the the ",
            "an b ",
        ),
        *("Sign up for ", "Get the latest ", "Iran. Iran, a b, to c ", "the president’s army Ann "),
    ],
)
def test_a_million_characters_take_seconds(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    start = time.process_time()
    body = clean(text, {"Iran"})
    for passage in body.passages:
        sentence_spans(body.text, passage.span)
    assert time.process_time() - start < 20
