from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dragoman.body.twins import fingerprint
from dragoman.ledger import steps
from dragoman.ledger.copies import fresh
from dragoman.ledger.derived import FOLDER
from dragoman.ledger.disputes import find_disputes
from dragoman.ledger.enter import Writer
from dragoman.ledger.entry import Entry
from dragoman.ledger.folder import open_folder
from dragoman.ledger.query import Reader
from dragoman.ledger.shelf import Step
from dragoman.relations.kept import chosen, kept
from dragoman.relations.weigh import statement
from ledger.judging import judge, on, verdict
from ledger.synthetic import VERSIONS, Plain, claim, event, party, reading, span
from newsdesk import story

CODES = ("IRN", "RUS", "USA", "IRN-MIL", "TUR", "IGO-OPEC")
TYPES = ("AID", "ASSAULT", "CONSULT", "ACCUSE", "COERCE")
VIEWS = ("acts", "accounts", "events_told", "positions_read", "reports", "judgements", "events")


class Ledger:
    """A ledger that grows at random: reports, copies, new readings, judgements."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.chance = open_folder(folder), Random(seed)
        self.writer = Writer(self.folder)
        self.run = self.writer.start_run(VERSIONS)
        self.entries: dict[str, Entry] = {}
        self.number = 0

    def grow(self) -> None:
        """Enter some reports, and judge some events."""
        entries = [self.report() for _ in range(self.chance.randint(1, 6))]
        entries += [self.again(one) for one in self.some(2)]
        self.enter(entries)
        for change in self.chance.sample((self.reject, self.correct, self.accept, self.merge, self.split), 2):  # fmt: skip
            if self.chance.random() < 0.5:
                change()
        if self.chance.random() < 0.3:
            self.writer.keep_copies(fresh(Reader(self.folder).connection()))
        if self.chance.random() < 0.3:
            self.writer.compact()

    def enter(self, entries: list[Entry]) -> None:
        self.writer.enter(entries, self.run)
        self.entries |= {entry.id: entry for entry in entries}

    def some(self, most: int) -> list[Entry]:
        there = [one for one in self.entries.values() if one.reading["events"]]
        return self.chance.sample(there, min(len(there), self.chance.randint(0, most)))

    def report(self, edition: int = 1, words: str = "", day: str | None = "") -> Entry:
        """A report of two events at most; its story may be that of others."""
        chance = self.chance
        self.number += not words
        text = words
        if not text:
            around = "\n".join(story(Random(chance.randrange(4)), 24)[1:])
            text = f"{around}\nWire {self.number}. Iran met Iraq again, Ankara denied. Iran struck Iraq twice."
        if day == "":
            day = None if chance.random() < 0.2 else self.day()
        events, claims = [], []
        for evidence in ("Iran met Iraq", "Iran struck Iraq"):
            if chance.random() < 0.8:
                said = None
                if chance.random() < 0.5 and evidence == "Iran met Iraq":
                    said = self.said(text, evidence)
                    claims.append(said)
                events.append(self.event(text, evidence, said))
                if said:
                    said["event_ids"] = [events[-1]["id"]]
        made = fingerprint(text, outside=[])
        return Entry(
            name="told.txt", text=text, edition=edition, minhash=made.packed() if made else None,
            reading=reading(events=events, claims=claims, published=day),
        )  # fmt: skip

    def again(self, old: Entry) -> Entry:
        """The same report, read otherwise."""
        known = self.entries[old.id]
        return self.report(known.edition + 1, known.text, known.reading["published"])

    def said(self, text: str, words: str) -> Plain:
        stance = self.chance.choice(("denies", "asserts", "asserts", "accuses"))
        code = self.chance.choice(CODES)
        return claim(text, "Ankara", code, "denied", words, stance=stance)

    def event(self, text: str, evidence: str, said: Plain | None) -> Plain:
        chance = self.chance
        nth = 0 if "met" in evidence else 1
        sides = [
            [party(text, word, chance.choice(CODES), nth) for _ in range(chance.choice((0, 1, 1, 1, 2)))]
            for word in ("Iran", "Iraq")
        ]  # fmt: skip
        when = self.date() if chance.random() < 0.6 else None
        kind = chance.choice(TYPES)
        return event(
            text, evidence, type=kind, actor=sides[0], recipient=sides[1], date=when,
            claim_id=said["id"] if said else None, trigger=span(text, evidence.split()[1], 0),
            reciprocal=not sides[1] and kind == "CONSULT",
            status=chance.choice(("actual", "actual", "actual", "negated", "possible")),
            location=chance.choice((None, None, None, "Aleppo", "Homs")),
        )  # fmt: skip

    def day(self) -> str:
        return (date(2022, 1, 1) + timedelta(self.chance.randrange(70))).isoformat()

    def date(self) -> str:
        day = self.day()
        return self.chance.choice((day, day, day[:7], day[:4], f"{day}/2022-05-01"))

    # --- what people say ------------------------------------------------------------------
    def judged(self, word: str, **change: Any) -> None:
        for entry in self.some(1):
            if self.entries[entry.id].reading["events"]:
                judge(self.folder, on(word, entry, 0, **change))

    def reject(self) -> None:
        self.judged("reject")

    def accept(self) -> None:
        self.judged("accept")

    def correct(self) -> None:
        self.judged("correct", type=self.chance.choice(TYPES[:2]))

    def merge(self) -> None:
        one, other = self.chance.sample(CODES, 2)
        judge(self.folder, verdict("merge", code=one, into=other))

    def split(self) -> None:
        for entry in self.some(1):
            for place in entry.reading["events"][0]["actor"][:1]:
                words = {key: place[key] for key in ("start", "end", "text")}
                mention = words | {"report_id": entry.id}
                judge(self.folder, verdict("split", mention=mention, code=place["code"], into="USA"))  # fmt: skip


def reader_of(folder: Path) -> Reader:
    return Reader(folder, derived=kept(), least=0)


def answers(reader: Reader, monthly: Callable[[Any], Any]) -> Iterator[tuple[str, Any]]:
    """Everything that is kept, and what is asked of it."""
    for view in VIEWS:
        yield view, sorted(map(repr, reader.rows_of(f"FROM {view}")))
    for every in ("month", None):
        yield f"alignment {every}", [rounded(row) for row in reader.rows_of(*monthly(every))]
    for wanted in ({}, {"since": "2022-02", "until": "2022-02"}, {"pair": ("IRN", "RUS")}):
        yield f"disputes {wanted}", [d.to_dict() for d in find_disputes(reader, wanted)]
    yield "events of a pair", reader.ask("events", {"pair": ("IRN", "RUS")}).fetchall()


def rounded(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(round(value, 9) if isinstance(value, float) else value for value in row)


def compare(folder: Path, scratch: Path) -> int:
    """Ask what is kept in steps and what is worked out anew; return on how many it stands."""
    at_once = scratch / "at-once"
    shutil.copytree(folder, at_once, ignore=shutil.ignore_patterns(FOLDER))
    in_steps = reader_of(folder)
    in_steps.keep()
    assert in_steps.has("acts")
    expected = dict(answers(Reader(at_once), lambda every: statement(every=every)))
    for name, found in answers(in_steps, lambda every: chosen(every=every)):
        assert found == expected[name], name
    shutil.rmtree(at_once)
    newest = max((folder / FOLDER).glob("views-*"), key=lambda path: path.stat().st_mtime)
    step = Step.at(newest)
    assert step is not None
    return len(step.below)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_in_steps_is_what_is_worked_out_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(steps, "_PART", 15)
    monkeypatch.setattr(steps, "_CELLS_PART", 25)
    grown = Ledger(tmp_path / "ledger", seed)
    grown.enter([grown.report() for _ in range(40)])
    stood = []
    for _ in range(4):
        stood.append(compare(grown.folder, tmp_path))
        grown.grow()
    assert max(stood) > 0
