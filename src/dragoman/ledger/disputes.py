"""Quarrels over what happened: claims for and claims against one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.alphabet.ids import content_id
from dragoman.ledger import filters, keys
from dragoman.ledger.query import Reader, sql
from dragoman.ledger.rows import Plain

#: Days that two accounts of one happening may lie apart, where nothing else is asked for.
WITHIN = 30
#: In a window, or at most so many days before or after it; plain comparisons, by which files are chosen.
_NEAR = {
    "since": "latest >= $since::DATE - $within::INTEGER",
    "until": "earliest <= $until::DATE + $within::INTEGER",
}
#: Reaching out of it from inside.
_BRIDGES = """(
    coalesce(latest > $until::DATE AND happened <= $until::DATE, false)
    OR coalesce(earliest < $since::DATE AND happened >= $since::DATE, false)
)"""
#: What is told of an account: the other columns stay where they lie.
_DETAILS = """
    SELECT id, type, status, date, happened, evidence, start, "end", claim_id, stance, speaker, speaker_name,
        speaker_code, content, content_start, content_end, report_id, report, outlet, published, url, text_id
    FROM {told} SEMI JOIN (SELECT unnest($ids::VARCHAR[]) AS id) USING (id)
"""
#: What is told of a claim that denies an event which stands in other words.
_DENIALS = """
    SELECT id AS claim_id, stance, speaker, speaker_name, speaker_code, content, content_start, content_end
    FROM claims SEMI JOIN (SELECT unnest($ids::VARCHAR[]) AS id) USING (id)
