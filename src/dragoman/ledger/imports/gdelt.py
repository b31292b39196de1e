# GDELT, "Data Format Codebook v2.0" (2015) and v1.03 (2013): no head, tabs, no quotation marks.
# 61 columns are the 15-minute files of 2.0, 58 the daily files of 1.0, 57 those before April
# 2013, which have no SOURCEURL. In 1.0 places have no second-level district.
# DATEADDED is when GDELT first saw it, in UTC: the day of publication, which SQLDATE is not.
# One row is what all articles of a day together say, and SOURCEURL the first of them.
"""Events of GDELT 1.0 and 2.0."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from dragoman.ledger.imports.actors import Side, from_cameo
from dragoman.ledger.imports.table import Event, Layout, coded, day, figures, sides

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
    "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_FIGURES = ("GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone", "IsRootEvent")


def _columns(geo: tuple[str, ...]) -> tuple[str, ...]:
    return (
        "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
        *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR),
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
        "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
        *(f"{place}Geo_{name}" for place in ("Actor1", "Actor2", "Action") for name in geo),
        "DATEADDED", "SOURCEURL",
    )  # fmt: skip


_SECOND = _columns(_GEO)
_FIRST = _columns(tuple(name for name in _GEO if name != "ADM2Code"))
#: Number of columns → their names.
COLUMNS = {len(_SECOND): _SECOND, len(_FIRST): _FIRST, len(_FIRST) - 1: _FIRST[:-1]}


def read(row: Mapping[str, str]) -> Event:
    """One row.

    Raises: BadRowError, NoEventError.
    """
    code, meaning = coded(row["EventCode"])
    url = row.get("SOURCEURL", "").strip()
    if "://" not in url:
        url = ""  # broadcasts and journals have other names there
    return Event(
        id=row["GlobalEventID"],
        day=day(row["Day"]),
        type=meaning.type,
        mode=meaning.mode,
        contexts=meaning.contexts,
        label=f"CAMEO {code}",
        rule=f"gdelt.{code}",
        published=day(row["DATEADDED"]),
        outlet=_host(url),
        url=url or None,
        document=url or None,
        location=row["ActionGeo_FullName"].strip() or None,
        kept=figures(row, *_FIGURES),
        **sides([_side(row, "Actor1")], [_side(row, "Actor2")]),
    )


def _side(row: Mapping[str, str], which: str) -> Side | None:
    roles = tuple(row[f"{which}Type{n}Code"] for n in (1, 2, 3) if row[f"{which}Type{n}Code"])
    others = any(row[f"{which}{name}"] for name in ("EthnicCode", "Religion1Code"))
    text = row[f"{which}Name"] or row[f"{which}Code"]
    state, group = row[f"{which}CountryCode"], row[f"{which}KnownGroupCode"]
    return from_cameo(text, state, group, roles, others=others)


def _host(url: str) -> str | None:
    """Who published it: the site of an address."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


LAYOUT = Layout(
    title="GDELT",
    columns=lambda first: COLUMNS.get(len(first)),
    head=lambda first: first[0] == "GLOBALEVENTID" or first[0] == "GlobalEventID",
    read=read,
)
