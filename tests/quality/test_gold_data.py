"""The hand annotation of the example reports says only what can be found in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
GOLD = sorted((Path(__file__).parent / "gold").glob("*.json"))
REPORTS = {path.stem: path for path in (ROOT / "examples").glob("[0-9][0-9]-*.*")}

PARTS = {
    "events": {"type", "actor", "recipient", "status", "date", "evidence"},
    "claims": {"speaker", "speaker_code", "stance", "cue", "content", "quoted"},
    "relations": {"a", "b", "sign"},
    "transfers": {"supplier", "recipient", "class", "status", "evidence"},
    "times": {"text", "value"},
    "noise": {"text", "kind"},
}
QUOTED_FROM_THE_REPORT = {"evidence", "content", "cue", "speaker", "text"}

# Part and key -> the values that the schema knows.
KNOWN: dict[tuple[str, str], set[Any]] = {
    ("events", "type"): {
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    },
    ("events", "status"): {"actual", "negated", "possible", "requested"},
    ("claims", "stance"): {
        "asserts",
        "denies",
        "predicts",
        "demands",
        "threatens",
        "accuses",
        "boasts",
        "promises",
        "questions",
        "declines",
    },
    ("claims", "quoted"): {True, False},
    ("relations", "sign"): {-1, 0, 1},
    ("transfers", "class"): {
        "arms",
        "money",
        "energy",
        "humanitarian",
        "technology",
        "people",
        "other",
    },
    ("transfers", "status"): {"actual", "denied", "alleged", "planned", "requested", "refused"},
    ("noise", "kind"): {
        "boilerplate",
        "caption",
        "byline",
        "copyright",
        "glued",
        "garbled",
        "duplicate",
    },
}
CODE = re.compile(
    r"(?:[A-Z]{3}|NATO|ISIL|IGO-[A-Z]+|NGO-[A-Z]+|UNK-[A-Z]+)"
    r"(?:-(?:BUS|COP|CVL|GOV|JUD|LEG|MED|MIL|OPP|PRM|REB|SPY|UAF))?"
)
DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


class _Visible(HTMLParser):
    """Collects what a reader sees: all text but that of scripts, styles and the head."""

    UNSEEN = frozenset({"head", "script", "style"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in self.UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in self.UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)


def collapsed(text: str) -> str:
    return " ".join(text.split())


def visible(report: Path) -> str:
    text = report.read_text(encoding="utf-8")
    if report.suffix == ".html":
        page = _Visible()
        page.feed(text)
        page.close()
        text = "".join(page.pieces)
    return collapsed(text)


def rows(gold: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in PARTS:
        for row in gold[part]:
            yield part, row


def codes(gold: dict[str, Any]) -> Iterator[str]:
    for part, row in rows(gold):
        if part == "events":
            yield from (*row["actor"], *row["recipient"])
        elif part == "claims" and row["speaker_code"] is not None:
            yield row["speaker_code"]
        elif part == "relations":
            yield from (row["a"], row["b"])
        elif part == "transfers":
            yield from (row["supplier"], row["recipient"])


@pytest.fixture(params=GOLD, ids=lambda path: path.stem)
def gold(request: pytest.FixtureRequest) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(request.param.read_text(encoding="utf-8"))
    assert loaded["doc"] == request.param.stem
    return loaded


def test_every_numbered_report_is_annotated_and_nothing_else_is() -> None:
    assert GOLD
    assert sorted(path.stem for path in GOLD) == sorted(REPORTS)


def test_an_annotation_has_all_its_parts_and_no_others(gold: dict[str, Any]) -> None:
    assert set(gold) == {"doc", "published", "outlet", *PARTS}
    assert [(part, row) for part, row in rows(gold) if set(row) != PARTS[part]] == []


def test_every_string_quoted_from_a_report_stands_in_it(gold: dict[str, Any]) -> None:
    text = visible(REPORTS[gold["doc"]])
    missing = [
        (part, key, row[key])
        for part, row in rows(gold)
        for key in sorted(QUOTED_FROM_THE_REPORT & set(row))
        if not row[key] or collapsed(row[key]) not in text
    ]
    assert missing == []


def test_every_label_is_one_that_the_schema_knows(gold: dict[str, Any]) -> None:
    unknown = [
        (part, key, row[key])
        for part, row in rows(gold)
        for key in row
        if (part, key) in KNOWN and row[key] not in KNOWN[part, key]
    ]
    assert unknown == []


def test_every_code_is_a_state_or_body_with_at_most_one_sector(gold: dict[str, Any]) -> None:
    assert [code for code in codes(gold) if not CODE.fullmatch(code)] == []


def test_every_event_names_somebody(gold: dict[str, Any]) -> None:
    assert [e["evidence"] for e in gold["events"] if not e["actor"] + e["recipient"]] == []


def test_every_date_is_written_in_iso_order(gold: dict[str, Any]) -> None:
    dates = [gold["published"], *(e["date"] for e in gold["events"] if e["date"] is not None)]
    for time in gold["times"]:
        dates += [side for side in time["value"].split("/") if side != ".."]
    assert [date for date in dates if not DATE.fullmatch(date)] == []


def test_a_pair_of_actors_has_one_relation(gold: dict[str, Any]) -> None:
    pairs = [frozenset((row["a"], row["b"])) for row in gold["relations"]]
    assert len(pairs) == len(set(pairs))
    assert all(len(pair) == 2 for pair in pairs)


def test_a_report_is_as_long_as_news_reports_are(gold: dict[str, Any]) -> None:
    assert 300 <= len(visible(REPORTS[gold["doc"]]).split()) <= 900
