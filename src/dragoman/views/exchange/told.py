# The one query behind the exports that have an object for each event: the event, its parties,
# its report and the claims that carry it, the innermost first.
"""Events with everything that is known of each, in a form that several formats share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.ledger.outgoing import PAGED, rows
from dragoman.ledger.query import Reader

Plain = dict[str, Any]
#: Characters on either side of a quotation that help to find it again.
AROUND = 32
_PARTY = (
    "{'text': text, 'start': start, 'end': \"end\", 'name': name, 'code': code, "
    "'country': country, 'sector': sector}"
)
#: Columns of every row: those of the report, of the claim that carries it, and what stands around.
_REPORT = """
    r.report_id, r.name AS report, r.title, r.author, r.outlet, r.published, r.url, r.language,
    r.text_id, r.sha256, r.entered, runs.code AS version
"""
_EVENTS = f"""
    WITH sides AS (
        SELECT event_id,
            list({_PARTY} ORDER BY position) FILTER (role = 'actor') AS actor,
            list({_PARTY} ORDER BY position) FILTER (role = 'recipient') AS recipient
        FROM parties WHERE {PAGED} GROUP BY event_id
    )
    SELECT
        e.id, e.type, e.mode, e.contexts, e.quad, e.score, e.status, e.historical, e.date,
        e.date_precision, e.day, e.last_day, e.location, e.trigger, e.trigger_start,
        e.trigger_end, e.evidence, e.start, e."end", e.rule, e.confidence, e.reciprocal,
        e.happening_id, e.verdict, e.claim_id, c.stance, c.speaker, c.speaker_name, c.speaker_code, c.cue,
        c.content, c.content_start, c.content_end, c.quoted,
        sides.actor, sides.recipient,
        substring(r.text, greatest(e.start - {AROUND}, 0) + 1, least(e.start, {AROUND})) AS before,
        substring(r.text, e."end" + 1, {AROUND}) AS after, {_REPORT}
    FROM (SELECT * FROM events WHERE {PAGED}) e
    JOIN (SELECT * FROM reports WHERE {PAGED}) r USING (report_id)
    LEFT JOIN runs USING (run_id)
    LEFT JOIN (SELECT * FROM claims WHERE {PAGED}) c ON c.id = e.claim_id
    LEFT JOIN sides ON sides.event_id = e.id
    ORDER BY e.report_id, e.position
"""  # noqa: S608  (constants)
_CLAIMS = f"""
    SELECT
        c.id, c.stance, c.speaker, c.speaker_name, c.speaker_code, c.cue, c.content,
        c.content_start AS start, c.content_end AS "end", c.quoted, c.parent_id, c.event_ids,
        substring(r.text, greatest(c.content_start - {AROUND}, 0) + 1, least(c.content_start, {AROUND})) AS before,
        substring(r.text, c.content_end + 1, {AROUND}) AS after, {_REPORT}
    FROM (SELECT * FROM claims WHERE {PAGED}) c
    JOIN (SELECT * FROM reports WHERE {PAGED}) r USING (report_id)
    LEFT JOIN runs USING (run_id)
    ORDER BY c.report_id, c.position
"""  # noqa: S608  (constants)


def events(reader: Reader) -> Iterator[Plain]:
    """Yield every event: its columns, ``actor`` and ``recipient`` (parties of the schema of a
    reading), the claim that carries it, its report, and the text ``before`` and ``after`` it.
    """
    for row in rows(reader, _EVENTS):
        row["actor"] = row["actor"] or []
        row["recipient"] = row["recipient"] or []
        row["contexts"] = row["contexts"] or []
        yield row


def claims(reader: Reader) -> Iterator[Plain]:
    """Yield every claim with its report, and the text ``before`` and ``after`` it."""
    yield from rows(reader, _CLAIMS)


def iso(value: Any) -> str | None:
    """A day or a moment as ISO text."""
    return None if value is None else str(value.isoformat())


def known(values: Mapping[str, Any]) -> Plain:
    """*values* without what is unknown."""
    return {key: value for key, value in values.items() if value not in (None, [], {})}