"""
#: Where accounts that are kept lie: by pair, for what is asked of one; by day.
_BY_PAIR = """(
    FROM accounts_by_pair
    SEMI JOIN (SELECT unnest($lows::VARCHAR[]) AS a, unnest($highs::VARCHAR[]) AS b) USING (a, b)
)"""
#: An event, and the claim that denies it in other words, if one does.
_Key = tuple[str, str | None]
#: Days between two that are read in one go, and how often is begun anew at most.
_APART, _SPANS = 10, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """One happening that some say happened and others deny.

    *claims_for* and *claims_against* hold dicts: what was said, by whom, where. A report's own
    words, which no claim carries, have the stance "reports" and no speaker.
    """

    id: str
    type: str  #: PLOVER type of the event that is denied
    source: str  #: place that is said to have acted
    target: str | None  #: place that it acted on, where somebody says
    since: date | None  #: first day that is told of
    until: date | None
    reports: int  #: how many tell of it
    texts: int  #: how many of these are independent: near-copies are one
    claims_for: tuple[Plain, ...]  #: by publication
    claims_against: tuple[Plain, ...]

    def to_dict(self) -> Plain:
        """Plain JSON values; "claims" are those for and those against, with their "side"."""
        return {
            "id": self.id,
            "type": self.type,
            "source": self.source,
            "target": self.target,
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "reports": self.reports,
            "for": [dict(c) for c in self.claims_for],
            "against": [dict(c) for c in self.claims_against],
            "claims": [dict(c) for c in (*self.claims_for, *self.claims_against)],
            "texts": self.texts,
        }


def find_disputes(reader: Reader, wanted: Mapping[str, Any], within: int = WITHIN) -> list[Dispute]:
    """Return the disputes, those told of by most reports first.

    Args:
        wanted: actor, recipient, pair, type, since, until; None is no filter.
        within: days that two accounts may lie apart.
    Raises: LedgerError, DateError: what was asked is not understood.
    """
    values: Plain = dict.fromkeys(("source", "target", "a", "b", "type", "since", "until"))
    _, given = filters.conditions("events", wanted)
    renamed = {"actor": "source", "recipient": "target"}
    for name, value in given.items():  # quarrels are between places: IRN, whoever spoke of IRN-MIL
        is_code = name in ("actor", "recipient", "a", "b")
        values[renamed.get(name, name)] = keys.place(value) if is_code else value
    kept = reader.has("positions")
    positions = _positions(reader, {**values, "within": within}, kept)
    rows = _accounts(reader, positions, kept, of_pair=values["a"] is not None)
    made = [_dispute(group, rows) for group in _together(positions)]
    return sorted(made, key=lambda d: (-d.reports, d.since or date.max, d.id))


def _positions(reader: Reader, values: Plain, kept: bool) -> list[Plain]:
    """What contradicts, and is contradicted, of all that can have a part in what is asked."""
    near = " AND ".join(f"({test})" for end, test in _NEAR.items() if values[end])
    parts = {"near": near or "true", "bridges": _BRIDGES}
    first = last = None
    if kept and (values["since"] or values["until"]):
        own = {name: values[name] for name in ("since", "until", "within")}
        ((first, last),) = reader.rows_of(sql("bridges").format(**parts), own)
    elif values["since"] or values["until"]:
        first, last = date.min, date.max
    once = "NOT MATERIALIZED" if kept else "MATERIALIZED"
    query = sql("disputes").format(meets=sql("meets"), once=once, **parts)
    return reader.dicts(query, {**values, "first": first, "last": last})


def _accounts(
    reader: Reader, positions: list[Plain], kept: bool, *, of_pair: bool
) -> dict[_Key, Plain]:
    """The events that these positions are about, as they are told, and as they are denied in other words."""
    if not positions:
        return {}
    given: Plain = {"ids": sorted({p["event_id"] for p in positions})}
    told = "accounts"
    if kept and of_pair:
        pairs = sorted({(p["low"], p["high"]) for p in positions})
        told = _BY_PAIR
        given |= {"lows": [low for low, _ in pairs], "highs": [high for _, high in pairs]}
    elif kept:
        told, days = _by_day([p["happened"] for p in positions])
        given |= days
    rows = {row["id"]: row for row in reader.dicts(_DETAILS.format(told=told), given)}
    denials = sorted({p["denial"] for p in positions if p["denial"]})
    asked = reader.dicts(_DENIALS, {"ids": denials}) if denials else []
    by_claim = {claim["claim_id"]: claim for claim in asked}
    keys = {(p["event_id"], p["denial"]) for p in positions}
    return {(one, no): rows[one] | (by_claim[no] if no else {}) for one, no in keys}


def _by_day(days: Iterable[date | None]) -> tuple[str, Plain]:
    """The query of all accounts of about these days, and its values."""
    known = sorted({day for day in days if day})
    spans = [known[:1] * 2] if known else []
    for day in known[1:]:
        if (day - spans[-1][1]).days > _APART and len(spans) < _SPANS:
            spans.append([day, day])
        spans[-1][1] = day
    values = {
        f"{end}{n}": day
        for n, span in enumerate(spans)
        for end, day in zip(("first", "last"), span, strict=True)
    }
    parts = [f"happened BETWEEN $first{n} AND $last{n}" for n in range(len(spans))]
    read = [f"FROM accounts_by_day WHERE {part}" for part in (*parts, "happened IS NULL")]
    return f"({' UNION ALL '.join(read)})", values


def _together(positions: list[Plain]) -> list[list[Plain]]:
    """Positions that contradict one another, also by way of others, as one quarrel."""
    leader = {position["n"]: position["n"] for position in positions}

    def lead(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for position in positions:
        for opponent in (position["first"], position["last"]):
            leader[lead(position["n"])] = lead(opponent)
    groups: defaultdict[int, list[Plain]] = defaultdict(list)
    for position in positions:
        groups[lead(position["n"])].append(position)
    return list(groups.values())


def _dispute(positions: list[Plain], rows: Mapping[_Key, Plain]) -> Dispute:
    """One quarrel of its *positions*, which are in order of publication."""
    sides: dict[str, list[Plain]] = {"for": [], "against": []}
    for position in positions:
        sides[position["side"]].append(rows[position["event_id"], position["denial"]])
    for side, found in sides.items():  # an event of many parties stands there for each pair
        sides[side] = list({(row["id"], row["claim_id"]): row for row in found}.values())
    told = sides["for"] + sides["against"]
    days = [row["happened"] for row in told if row["happened"]]
    denied = sides["against"][0]
    source, target = positions[0]["source"], positions[0]["target"]
    return Dispute(
        id=content_id("dispute", source, target, positions[0]["family"], denied["id"]),
        type=denied["type"],
        source=source,
        target=target,
        since=min(days, default=None),
        until=max(days, default=None),
        reports=len({row["report_id"] for row in told}),
        texts=len({row["text_id"] for row in told}),
        claims_for=tuple(_claim(row, "for") for row in sides["for"]),
        claims_against=tuple(_claim(row, "against") for row in sides["against"]),
    )


def _claim(row: Plain, side: str) -> Plain:
    """One account of the happening as plain JSON values."""
    own = row["claim_id"] is None
    words = ("evidence", "start", "end") if own else ("content", "content_start", "content_end")
    text, start, end = (row[k] for k in words)
    return {
        "id": row["claim_id"],
        "side": side,
        "stance": "reports" if own else row["stance"],
        "speaker": {
            "text": "" if own else row["speaker"],
            "name": row["speaker_name"],
            "code": row["speaker_code"],
        },
        "content": {"text": text, "start": start, "end": end},
        "event_id": row["id"],
        "type": row["type"],
        "status": row["status"],
        "date": row["date"],
        "evidence": row["evidence"],
        "report_id": row["report_id"],
        "report": row["report"],
        "outlet": row["outlet"],
        "published": row["published"].isoformat() if row["published"] else None,
        "url": row["url"],
    }
