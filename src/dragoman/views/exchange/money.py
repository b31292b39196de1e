# FollowTheMoney (followthemoney.tech): a report is an Article, a code a PublicBody, an
# Organization or a LegalEntity, an event an Event that its Article proves. Who did it to whom is
# an UnknownLink from the one to the other, since an Event knows only who is involved.
# Rule 1: properties and their types are those of PROPERTIES, which a test holds to the schema.
# Rule 2: only coded parties are entities. Words without a code stay in the event's summary.
"""Reports, actors and events as FollowTheMoney entities."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from hashlib import sha1
from pathlib import Path
from typing import Any

from dragoman.alphabet.lexfile import ALMANAC
from dragoman.alphabet.lexfile import rows as lines
from dragoman.entities.register import load_register
from dragoman.ledger.outgoing import PAGED, rows
from dragoman.ledger.query import Reader
from dragoman.views.exchange.told import events, iso

Plain = dict[str, Any]
_ACTOR = {"name": "name", "country": "country", "classification": "string"}
#: Schema → property → its type; what is written and nothing else.
PROPERTIES: Mapping[str, Mapping[str, str]] = {
    "Article": {
        "title": "string", "fileName": "string", "author": "string", "publisher": "string",
        "publishedAt": "date", "language": "language", "sourceUrl": "url",
    },
    "PublicBody": _ACTOR,
    "Organization": _ACTOR,
    "LegalEntity": _ACTOR,
    "Event": {
        "name": "name", "summary": "text", "date": "date", "startDate": "date", "endDate": "date",
        "location": "address", "involved": "entity", "proof": "entity", "publisher": "string",
        "sourceUrl": "url", "recordId": "string", "keywords": "string", "notes": "text",
    },
    "UnknownLink": {
        "subject": "entity", "object": "entity", "role": "string", "date": "date",
        "startDate": "date", "endDate": "date", "summary": "text", "proof": "entity",
        "recordId": "string", "sourceUrl": "url",
    },
}  # fmt: skip
#: Sectors of the state itself.
_PUBLIC = frozenset({None, "GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_ORGANISED = frozenset({"REB", "PTY", "OPP", "PRM", "BUS", "MED", "JRN", "EDU", "LAB", "CRM"})
_LANGUAGES = {"en": "eng"}
_REPORTS = f"""
    SELECT report_id, name, title, author, outlet, published, url, language, entered
    FROM reports WHERE {PAGED} ORDER BY report_id
"""  # noqa: S608  (a constant)
_CODES = """
    SELECT code, max(country) AS country, max(sector) AS sector, min(name) AS name
    FROM parties WHERE code IS NOT NULL GROUP BY code ORDER BY code
"""


def write_money(reader: Reader, path: Path) -> int:
    """Write the entities of a ledger, one JSON object a line; return how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for made, _ in entities(reader):
            file.write(json.dumps(made, ensure_ascii=False) + "\n")
            count += 1
    return count


def entities(reader: Reader) -> Iterator[tuple[Plain, Plain]]:
    """Yield every entity with where it comes from: "origin" (a report's id) and "seen" (ISO).

    First actors, then reports, then events and links: what is named was there before.
    """
    for row in rows(reader, _CODES):
        yield actor(row), {"origin": None, "seen": None}
    for row in rows(reader, _REPORTS):
        yield _article(row), {"origin": row["report_id"], "seen": _second(row["entered"])}
    for row in events(reader):
        where = {"origin": row["report_id"], "seen": _second(row["entered"])}
        for made in event(row):
            yield made, where


def _second(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def actor_id(code: str) -> str:
    """The id of the entity of a code."""
    return f"actor-{code}"


def actor(row: Plain) -> Plain:
    """The entity of one code."""
    code, sector = row["code"], row["sector"]
    head = code.split("-", maxsplit=1)[0]
    state = load_register().names.get(head)
    if state is None:
        schema, name = "Organization", row["name"] or code
    else:
        schema = "PublicBody" if sector in _PUBLIC else "Organization"
        if sector not in _PUBLIC | _ORGANISED:
            schema = "LegalEntity"
        name = state if code == head else f"{state} ({code.removeprefix(f'{head}-')})"
    country = load_countries().get(row["country"] or head)
    return _entity(actor_id(code), schema, name=name, country=country, classification=sector)


def event(row: Plain) -> Iterator[Plain]:
    """The entities of one event (``told.events``): itself, and a link for each two it joins."""
    sides = [
        list(dict.fromkeys(p["code"] for p in row[side] if p["code"]))
        for side in ("actor", "recipient")
    ]
    time = _time(row)
    shared = {
        "summary": row["evidence"], "proof": row["report_id"], "recordId": row["id"],
        "sourceUrl": row["url"], **time,
    }  # fmt: skip
    said = f"{row['speaker_code'] or row['speaker'] or 'nobody named'} {row['stance']}"
    act = row["type"] if row["status"] == "actual" else f"{row['type']} ({row['status']})"
    yield _entity(
        row["id"],
        "Event",
        name=" ".join(filter(None, (", ".join(sides[0]), act, ", ".join(sides[1])))),
        location=row["location"],
        involved=[actor_id(code) for code in dict.fromkeys((*sides[0], *sides[1]))],
        publisher=row["outlet"],
        keywords=[k for k in (row["type"], row["mode"], row["status"], *row["contexts"]) if k],
        notes=said if row["claim_id"] else None,
        **shared,
    )
    joined = [(a, b) for a in sides[0] for b in sides[1]]
    if row["reciprocal"] and not sides[1]:
        joined = [(a, b) for k, a in enumerate(sides[0]) for b in sides[0][k + 1 :]]
    for a, b in joined:
        if a != b:
            key = sha1(f"{row['id']} {a} {b}".encode(), usedforsecurity=False).hexdigest()
            role = f"{act}; {said}" if row["claim_id"] else act
            ends = {"subject": actor_id(a), "object": actor_id(b), "role": role}
            yield _entity(f"link-{key}", "UnknownLink", **ends, **shared)


def _time(row: Plain) -> dict[str, str | None]:
    """Its own date: one day, month or year, or the ends of a span."""
    value = row["date"]
    if not value:
        return {}
    if "/" not in value:
        return {"date": value}
    first, last = (None if side == ".." else side for side in value.split("/", 1))
    return {"startDate": first, "endDate": last}


def _article(row: Plain) -> Plain:
    return _entity(
        row["report_id"],
        "Article",
        title=row["title"],
        fileName=row["name"].rpartition("/")[2],
        author=row["author"],
        publisher=row["outlet"],
        publishedAt=iso(row["published"]),
        language=_LANGUAGES.get(row["language"]),
        sourceUrl=row["url"],
    )


def _entity(identity: str, schema: str, **values: str | list[str] | None) -> Plain:
    """An entity; every property is a list, and none is empty."""
    properties = {
        name: list(dict.fromkeys(value)) if isinstance(value, list) else [value]
        for name, value in values.items()
        if value
    }
    unknown = properties.keys() - PROPERTIES[schema].keys()
    if unknown:
        raise ValueError(f"{schema} has no {', '.join(sorted(unknown))}")
    return {"id": identity, "schema": schema, "properties": properties}


@cache
def load_countries() -> Mapping[str, str]:
    """Code → FollowTheMoney's code of a country."""
    path = ALMANAC / "exchange" / "countries.csv"
    return {row["code"]: row["country"] for _, row in lines(path, ("code", "country"))}
