from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.imports import gdelt, icews, phoenix
from dragoman.ledger.query import Reader
from ledger.imports.tables import (
    HISTORICAL,
    POLECAT,
    daily_row,
    entered,
    gdelt_row,
    historical_row,
    icews_row,
    polecat_row,
    tabs,
)


def told(reader: Reader) -> list[dict[str, Any]]:
    return reader.dicts("SELECT * FROM events_told ORDER BY report, start")


def test_codebooks_have_these_numbers_of_columns() -> None:
    assert sorted(gdelt.COLUMNS) == [57, 58, 61]
    assert len(icews.COLUMNS) == 20
    assert len(phoenix.DAILY) == 26
    assert len(POLECAT) == 40


@pytest.mark.parametrize("columns", [57, 58, 61])
def test_gdelt(tmp_path: Path, columns: int) -> None:
    path = tabs(tmp_path / "20221018.export.CSV", gdelt_row(columns))
    found, reader = entered(tmp_path / "l", "gdelt", path)
    assert (found.rows, found.events, found.skipped) == (1, 1, 0)
    (event,) = told(reader)
    assert (event["type"], event["mode"], event["contexts"]) == ("ASSAULT", None, ["military"])
    assert (event["actors"], event["recipients"]) == (["IRN-MIL"], ["RUS"])
    assert (str(event["day"]), str(event["published"])) == ("2022-10-17", "2022-10-18")
    assert (event["status"], event["historical"], event["confidence"]) == ("actual", False, None)
    assert event["location"] == "Rasht, Gilan, Iran"
    assert event["rule"] == "gdelt.190"
    known = columns > 57
    assert event["url"] == ("https://www.courier.example/a?b=1" if known else None)
    assert event["outlet"] == ("courier.example" if known else None)


def test_an_old_event_of_gdelt_is_historical(tmp_path: Path) -> None:
    path = tabs(tmp_path / "a.csv", gdelt_row(Day="20121017"))
    assert told(entered(tmp_path / "l", "gdelt", path)[1])[0]["historical"] is True


def test_polecat(tmp_path: Path) -> None:
    rows = [polecat_row(), [*polecat_row(**{"Event ID": "2", "Event Mode": "Ban", "Event Type": "THREATEN"}), "", ""]]  # fmt: skip
    path = tabs(tmp_path / "ngecEvents.txt", *rows, head=[*POLECAT, ""])
    found, reader = entered(tmp_path / "l", "polecat", path)
    assert (found.rows, found.events) == (2, 2)
    by_type = {event["type"]: event for event in told(reader)}
    aid = by_type["AID"]
    assert (aid["mode"], aid["contexts"], aid["score"]) == (None, ["military", "economic"], 10.0)
    assert (aid["actors"], aid["recipients"]) == (["IRN"], ["RUS"])
    assert (aid["outlet"], str(aid["published"])) == ("The Courier", "2022-10-18")
    # A mode that PLOVER lacks is kept, and counts as its type does.
    assert (by_type["THREATEN"]["mode"], by_type["THREATEN"]["score"]) == ("ban", -3.5)


def test_several_parties_of_polecat_are_told_apart_where_they_can_be(tmp_path: Path) -> None:
    several = polecat_row(**{"Actor Name": "Iran;China", "Actor Country": "IRN;CHN"})
    uneven = polecat_row(
        **{"Event ID": "2", "Actor Name": "Iran and others", "Actor Country": "IRN;CHN"}
    )
    path = tabs(tmp_path / "a.txt", several, uneven, head=POLECAT)
    actors = sorted(event["actors"] for event in told(entered(tmp_path / "l", "polecat", path)[1]))
    assert actors == [[], ["IRN", "CHN"]]


def test_icews(tmp_path: Path) -> None:
    quoted = icews_row(**{"Event ID": "902", "Source Name": '"Abu" Ali', "CAMEO Code": "42"})
    path = tabs(tmp_path / "events.2015.tab", icews_row(), quoted, head=icews.COLUMNS)
    found, reader = entered(tmp_path / "l", "icews", path)
    assert (found.rows, found.events, found.reports) == (2, 2, 1)
    arrest, visit = told(reader)
    assert (arrest["type"], arrest["mode"]) == ("COERCE", "arrest")
    assert (arrest["actors"], arrest["recipients"]) == (["IRN-COP"], ["RUS-CVL"])
    assert (visit["type"], visit["rule"]) == ("CONSULT", "icews.042")
    assert '"Abu" Ali' in visit["evidence"]
    assert (arrest["outlet"], arrest["published"], str(arrest["day"])) == ("The Courier", None, "2015-03-02")  # fmt: skip


def test_daily_phoenix(tmp_path: Path) -> None:
    path = tabs(tmp_path / "events.full.txt", daily_row(), daily_row(EventID="2", EventCode="42"))
    found, reader = entered(tmp_path / "l", "phoenix", path)
    assert found.events == 2
    event = told(reader)[0]
    assert (event["type"], event["mode"]) == ("CONSULT", "visit")
    assert (event["actors"], event["recipients"]) == (["TUR"], ["AZE"])
    assert event["url"] == "http://courier.example/1"


def test_a_code_of_phoenix_that_its_parts_do_not_make_is_not_placed(tmp_path: Path) -> None:
    path = tabs(tmp_path / "a.txt", daily_row(SourceActorFull="IRQKUR", SourceActorEntity="IRQ", SourceActorRole=""))  # fmt: skip
    (event,) = told(entered(tmp_path / "l", "phoenix", path)[1])
    assert (event["actors"], event["recipients"]) == ([], ["AZE"])


def test_historical_phoenix(tmp_path: Path) -> None:
    path = tmp_path / "PhoenixNYT.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(
            [HISTORICAL, historical_row(), historical_row(eid="2", placename='Qom, "the city"')]
        )
    found, reader = entered(tmp_path / "l", "phoenix", path)
    assert (found.events, found.reports) == (2, 1)
    first, second = told(reader)
    assert (first["type"], first["mode"]) == ("PROTEST", "demo")
    assert (first["actors"], first["recipients"]) == (["IRN-CVL"], ["IRN"])
    assert str(first["published"]) == "1979-02-01"
    assert second["location"] == 'Qom, "the city", IRN'


def test_a_quote_that_is_not_closed_spoils_one_row(tmp_path: Path) -> None:
    good = [",".join(historical_row(eid=str(n))) for n in range(3)]
    broken = good[0].replace("Tehran", '"Tehran')
    path = tmp_path / "a.csv"
    path.write_text("\r\n".join([",".join(HISTORICAL), good[0], broken, good[1], good[2]]))
    found, _ = entered(tmp_path / "l", "phoenix", path)
    assert (found.rows, found.events, found.skipped) == (4, 3, 1)
    assert found.named[0][1:] == (3, "is no row of a table: unexpected end of data")


@pytest.mark.parametrize("format_", ["gdelt", "polecat", "icews", "phoenix"])
def test_another_table_is_refused(tmp_path: Path, format_: str) -> None:
    path = tabs(tmp_path / "a.csv", ["when", "who"], ["2022", "Iran"])
    with pytest.raises(LedgerError, match="is no table of"):
        entered(tmp_path / "l", format_, path)
    assert Reader(tmp_path / "l").rows_of("SELECT * FROM runs") == []
