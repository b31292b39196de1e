from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from dragoman.structure.why import why
from dragoman.views.tables import signed
from dragoman.views.why import show
from dragoman.views.wording import bar, sparkline, when

Plain = dict[str, Any]
STATES = {"IRN": "Iran", "RUS": "Russia", "USA": "United States"}


def values(**other: Any) -> Plain:
    return why([], "IRN", "RUS").to_dict() | {"acts": 3, "texts": 2} | other


def act(**other: Any) -> Plain:
    return {
        "id": "event-1", "type": "AID", "score": 10.0, "status": "actual", "date": "2022-10-17",
        "actor": [], "recipient": [], "evidence": "Iran armed Russia", "claim_id": None,
        "sentence": "Iran armed Russia again.", "outlet": "The Courier", "weight": 0.5,
        "direction": ["IRN", "RUS"], "report_id": "r", "published": "2022-10-18",
    } | other  # fmt: skip


def printed(made: Plain, width: int = 80, **options: Any) -> str:
    out = io.StringIO()
    history = options.pop("history", ())
    show(Console(file=out, width=width, **options), made, history=history, names=STATES)
    return out.getvalue()


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ((0.62, 0.31, 0.81), "Iran and Russia stand together: 0.62 (0.31 to 0.81), from 3 acts in 2 texts"),
        ((0.62, -0.1, 0.81), "Iran and Russia seem to stand together: 0.62 (-0.10 to 0.81), from 3 acts in 2 texts"),
        ((-0.5, -0.8, -0.1), "Iran and Russia stand against each other: -0.50 (-0.80 to -0.10), from 3 acts in 2 texts"),
        ((-0.5, -0.8, 0.2), "Iran and Russia seem to stand against each other: -0.50 (-0.80 to 0.20), from 3 acts in 2 texts"),
        ((0.1, -0.4, 0.5), "Iran and Russia stand neither together nor against each other: 0.10 (-0.40 to 0.50), from 3 acts in 2 texts"),
    ],
)  # fmt: skip
def test_the_headline_says_no_more_than_the_interval_allows(
    figures: tuple[float, float, float], words: str
) -> None:
    value, low, high = figures
    shown = printed(values(alignment=value, low=low, high=high))
    assert " ".join(shown.split()).startswith(words)


def test_where_nothing_is_told_nothing_is_claimed() -> None:
    shown = printed(values(acts=0, pair=["USA", "RUS"]))
    assert shown == "No act between the United States and Russia is told here.\n"


def test_states_that_have_an_article_get_it() -> None:
    shown = printed(values(alignment=0.5, low=0.3, high=0.6, pair=["USA", "RUS"]))
    assert shown.startswith("The United States and Russia stand together")


def test_an_act_has_its_sentence_day_and_outlet() -> None:
    shown = printed(values(events=[act()]))
    assert "████░░░░ Iran → Russia: AID  17 October 2022, The Courier" in shown
    assert "“Iran armed Russia again.”" in shown


def test_the_day_of_an_act_without_one_is_that_on_which_it_was_told() -> None:
    shown = printed(
        values(events=[act(date=None, status="possible", outlet=None, report="a/b.txt")])
    )
    assert "AID (possible)  told 18 October 2022, b.txt" in shown


def test_of_a_long_sentence_the_words_that_show_it_are_kept() -> None:
    words = "Observers of the long quarrel, " * 9 + "said that Iran armed Russia by sea."
    shown = printed(values(events=[act(sentence=words)]))
    assert "Iran armed Russia by sea.”" in " ".join(shown.split())
    assert "“…" in shown
    start = printed(values(events=[act(sentence="Iran armed Russia, " + words)]))
    assert "“Iran armed Russia, Observers" in start


def test_a_quotation_is_not_quoted_twice() -> None:
    shown = printed(values(events=[act(sentence="“Iran armed Russia.”")]))
    assert "“Iran armed Russia.”" in shown
    assert "““" not in shown


def test_a_sentence_that_shows_two_acts_is_printed_once() -> None:
    shown = printed(values(events=[act(), act(id="event-2", type="SUPPORT")]))
    assert shown.count("Iran armed Russia again.") == 1
    assert "in the same sentence" in shown


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("TEHRAN, Oct 17 - Iran armed Russia again.", "“Iran armed Russia again.”"),
        ("TEHRAN, 17 October 2022 – Iran armed Russia again.", "“Iran armed Russia again.”"),
        ("WASHINGTON (Courier) — Iran armed Russia again.", "“Iran armed Russia again.”"),
        ("NATO – its spokesman – said Iran armed Russia.", "“NATO – its spokesman – said Iran"),
        ("EU - US talks say Iran armed Russia.", "“EU - US talks say"),
    ],
)
def test_where_and_when_a_report_was_written_is_not_part_of_the_sentence(
    sentence: str, words: str
) -> None:
    assert words in printed(values(events=[act(sentence=sentence)]))


