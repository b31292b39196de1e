from __future__ import annotations

import gc
import json
import weakref
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.alphabet.errors import DateError, DragomanError, MarkError
from dragoman.alphabet.settings import LONGEST_REPORT, LONGEST_SENTENCE
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.parser import Words
from dragoman.clauses.parsers import load_parser
from dragoman.workflow.reading import Stopwatch

pytestmark = pytest.mark.model

STORY = """Iran denies drone sale

Iran denied on Monday that it had sold drones to Russia. Ukraine accused Iran of arming Russia.

“We sold nothing,” said Reza Karimi, a spokesman for the Iranian government. He said that Iran had won.

In 2015, Ukraine and Russia signed the Minsk agreement.
"""
Plain = dict[str, Any]


# --- what every reading must hold -----------------------------------------------------
def shown(values: Plain) -> Iterator[Plain]:
    """All that has characters of its own: text, start, end."""
    for event in values["events"]:
        yield from (event["trigger"], *event["actor"], *event["recipient"])
    for claim in values["claims"]:
        yield from (claim["cue"], claim["content"])
    yield from (*values["times"], *values["mentions"], *values["noise"])
    for key in ("events", "transfers", "agreements"):
        for one in values[key]:
            yield {**one, "text": one["evidence"]}


def check(text: str, values: Plain) -> None:
    """Offsets, references and ids of one reading."""
    for part in shown(values):
        assert 0 <= part["start"] < part["end"] <= len(text), part
        assert part["text"] == text[part["start"] : part["end"]]
    for claim in values["claims"]:
        speaker = claim["speaker"]
        assert (speaker["start"] is None) == (speaker["end"] is None)
        if speaker["start"] is not None:
            assert 0 <= speaker["start"] < speaker["end"] <= len(text)
    for one in values["skipped"]:
        assert one["reason"]
        if one["start"] is not None:
            assert 0 <= one["start"] < one["end"] <= len(text)
            assert text[one["start"] : one["end"]].startswith(one["text"])
    events = [event["id"] for event in values["events"]]
    claims = [claim["id"] for claim in values["claims"]]
    assert len({*events, *claims}) == len(events) + len(claims)
    for claim in values["claims"]:
        assert claim["parent_id"] in {None, *claims} - {claim["id"]}
        assert set(claim["event_ids"]) <= set(events)
    for one in (*values["events"], *values["transfers"]):
        assert one["claim_id"] in {None, *claims}
    for relation in values["relations"]:
        assert relation["a"] < relation["b"]
        assert set(relation["event_ids"]) <= set(events)


def values_of(text: str, published: date | str | None = "2022-10-18") -> Plain:
    """The plain values of a reading, by way of JSON and checked."""
    values = dragoman.read(text, published=published).to_dict()
    again: Plain = json.loads(json.dumps(values, ensure_ascii=False).encode("utf-8"))
    assert again == values
    return values


def test_a_reading_shows_the_characters_of_the_text_that_was_passed() -> None:
    values = values_of(STORY)
    check(STORY, values)
    assert all(values[key] for key in ("events", "claims", "times", "mentions", "relations"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY.replace("\n", "\r\n"), id="lines-of-windows"),
        pytest.param(STORY.replace(" ", "\u200b "), id="marks-without-width"),
        pytest.param(STORY.replace(" ", "\u00a0"), id="spaces-that-do-not-break"),
        pytest.param(STORY.replace("Iran", "\u202aIran\u202c"), id="direction-marks"),
        pytest.param(STORY.replace("d ", "d\x00 "), id="nuls"),
        pytest.param("\ufeff" + STORY, id="byte-order-mark"),
        pytest.param("\U0001f680 " + STORY, id="beyond-the-basic-plane"),
        pytest.param(STORY.replace("Iran denied", "Irandenied"), id="glued-words"),
    ],
)
def test_odd_characters_are_shown_as_they_were_passed(text: str) -> None:
    values = values_of(text)
    check(text, values)
    assert values["mentions"]


def test_bytes_that_are_no_utf_8_are_shown_as_replacements() -> None:
    text = (
        STORY.encode().replace(b"to Russia", b"to \xff Russia").decode("utf-8", "surrogateescape")
    )
    assert "\udcff" in text
    check(text.replace("\udcff", "\ufffd"), values_of(text))


def test_a_pronouns_speaker_shows_the_name_and_stands_at_the_pronoun() -> None:
    text = (
        "Reza Karimi, a spokesman for the Iranian government, said on Monday that Iran had sold "
        "nothing. He said that Iran had won."
    )
    first, second = (claim["speaker"] for claim in values_of(text)["claims"])
    at = text.index("He said")
    assert (second["start"], second["end"]) == (at, at + 2)
    assert second["text"] == first["text"] == text[: text.index(", said")]


# --- ids ------------------------------------------------------------------------------
def test_the_same_text_reads_the_same_twice() -> None:
    assert values_of(STORY) == values_of(STORY)


