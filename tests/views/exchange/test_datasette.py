from __future__ import annotations

import asyncio
import warnings
from pathlib import Path
from typing import Any

import pytest

from dragoman.views.exchange.export import export
from ledger.synthetic import ledger, sale

# Datasette's own use of what is being given up elsewhere is not ours to mend.
warnings.filterwarnings("ignore", category=DeprecationWarning, module="datasette.*")
app = pytest.importorskip("datasette.app", reason="Datasette is not installed")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Datasette over an export of two reports."""
    folder: Path = tmp_path_factory.mktemp("datasette")
    path = folder / "wire.db"
    export(ledger(folder / "ledger", sale(0), sale(1)), "sqlite", path)
    return app.Datasette([str(path)])


def asked(served: Any, address: str) -> Any:
    """What Datasette answers, as plain values."""

    async def get() -> Any:
        answer = await served.client.get(address)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return asyncio.run(get())


def test_datasette_shows_every_table_with_its_rows(served: Any) -> None:
    tables = {t["name"]: t for t in asked(served, "/wire.json")["tables"]}
    assert {name: tables[name]["count"] for name in ("reports", "events", "claims", "acts")} == {
        "reports": 2, "events": 6, "claims": 4, "acts": 8,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("table", "word", "rows"), [("reports", "moscow", 2), ("events", "sochi", 0), ("events", "met", 2)]
)  # fmt: skip
def test_datasette_finds_words_by_the_full_text_index(
    served: Any, table: str, word: str, rows: int
) -> None:
    tables = {t["name"]: t for t in asked(served, "/wire.json")["tables"]}
    assert tables[table]["fts_table"] == f"{table}_fts"
    assert len(asked(served, f"/wire/{table}.json?_search={word}&_shape=array")) == rows


def test_datasette_follows_an_event_to_its_report(served: Any) -> None:
    (event, *_) = asked(served, "/wire/events.json?_shape=array&type=AID")
    (report,) = asked(served, f"/wire/reports.json?_shape=array&report_id={event['report_id']}")
    assert report["text"][event["start"] : event["end"]] == event["evidence"]
    keys = {t["name"]: t for t in asked(served, "/wire.json")["tables"]}["events"]["foreign_keys"]
    assert {key["other_table"] for key in keys["outgoing"]} == {"reports", "claims"}