def test_who_says_so_stands_below() -> None:
    claim = {"id": "c", "report_id": "r", "stance": "denies", "speaker": {"text": "Tehran"}}
    shown = printed(values(events=[act(claim_id="c")], claims=[claim]))
    assert "denies: Tehran" in shown
    assert "denies" not in printed(
        values(events=[act(claim_id="c", report_id="s")], claims=[claim])
    )


def test_more_than_fits_is_counted() -> None:
    shown = printed(values(events=[act()] * 8, frictions=[act(score=-3.0)] * 4))
    assert "What shows it  3 more: --json has all" in shown
    assert "What speaks against it  1 more: --json has all" in shown


def test_a_series_is_a_block_a_window_and_a_dot_where_it_is_silent() -> None:
    def row(month: int, value: float) -> Plain:
        return {"start": date(2022, month, 1), "end": date(2022, month + 1, 1), "alignment": value}

    history = [row(1, -1.0), row(2, 0.0), row(5, 1.0)]
    assert "".join(block for block, _ in sparkline(history)) == "▁▅··█"
    assert "Jan 2022 ▁▅··█ May 2022" in printed(values(), history=history)
    assert "How it changed" not in printed(values(), history=history[:1])
    assert sparkline([]) == []


def test_turning_points_are_told() -> None:
    turn = {
        "day": "2022-05-03", "first": "2022-04-20", "last": "2022-05-04", "before": 0.4,
        "after": -0.55, "events": [],
    }  # fmt: skip
    told = "turned about 3 May 2022: +0.40 → -0.55  95 % 20 April 2022 to 4 May 2022"
    assert told in printed(values(turns=[turn]))


def test_disputes_found_in_plain_events_are_shown_too() -> None:
    speaker = {"text": "Tehran", "code": "IRN"}
    dispute = {"event": act(), "for": [], "against": [{"id": "c", "speaker": speaker}]}
    shown = printed(values(disputes=[dispute]))
    assert "AID: Iran armed Russia" in shown
    assert "against: Tehran" in shown


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal_or_a_page(width: int) -> None:
    third = {"code": "IGO-" + "LONG" * 9, "weight": 0.5, "ties": [0.5, 0.5], "events": []}
    long = act(sentence="伊朗向俄罗斯" * 60, outlet="Gazette " * 20)
    made = values(events=[long], frictions=[long], shared_friends=[third] * 9)
    shown = printed(made, width).splitlines()
    assert max(cell_len(line.rstrip()) for line in shown) <= min(width, 100)


def test_text_of_a_report_moves_no_terminal() -> None:
    bad = "\x1b[31mA\u202e[bold]B"
    claim = {"id": "c", "report_id": "r", "stance": "denies", "speaker": {"text": bad}}
    dispute = {
        "type": "AID", "source": bad, "target": None, "against": [],
        "for": [{"speaker": {"text": bad}, "content": {"text": bad}}],
    }  # fmt: skip
    third = {"code": bad, "weight": 0.5, "ties": [0.5, 0.5], "events": []}
    made = values(
        events=[act(sentence=bad, outlet=bad, type=bad, status=bad, claim_id="c", date=bad)],
        claims=[claim], disputes=[dispute], shared_friends=[third], pair=["IRN", bad],
        alignment=0.5, low=0.1, high=0.9,
    )  # fmt: skip
    shown = printed(made, force_terminal=False)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]" in shown


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2022-10-07", "7 October 2022"),
        ("2022-10", "October 2022"),
        ("2022", "2022"),
        ("2022-02/..", "since February 2022"),
        ("../2015", "until 2015"),
        ("2021/2022-03", "2021 to March 2022"),
        (None, ""),
        ("2022-77", "2022"),
        ("soon", "soon"),
    ],
)
def test_days_are_written_out(day: str | None, words: str) -> None:
    assert when(day) == words


def test_bars_are_as_long_as_what_they_show_and_never_empty() -> None:
    assert [bar(w, 4) for w in (0.0, 0.5, 1.0, 7.0)] == ["█░░░", "██░░", "████", "████"]


def test_nothing_is_never_negative() -> None:
    assert [signed(x) for x in (-0.001, 0.0, 0.004, -0.62, 0.625)] == [
        "0.00", "0.00", "0.00", "-0.62", "+0.62",
    ]  # fmt: skip
