from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.body.twins import fingerprint
from dragoman.ledger.copies import fresh, grouped
from dragoman.ledger.enter import Writer
from dragoman.ledger.entry import Entry
from dragoman.ledger.folder import open_folder
from dragoman.ledger.query import Reader, plain_rows
from ledger.synthetic import VERSIONS, event, party, reading
from newsdesk import altered, series, story

Plain = dict[str, Any]


def report(text: str, **parts: Any) -> Entry:
    made = fingerprint(text, outside=[])
    return Entry(
        name="x", text=text, reading=reading(**parts), minhash=made.packed() if made else None
    )


def told(seed: int, sentences: int = 24) -> list[str]:
    """Paragraphs of one story, without its headline."""
    return story(Random(seed), sentences)[1:]


def text(lines: Sequence[str]) -> str:
    return "\n".join(lines)


class Desk:
    """A ledger that is added to, with its links kept or not."""

    def __init__(self, folder: Path, *, keep: bool = True) -> None:
        self.folder, self.keep = folder, keep
        self.writer = Writer(open_folder(folder))
        self.run = self.writer.start_run(VERSIONS)

    def add(self, *entries: Entry) -> None:
        self.writer.enter(entries, self.run)
        if self.keep:
            self.writer.keep_copies(fresh(Reader(self.folder).connection()))

    def groups(self, at: Any = None) -> list[set[str]]:
        """Report ids by text, the largest first."""
        found = defaultdict(set)
        for one, group in Reader(self.folder, at).rows_of("SELECT report_id, text_id FROM reports"):
            found[group].add(one)
        return sorted(found.values(), key=lambda g: (-len(g), sorted(g)))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


