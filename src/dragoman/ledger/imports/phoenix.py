# Phoenix, two tables of that name.
# - Open Event Data Alliance (phoenixdata.org, daily): 26 columns, tabs, no head.
# - Cline Center Historical Phoenix (University of Illinois): commas, a head, lower-case names;
#   an actor is a code of CAMEO whose root and agent stand in columns of their own.
# Both give the day of the story as the event's; the second names it so (story_date).
"""Events of Phoenix."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.ledger.imports.actors import Side, from_cameo
from dragoman.ledger.imports.table import Event, Layout, coded, day, figures, joined, sides

DAILY = (
    "EventID", "Date", "Year", "Month", "Day", "SourceActorFull", "SourceActorEntity",
    "SourceActorRole", "SourceActorAttribute", "TargetActorFull", "TargetActorEntity",
    "TargetActorRole", "TargetActorAttribute", "EventCode", "EventRootCode", "PentaClass",
    "GoldsteinScore", "Issues", "Lat", "Lon", "LocationName", "StateName", "CountryCode",
    "SentenceID", "URLs", "NewsSources",
)  # fmt: skip
HISTORICAL = (
    "eid", "story_date", "source", "source_root", "source_agent", "source_others", "target",
    "target_root", "target_agent", "target_others", "code",
)  # fmt: skip


def read_daily(row: Mapping[str, str]) -> Event:
    """One row of the Open Event Data Alliance.

    Raises: BadRowError, NoEventError.
    """
    code, meaning = coded(row["EventCode"])
    url, outlet = _single(row["URLs"]), _single(row["NewsSources"])
    sentence = _single(row["SentenceID"])
    story = sentence.rpartition("_")[0] if sentence else ""
    return Event(
        id=row["EventID"],
        day=day(row["Date"]),
        type=meaning.type,
        mode=meaning.mode,
        contexts=meaning.contexts,
        label=f"CAMEO {code}",
        rule=f"phoenix.{code}",
        outlet=outlet,
        url=url if url and "://" in url else None,
        document=url or (f"story {story}" if story else None),
        location=joined(row["LocationName"], row["StateName"], row["CountryCode"]),
        kept=figures(row, "GoldsteinScore", "Issues", "SentenceID", "URLs", "NewsSources"),
        **sides([_daily(row, "Source")], [_daily(row, "Target")]),
    )


def read_historical(row: Mapping[str, str]) -> Event:
    """One row of the Cline Center.

    Raises: BadRowError, NoEventError.
    """
    code, meaning = coded(row["code"])
    published = day(row["story_date"])
    article = row.get("aid", "").strip()
    return Event(
        id=row["eid"],
        day=published,
        type=meaning.type,
        mode=meaning.mode,
        contexts=meaning.contexts,
        label=f"CAMEO {code}",
        rule=f"phoenix.{code}",
        published=published,
        document=f"article {article}" if article else None,
        location=joined(*(row.get(n, "") for n in ("placename", "statename", "countryname"))),
        kept=figures(row, "goldstein", "joined_issues", "aid", "process"),
        **sides([_historical(row, "source")], [_historical(row, "target")]),
    )


def _daily(row: Mapping[str, str], which: str) -> Side | None:
    role, more = row[f"{which}ActorRole"], row[f"{which}ActorAttribute"]
    return _coded(row[f"{which}ActorFull"], row[f"{which}ActorEntity"], role, more)


def _historical(row: Mapping[str, str], which: str) -> Side | None:
    agent, more = row[f"{which}_agent"], row[f"{which}_others"]
    return _coded(row[which], row[f"{which}_root"], agent, more)


def _coded(full: str, root: str, role: str, more: str) -> Side | None:
    """A code in its parts. What stands in none of them, or in several, is not placed."""
    full, root, role, more = (part.strip().strip("-") for part in (full, root, role, more))
    roles = tuple(filter(None, (*role.split(";"), *more.split(";"))))
    if root in ("IGO", "NGO", "IMG", "MNC"):
        return from_cameo(full, "", roles[0] if len(roles) == 1 else "", ())
    placed = f"{root}{''.join(roles)}" == full or not full
    return from_cameo(full or root, root, "", roles, others=not placed)


def _single(text: str) -> str | None:
    """The one thing in a list, or None where there are several."""
    parts = [part.strip() for part in text.replace(",", ";").split(";") if part.strip()]
    return parts[0] if len(parts) == 1 else None


DAILY_LAYOUT = Layout(
    title="Phoenix",
    columns=lambda first: DAILY if len(first) == len(DAILY) else None,
    head=lambda first: first[0] == "EventID",
    read=read_daily,
)
HISTORICAL_LAYOUT = Layout(
    title="Historical Phoenix",
    columns=lambda first: tuple(first) if set(HISTORICAL) <= set(first) else None,
    head=lambda _: True,
    read=read_historical,
    separator=",",
)
