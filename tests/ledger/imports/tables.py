"""Rows of foreign tables, made by hand after their codebooks."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from dragoman.ledger.enter import Writer
from dragoman.ledger.folder import open_folder
from dragoman.ledger.imports import gdelt, icews, phoenix
from dragoman.ledger.imports.load import Imported, import_table
from dragoman.ledger.query import Reader

#: The head of POLECAT's files.
POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors",
    "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country",
    "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province",
    "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
#: The head of the Historical Phoenix.
HISTORICAL = (
    "eid", "story_date", "year", "month", "day", "source", "source_root", "source_agent",
    "source_others", "target", "target_root", "target_agent", "target_others", "code",
    "root_code", "quad_class", "goldstein", "joined_issues", "lat", "lon", "placename",
    "statename", "countryname", "aid", "process",
)  # fmt: skip


def row(columns: Iterable[str], values: Mapping[str, str]) -> list[str]:
    """A row with these values, empty elsewhere."""
    made = dict.fromkeys(columns, "")
    assert set(values) <= set(made), set(values) - set(made)
    return list((made | dict(values)).values())


def gdelt_row(columns: int = 61, /, **values: str) -> list[str]:
    """Iran's army uses force against Russia's, as GDELT would have it."""
    given = {
        "GlobalEventID": "1071234567", "Day": "20221017", "EventCode": "190",
        "Actor1Code": "IRNMIL", "Actor1Name": "IRANIAN ARMY", "Actor1CountryCode": "IRN",
        "Actor1Type1Code": "MIL", "Actor2Code": "RUS", "Actor2Name": "RUSSIA",
        "Actor2CountryCode": "RUS", "ActionGeo_FullName": "Rasht, Gilan, Iran",
        "NumMentions": "4", "DATEADDED": "20221018150000",
        "SOURCEURL": "https://www.courier.example/a?b=1",
    }  # fmt: skip
    if columns == 57:
        del given["SOURCEURL"]
    return row(gdelt.COLUMNS[columns], given | values)


def polecat_row(**values: str) -> list[str]:
    """Iran aids Russia, as POLECAT would have it."""
    given = {
        "Event ID": "20221018-77-aid", "Event Date": "2022-10-17", "Event Type": "AID",
        "Event Mode": "None", "Contexts": "military;Economic;weather", "Actor Name": "Iran",
        "Actor Country": "IRN", "Primary Actor Sector": "GOV", "Recipient Name": "Vladimir Putin",
        "Recipient Country": "RUS", "Primary Recipient Sector": "GOV", "Placename": "Tehran",
        "Country": "IRN", "Source": "The Courier", "Publication Date": "2022-10-18",
    }  # fmt: skip
    return row(POLECAT, given | values)


def icews_row(**values: str) -> list[str]:
    """Iran's police arrest citizens of Russia, as ICEWS would have it."""
    given = {
        "Event ID": "901", "Event Date": "2015-03-02", "Source Name": "Police (Iran)",
        "Source Sectors": "Government,Police", "Source Country": "Iran",
        "Event Text": "Arrest, detain, or charge with legal action", "CAMEO Code": "173",
        "Target Name": "Citizen (Russia)",
        "Target Sectors": "General Population / Civilian / Social",
        "Target Country": "Russian Federation", "Story ID": "555", "Sentence Number": "2",
        "Publisher": "The Courier", "City": "Rasht", "Country": "Iran",
    }  # fmt: skip
    return row(icews.COLUMNS, given | values)


def daily_row(**values: str) -> list[str]:
    """A visit, as the daily Phoenix would have it."""
    given = {
        "EventID": "2016_1", "Date": "20160405", "SourceActorFull": "TURGOV",
        "SourceActorEntity": "TUR", "SourceActorRole": "GOV", "TargetActorFull": "AZE",
        "TargetActorEntity": "AZE", "EventCode": "042", "LocationName": "Baku",
        "CountryCode": "AZE", "SentenceID": "abc_4", "URLs": "http://courier.example/1",
        "NewsSources": "courier",
    }  # fmt: skip
    return row(phoenix.DAILY, given | values)


def historical_row(**values: str) -> list[str]:
    """A protest, as the Historical Phoenix would have it."""
    given = {
        "eid": "NYT9_1", "story_date": "1979-02-01", "source": "IRNCVL", "source_root": "IRN",
        "source_agent": "CVL", "target": "IRNGOV", "target_root": "IRN", "target_agent": "GOV",
        "code": "141", "placename": "Tehran", "countryname": "IRN", "aid": "9",
    }  # fmt: skip
    return row(HISTORICAL, given | values)


def tabs(path: Path, *rows: Iterable[str], head: Iterable[str] = ()) -> Path:
    """A table with tabs, packed as the name says."""
    lines = ["\t".join(r) for r in ([list(head)] if head else []) + [list(r) for r in rows]]
    data = ("\n".join(lines) + "\n").encode()
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(data))
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("inner.CSV", data)
    else:
        path.write_bytes(data)
    return path


def entered(folder: Path, format_: str, path: Path) -> tuple[Imported, Reader]:
    """A ledger with that table."""
    place = open_folder(folder)
    reader = Reader(place)
    return import_table(Writer(place), reader, format_, path, code="0.1"), reader