LINES = told(1)
FULL = text(LINES)
COPIES = {
    "another headline": f"Envoys wait for a bridge\n{FULL}",
    "cut at the end": text(LINES[: len(LINES) // 2]),
    "cut at the start": text(LINES[len(LINES) // 2 :]),
    "altered by 5 %": altered(FULL, 0.05, Random(2)),
    "altered by 15 %": altered(FULL, 0.15, Random(3)),
    "framed": f"Latest news from here\n{FULL}\nWeather: mild.",
    "cut and altered": altered(text(LINES[: len(LINES) // 2]), 0.1, Random(4)),
}


@pytest.mark.parametrize("kind", COPIES)
def test_a_copy_has_the_text_of_what_it_is_a_copy_of(desk: Desk, kind: str) -> None:
    desk.add(report(FULL), report(text(told(7))))
    desk.add(report(COPIES[kind]))
    assert [len(group) for group in desk.groups()] == [2, 1]


def test_other_stories_are_other_texts(desk: Desk) -> None:
    desk.add(*(report(text(told(seed))) for seed in range(20)))
    assert len(desk.groups()) == 20


def test_daily_reports_in_the_same_words_are_other_texts(desk: Desk) -> None:
    desk.add(*(report(text(lines[1:])) for lines in series(Random(5), 12)))
    assert len(desk.groups()) == 12


def test_a_digest_of_many_stories_does_not_make_them_one(desk: Desk) -> None:
    stories = [text(told(seed)) for seed in range(6)]
    desk.add(*map(report, stories))
    desk.add(report("\n".join(stories)))
    assert len(desk.groups()) == 7


def test_what_two_stories_have_in_common_does_not_make_them_one(desk: Desk) -> None:
    common = told(30, 10)
    desk.add(report(text(told(31) + common)), report(text(told(32) + common)))
    desk.add(report(text(common)))
    assert [len(group) for group in desk.groups()] == [2, 1]


def test_two_parts_are_one_text_as_soon_as_the_whole_is_there(desk: Desk) -> None:
    half = len(LINES) // 2
    desk.add(report(text(LINES[:half])), report(text(LINES[half:])))
    assert len(desk.groups()) == 2
    desk.add(report(FULL))
    assert [len(group) for group in desk.groups()] == [3]


def test_short_texts_are_copies_only_of_the_very_same_words(desk: Desk) -> None:
    desk.add(report("Iran denied it on Monday."), report("IRAN denied it – on Monday!"))
    desk.add(report("Iran denied it on Tuesday."))
    assert [len(group) for group in desk.groups()] == [2, 1]


def test_reports_without_a_fingerprint_are_copies_of_the_very_same_words(desk: Desk) -> None:
    desk.add(replace(report(FULL), minhash=None), replace(report(FULL.upper()), minhash=None))
    assert [len(group) for group in desk.groups()] == [2]


def test_fingerprints_by_other_rules_are_not_compared(desk: Desk) -> None:
    made = report(FULL)
    assert made.minhash is not None
    old = replace(report(COPIES["framed"]), minhash=(1001, *made.minhash[1:]))
    desk.add(made, old)
    assert len(desk.groups()) == 2


def test_fingerprints_that_are_none_do_no_harm(desk: Desk) -> None:
    desk.add(replace(report(FULL), minhash=(1, 2, 3)), replace(report(text(told(2))), minhash=()))
    assert len(desk.groups()) == 2


# --- as it grows ------------------------------------------------------------------------
def test_a_text_keeps_its_id_when_copies_come(desk: Desk) -> None:
    desk.add(report(FULL))
    query = "SELECT text_id FROM reports WHERE report_id = $id"
    before = Reader(desk.folder).rows_of(query, {"id": report(FULL).id})
    for copy in COPIES.values():
        desk.add(report(copy))
    assert Reader(desk.folder).rows_of(query, {"id": report(FULL).id}) == before
    assert Reader(desk.folder).rows_of("SELECT DISTINCT text_id FROM reports") == before


@pytest.mark.parametrize("steps", [1, 3, 9])
@pytest.mark.parametrize("keep", [True, False], ids=["kept", "not kept"])
def test_how_reports_are_entered_changes_nothing(tmp_path: Path, steps: int, keep: bool) -> None:
    """One at a time or all at once, linked by each run or when the ledger is opened."""
    random = Random(9)
    entries = [report(c) for c in COPIES.values()]
    entries += [report(text(told(seed))) for seed in range(40, 50)]
    entries += [report(altered(text(told(41)), 0.1, random)) for _ in range(3)]
    desk = Desk(tmp_path, keep=keep)
    for step in range(steps):
        desk.add(*entries[step::steps])
    assert [len(group) for group in desk.groups()] == [7, 4] + [1] * 9


def test_nothing_is_compared_twice(desk: Desk) -> None:
    desk.add(report(FULL), report(COPIES["framed"]))
    connection = Reader(desk.folder).connection()
    assert fresh(connection) == []
    links = connection.execute("SELECT kept, part < 1, words > 0.9, marks > 0.9 FROM links")
    assert links.fetchall() == [(True, True, True, True)]


def test_two_runs_that_link_at_the_same_time_do_no_harm(desk: Desk) -> None:
    desk.add(report(FULL))
    desk.keep = False
    desk.add(report(COPIES["framed"]))
    found = [fresh(Reader(desk.folder).connection()) for _ in range(2)]
    for rows in found:
        desk.writer.keep_copies(rows)
    assert fresh(Reader(desk.folder).connection()) == []
    assert [len(group) for group in desk.groups()] == [2]


def test_a_report_that_is_read_again_stays_in_its_group(desk: Desk) -> None:
    desk.add(report(FULL), report(COPIES["framed"]))
    desk.add(replace(report(FULL), edition=2))
    assert [len(group) for group in desk.groups()] == [2]
    assert fresh(Reader(desk.folder).connection()) == []


def test_an_older_state_has_its_own_groups(desk: Desk) -> None:
    half = len(LINES) // 2
    desk.add(report(text(LINES[:half])), report(text(LINES[half:])))
    (entered,) = Reader(desk.folder).rows_of("SELECT max(entered) FROM reports")[0]
    desk.add(report(FULL))
    assert len(desk.groups()) == 1
    assert len(desk.groups(at=entered)) == 2


# --- what is seen -----------------------------------------------------------------------
def test_events_and_acts_of_copies_have_one_text(desk: Desk) -> None:
    words = "Iran armed Iraq"
    entries = []
    for one in (FULL, COPIES["framed"]):
        full = f"{one}\n{words}."
        arms = event(
            full, words, actor=[party(full, "Iran", "IRN", full.count("Iran") - 1)],
            recipient=[party(full, "Iraq", "IRQ", full.count("Iraq") - 1)],
        )  # fmt: skip
        entries.append(report(full, events=[arms]))
    desk.add(*entries)
    reader = Reader(desk.folder)
    for view in ("reports", "events_told", "acts"):
        counts = f"SELECT count(*), count(DISTINCT text_id) FROM {view}"
        assert reader.rows_of(counts) == [(2, 1)]
    assert reader.rows_of("SELECT count(DISTINCT happening_id) FROM acts") == [(1,)]


def test_copies_are_listed_with_how_many_they_are(desk: Desk) -> None:
    desk.add(report(FULL), report(COPIES["framed"]), report(text(told(7))))
    rows = Reader(desk.folder).dicts("SELECT * FROM copies")
    assert [row["reports"] for row in rows] == [2, 2]
    assert len({row["text_id"] for row in rows}) == 1


# --- groups -----------------------------------------------------------------------------
def test_groups_do_not_depend_on_the_order_of_links() -> None:
    links = [("a", "b", 1, 2), ("c", "b", 3, 2), ("d", "c", 4, 3), ("e", "f", 5, 6)]
    wanted = {"a": "a", "b": "a", "c": "a", "d": "a", "e": "e", "f": "e"}
    assert all(grouped(order) == wanted for order in permutations(links))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40))
def test_a_group_goes_by_its_oldest_text(pairs: list[tuple[int, int]]) -> None:
    found = grouped([(f"{a:02}", f"{b:02}", a, b) for a, b in pairs])
    assert all(leader <= one and found[leader] == leader for one, leader in found.items())
    assert all(found[f"{a:02}"] == found[f"{b:02}"] for a, b in pairs)


# --- listed -------------------------------------------------------------------------------
def carried(text: str, outlet: str | None, day: str | None, title: str | None = None) -> Entry:
    made = report(text, outlet=outlet, published=day)
    return replace(made, title=title, name=f"{outlet} {day}")


def listed(desk: Desk, **wanted: Any) -> list[Plain]:
    return plain_rows(Reader(desk.folder).copies(wanted))


def test_texts_that_several_carry_are_listed_with_reports_outlets_and_first_day(desk: Desk) -> None:
    first = carried(FULL, "Gazette", "2022-10-17", "Bridge reopens")
    second = carried(f"Envoys wait\n{FULL}", "Courier", "2022-10-18", "Envoys wait")
    third = carried(FULL, None, None)
    alone = carried(text(told(9)), "Courier", "2022-10-18")
    other = [carried(text(told(5)), outlet, "2022-01-01") for outlet in ("A", "B")]
    desk.add(second, first, third, alone, *other)
    found, fewer = listed(desk)
    assert (found["reports"], fewer["reports"]) == (3, 2)
    assert found["outlets"] == ["Courier", "Gazette"]
    assert (found["first_day"], found["last_day"]) == (date(2022, 10, 17), date(2022, 10, 18))
    assert found["title"] == "Bridge reopens"
    assert found["report_ids"] == [first.id, second.id, third.id]
    assert found["first_report"] == first.id
    assert fewer["title"] == text(told(5))[:160].strip()


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({"outlet": "gazette"}, 1), ({"outlet": "Herald"}, 0), ({"since": "2022-10-18"}, 1),
        ({"since": "2022-10-19"}, 0), ({"until": "2022-10-16"}, 0),
    ],
)  # fmt: skip
def test_texts_are_listed_of_which_one_report_fits(desk: Desk, wanted: Plain, count: int) -> None:
    desk.add(carried(FULL, "Gazette", "2022-10-17"), carried(FULL, "Courier", "2022-10-18"))
    found = listed(desk, **wanted)
    assert len(found) == count
    assert all(row["reports"] == 2 for row in found)


def test_a_text_of_one_report_is_no_copy(desk: Desk) -> None:
    desk.add(carried(FULL, "Gazette", "2022-10-17"), carried(text(told(9)), "Courier", None))
    assert listed(desk) == []


def test_actors_are_counted_in_reports_texts_and_happenings(desk: Desk) -> None:
    line = "Iran shelled Iraq. "
    act = event(
        line + FULL, "Iran shelled Iraq", type="ASSAULT", date="2022-10-16",
        actor=[party(line, "Iran", "IRN")], recipient=[party(line, "Iraq", "IRQ")],
    )  # fmt: skip
    copied = [
        replace(report(line + FULL, events=[act], outlet=outlet), name=outlet)
        for outlet in ("Gazette", "Courier")
    ]
    later = act | {"date": "2022-11-20"}
    desk.add(*copied, report(line + text(told(9)), events=[later], outlet="Herald"))
    rows = {row["code"]: row for row in plain_rows(Reader(desk.folder).actors({}))}
    counts = [rows["IRN"][name] for name in ("acts", "reports", "texts", "happenings")]
    assert counts == [3, 3, 2, 2]