def test_ids_do_not_hang_on_the_outlet() -> None:
    first = dragoman.read(STORY, outlet="The Courier", url="https://courier.example/1")
    second = dragoman.read(STORY)
    assert [e.id for e in first.events] == [e.id for e in second.events]
    assert [c.id for c in first.claims] == [c.id for c in second.claims]
    assert (first.outlet, first.url) == ("The Courier", "https://courier.example/1")


# --- what is passed over --------------------------------------------------------------
def reasons(text: str) -> list[str]:
    values = values_of(text)
    check(text, values)
    return [one["reason"] for one in values["skipped"]]


def test_an_empty_text_gives_an_empty_reading() -> None:
    values = values_of("", None)
    assert values.pop("published") is None
    assert values.pop("outlet") is None
    assert values.pop("url") is None
    assert all(part == [] for part in values.values())


@pytest.mark.parametrize("text", [" ", "\n\n", "\x00", "\ufeff\r\n", "\u200b"])
def test_a_text_of_nothing_but_space_gives_an_empty_reading(text: str) -> None:
    values = values_of(text)
    check(text, values)
    assert not any(values[key] for key in ("events", "claims", "mentions", "skipped"))


@pytest.mark.parametrize(
    "text", ['"' * 10_000, '" ' * 10_000, "“”" * 5_000, "“ " * 5_000 + "” " * 5_000]
)
def test_ten_thousand_quotation_marks_are_passed_over(text: str) -> None:
    assert len(reasons(text)) == 1


def test_a_hundred_thousand_characters_without_a_space_are_passed_over() -> None:
    (reason,) = reasons("a" * 100_000)
    assert reason == "100,000 characters without white space are no word"


def test_a_story_around_such_a_run_is_still_read() -> None:
    text = f"{STORY}\n\n{'x' * 5_000}\n\nFrance expelled two Russian diplomats on Monday.\n"
    values = values_of(text)
    check(text, values)
    assert any(text.index("France") == e["start"] for e in values["events"])
    assert any("5,000 characters" in one["reason"] for one in values["skipped"])


def test_a_sentence_too_long_to_parse_is_passed_over_with_its_number_of_words() -> None:
    text = "Iran " + "and Russia " * LONGEST_SENTENCE + "left."
    (reason,) = reasons(text)
    assert reason.startswith(f"a sentence of {2 * LONGEST_SENTENCE + 3} words;")


def test_what_stands_behind_the_longest_report_is_passed_over() -> None:
    text = "\n" * (LONGEST_REPORT - 100) + STORY
    (one,) = (one for one in values_of(text)["skipped"] if "cut after" in one["reason"])
    assert (one["start"], one["end"]) == (LONGEST_REPORT, len(text))


# --- the day of publication -----------------------------------------------------------
@pytest.mark.parametrize(
    "published",
    [
        date(2022, 10, 18),
        datetime(2022, 10, 18, 23, 59, tzinfo=UTC),
        "2022-10-18",
        "2022-10-18T10:00:00Z",
    ],
)
def test_a_day_may_be_passed_in_any_of_these_forms(published: date | str) -> None:
    values = values_of(STORY, published)
    assert values["published"] == "2022-10-18"
    assert "2022-10-17" in [time["value"] for time in values["times"]]
    assert any(event["historical"] for event in values["events"] if event["date"] == "2015")


def test_without_a_day_monday_is_passed_over() -> None:
    values = values_of(STORY, None)
    assert {time["value"] for time in values["times"]} == {"2015"}
    passed = {skip["reason"] for skip in values["skipped"] if "Monday" in skip["text"]}
    assert passed == {"a time told from the day of publication, which is not known"}


def test_a_date_that_stands_alone_above_the_report_is_a_time() -> None:
    values = values_of(f"Friday, September 9, 2016\n\n{STORY}", "2016-09-09")
    assert values["times"][0]["text"] == "Friday, September 9, 2016"


@pytest.mark.parametrize(
    "published",
    ["", "yesterday", "18.10.2022", "2022-13-01", "2022-02-30", "2022-10-18 or so", 20221018],
)
def test_what_is_no_day_raises_date_error(published: Any) -> None:
    with pytest.raises(DateError, match="which is no date") as caught:
        dragoman.read(STORY, published=published)
    assert isinstance(caught.value, DragomanError)


# --- relate ---------------------------------------------------------------------------
ACCUSED = "Ukraine accused Russia of shelling a hospital."


def test_relate_names_the_act_of_the_source_on_the_target() -> None:
    assert dragoman.relate(ACCUSED, source=(0, 7), target=(16, 22)) == "ACCUSE"


def test_relate_takes_a_mark_for_an_actor_whatever_it_names() -> None:
    assert dragoman.relate("Zorland accused Quatania.", source=(0, 7), target=(16, 24)) == "ACCUSE"


@pytest.mark.parametrize("marks", [{"source": (0, 7)}, {"target": (16, 22)}])
def test_either_mark_may_be_left_out(marks: dict[str, Any]) -> None:
    assert dragoman.relate(ACCUSED, **marks) == "ACCUSE"


def test_relate_is_none_where_no_act_joins_the_marks() -> None:
    assert dragoman.relate("Ukraine borders Russia.", source=(0, 7), target=(16, 22)) is None


