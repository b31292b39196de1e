# Which threats a ledger tells of, for what-if: those coded as events, and those told only in a speaker's words.
"""Threats that bear on two places, each with its condition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.ledger.pieces import claims_of, events_of
from dragoman.ledger.query import Reader
from dragoman.structure.conditions import condition_in, spoken_threats

#: How many are looked at of each kind, the newest first.
MOST = 30
_CODED = """
    SELECT event_id FROM acts
    WHERE type = 'THREATEN' AND kind = 'act' AND status <> 'negated'
        AND ((day IS NULL AND $first::DATE IS NULL AND $after::DATE IS NULL)
            OR (day >= coalesce($first::DATE, day) AND day < coalesce($after::DATE, day + 1)))
        AND (source IN ($a, $b) OR target IN ($a, $b))
    QUALIFY row_number() OVER (PARTITION BY happening_id ORDER BY confidence DESC, event_id) = 1
    ORDER BY day DESC NULLS LAST, event_id LIMIT $most
"""
#: A report's day stands for that of the words; copies of a text threaten once.
_SPOKEN = """
    WITH told AS (
        SELECT id, text_id, published, speaker_code, content, unnest(event_ids) AS event_id
        FROM claims_told
        WHERE stance = 'threatens' AND speaker_code IS NOT NULL
            AND ((published IS NULL AND $first::DATE IS NULL AND $after::DATE IS NULL)
                OR (published >= coalesce($first::DATE, published)
                    AND published < coalesce($after::DATE, published + 1)))
    )
    SELECT min(told.id) FROM told JOIN parties p USING (event_id)
    WHERE p.place IN ($a, $b) OR split_part(speaker_code, '-', 1) IN ($a, $b)
    GROUP BY text_id, content
    ORDER BY max(published) DESC NULLS LAST, min(told.id) LIMIT $most
"""


def threats(reader: Reader, values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the threats between two places and those around them, as events with a ``condition``.

    Args:
        values: "a" and "b", the places; "first" and "after", the window.
    Raises: LedgerError if the ledger cannot be read.
    """
    asked = {**values, "most": MOST}
    coded: list[Mapping[str, Any]] = [
        event | {"condition": condition_in(event["sentence"])}
        for event in events_of(reader, [one for (one,) in reader.rows_of(_CODED, asked)])
    ]
    wanted = {one for (one,) in reader.rows_of(_SPOKEN, asked)}
    claims = [
        claim
        for claim in claims_of(reader, {one.split("/")[0] for one in wanted})
        if f"{claim['report_id']}/{claim['id']}" in wanted
    ]
    carried = [f"{claim['report_id']}/{one}" for claim in claims for one in claim["event_ids"]]
    return coded + spoken_threats(claims, events_of(reader, carried), coded)