@pytest.mark.parametrize(
    ("text", "source", "target", "type_"),
    [
        # no sense fits well: the type that the verb's senses mostly have
        ("Kenyan officers have overpowered the hall.", "Kenyan officers", "the hall", None),
        ("Quatania handed over seven scanners to Zorland.", "Quatania", "Zorland", "AID"),
        ("Norway's envoy added that Zorland is large.", "Norway's envoy", "Zorland", None),
        # two that are only an "and" apart do it to each other
        ("Zorland and Quatania's ministers agreed to share maps.", "Zorland", "Quatania's ministers", "AGREE"),
        # CAMEO's roots, where programs that compare ask
        ("Zorland imposed a blockade on Quatania.", "Zorland", "Quatania", "ASSAULT"),
        ("Zorland violated the ceasefire agreement with Quatania.", "Zorland", "Quatania", "ASSAULT"),
    ],
)  # fmt: skip
def test_relate_finds_the_likeliest_act(
    text: str, source: str, target: str, type_: str | None
) -> None:
    doer, done_to = (
        (text.index(words), text.index(words) + len(words)) for words in (source, target)
    )
    assert dragoman.relate(text, source=doer, target=done_to) == type_


@pytest.mark.parametrize(
    "mark",
    [(0, 0), (7, 0), (-3, 7), (0, 47), (100, 200), (0,), (0, 1, 2), (0.0, 7.0), ("0", "7"), 7],
)
def test_a_mark_that_covers_no_characters_raises_mark_error(mark: Any) -> None:
    with pytest.raises(MarkError):
        dragoman.relate(ACCUSED, source=mark)
    with pytest.raises(MarkError):
        dragoman.relate(ACCUSED, target=mark)


@pytest.mark.parametrize("text", ["\x00" * 9, "\ud800" * 9, '"' * 9_000, "a" * 90_000])
def test_relate_says_nothing_of_what_is_no_text(text: str) -> None:
    assert dragoman.relate(text, source=(0, 3), target=(4, 8)) is None


# --- the seams ------------------------------------------------------------------------
class Flat:
    """A parser that knows nothing: every word hangs on the first one."""

    name = "flat"

    def __init__(self) -> None:
        self.passages: list[Words] = []

    def parse(self, passages: Any) -> Iterator[tuple[Sentence, ...]]:
        for words in passages:
            self.passages.append(words)
            yield tuple(
                Sentence(
                    tuple(
                        Token(i, s, s.of(words.text), s.of(words.text).lower(), "X", frozenset(),
                              0, "root" if i == 0 else "dep")
                        for i, s in enumerate(spans)
                    ),
                    words.passage,
                )
                for spans in words.sentences
            )  # fmt: skip


def test_another_parser_may_be_passed_in() -> None:
    parser = Flat()
    reading = dragoman.read(STORY, parser=parser)
    assert len(parser.passages) == 4
    assert reading.mentions
    check(STORY, reading.to_dict())


class Watched:
    """The parser that ships with the package, its sentences held by no strong reference."""

    name = "watched"

    def __init__(self) -> None:
        self.sentences: list[weakref.ref[Sentence]] = []

    def parse(self, passages: Any) -> Iterator[tuple[Sentence, ...]]:
        for found in load_parser().parse(passages):
            self.sentences += map(weakref.ref, found)
            yield found


def test_what_a_reading_stood_on_is_freed_without_the_collector() -> None:
    parser = Watched()
    gc.collect()
    gc.disable()
    try:
        dragoman.read(STORY, parser=parser)
        assert parser.sentences
        assert not any(sentence() for sentence in parser.sentences)
    finally:
        gc.enable()


def test_the_stopwatch_takes_the_seconds_of_each_stage() -> None:
    watch = Stopwatch()
    dragoman.read(STORY, watch=watch)
    assert list(watch.seconds) == ["body", "clauses", "entities", "events", "evidence", "relations"]
    assert all(seconds > 0 for seconds in watch.seconds.values())


# --- any text -------------------------------------------------------------------------
PIECES = (
    "Iran", "Russia", "the Kremlin", "UN", "Mr. Lee", "he", "they", "both countries", "police",
    " accused ", " said ", " that ", " sold ", " drones ", " to ", " of ", " not ", " would ", " and ",
    "on Monday", "in 2015", "since May", " ", ". ", ", ", " — ", "-", "\n", "\n\n", "\r\n", "\t",
    '"', "“", "”", "'s", "’", "(", ")", "…", "1", "©", "By ", "é", "\u0301", "\u00a0", "\u200b",
    "\u202e", "\x00", "\x1b", "\ufeff", "\ufffd", "\U0001f680", "Ирак", "伊朗", "x" * 450, "!" * 40,
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@example("\n\n".join(PIECES))
@example("".join(PIECES))
@example(" ".join(reversed(PIECES)))
@example('"Iran said "Russia said "Iran accused Russia." on Monday" he said')
@settings(max_examples=25, deadline=None)
def test_no_text_raises_and_all_offsets_hold(text: str) -> None:
    check(text, values_of(text))
