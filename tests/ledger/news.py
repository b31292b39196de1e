# A ledger of generated news of any size, written straight as the tables that enter.py writes:
# entering ten million events one by one takes hours.
# Rule 1: what the tables hold is what enter() would have written for readings of the same reports.
#   test_derived.py makes some anew and compares them row by row.
# Rule 2: worst case for pruning: reports come in no order of days, pairs or texts.
"""Generated ledgers: states, stories, several reports of each, claims and denials."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

from dragoman.ledger.enter import PACKED
from dragoman.ledger.folder import open_folder
from dragoman.ledger.tables import SCHEMAS

#: Events of a report, and reports that tell of one story; the first two in the same words.
EVENTS, TOLD = 4, 3
#: Events of one commit.
STEP = 1_000_000
#: Each event of the reports from $first to $last, by draws that depend on story and slot alone,
#: so that all reports of a story tell of the same; a few states do most.
_DRAWN = """
CREATE OR REPLACE TEMP TABLE drawn AS
WITH numbers AS (
    SELECT r, r // 3 AS story, r % 3 // 2 AS variant, slot, story * 4 + slot AS x,
        (hash(r, 1) >> 1)::BIGINT AS reading_id, 'report-' || lpad(to_hex(hash(r, 2)), 16, '0') AS report_id,
        'text-' || lpad(to_hex(hash(story, variant)), 16, '0') AS text_id,
        DATE '2004-01-01' + (hash(story, 3) % (20 * 365))::INTEGER AS broke, broke + variant::INTEGER AS published
    FROM range($first, $last) t(r), range(4) u(slot)
),
who AS (
    SELECT *,
        ($states * pow(hash(x, 4) % 1000003 / 1000003.0, 2))::INTEGER AS s, ($states * pow(hash(x, 5) % 1000003 / 1000003.0, 2))::INTEGER AS t0,
        if(s = t0, (t0 + 1) % $states, t0) AS t, (t + 1 + hash(x, 6)::UBIGINT % 100)::INTEGER % $states AS u0, if(u0 = s, (s + 7) % $states, u0) AS u,
        hash(x, 7) % 100 AS shape, hash(x, 8) % 100 AS telling, hash(x, variant, 9) % 100 AS saying, hash(x, 10) % 100 AS dating,
        hash(x, 11) % 100 < 80 AS usual, (hash(x, 12) % 4)::INTEGER + 1 AS which
    FROM numbers
),
coded AS (
    SELECT *,
        chr(65 + s // 26) || chr(65 + s % 26) || 'A' AS one, chr(65 + t // 26) || chr(65 + t % 26) || 'A' AS two,
        chr(65 + u // 26) || chr(65 + u % 26) || 'A' AS three,
        shape BETWEEN 10 AND 14 AS mutual,
        CASE WHEN mutual THEN [one, two] WHEN shape BETWEEN 20 AND 39 THEN [one || '-MIL'] ELSE [one] END AS actors,
        CASE WHEN mutual OR shape < 5 THEN [] WHEN shape BETWEEN 90 AND 99 AND u <> t THEN [two, three] ELSE [two] END::VARCHAR[] AS recipients,
        CASE WHEN mutual THEN 'CONSULT' WHEN (s % 2 = t % 2) = usual THEN (['AID', 'SUPPORT', 'AGREE', 'COOPERATE'])[which]
             ELSE (['ASSAULT', 'ACCUSE', 'SANCTION', 'REJECT'])[which] END AS type,
        CASE WHEN telling < 80 THEN 'actual' WHEN telling < 90 THEN 'possible' WHEN telling < 95 THEN 'negated' ELSE 'requested' END AS status,
        CASE WHEN dating < 60 THEN strftime(broke - (dating % 4)::INTEGER, '%Y-%m-%d') WHEN dating < 63 THEN strftime(broke, '%Y-%m')
             WHEN dating < 64 THEN strftime(broke, '%Y') END AS date,
        saying < 50 AS claimed, CASE WHEN saying < 4 THEN 'denies' WHEN saying < 8 THEN 'accuses' ELSE 'asserts' END AS stance,
        CASE WHEN saying < 20 THEN one WHEN saying < 30 THEN two WHEN saying < 40 THEN three END AS speaker,
        list_aggregate(actors, 'string_agg', ' and ') AS subject, lower(type) || 's' AS verb,
        subject || ' ' || verb || coalesce(' ' || list_aggregate(recipients, 'string_agg', ' and '), '') AS evidence,
        evidence || if(claimed, ', ' || coalesce(speaker, 'an official') || ' said.', format('. Wire {} {}.', x, variant)) AS sentence
    FROM who
)
SELECT *, coalesce(sum(length(sentence) + 1) OVER (PARTITION BY r ORDER BY slot ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::INTEGER AS start,
    start + length(evidence) AS "end", 'event-' || slot AS id, if(claimed, 'claim-' || slot, NULL) AS claim_id,
    CASE type WHEN 'AID' THEN 10 WHEN 'SUPPORT' THEN 5 WHEN 'CONSULT' THEN 2.5 WHEN 'COOPERATE' THEN 9.5 WHEN 'AGREE' THEN 7
        WHEN 'ASSAULT' THEN -9 WHEN 'ACCUSE' THEN -3 WHEN 'SANCTION' THEN -6 ELSE -2 END::DOUBLE AS score,
    CASE WHEN length(date) = 4 THEN make_date(date::INTEGER, 1, 1) WHEN length(date) = 7 THEN (date || '-01')::DATE ELSE date::DATE END AS day,
    CASE WHEN length(date) = 4 THEN make_date(date::INTEGER, 12, 31) WHEN length(date) = 7 THEN last_day((date || '-01')::DATE) ELSE date::DATE END AS last_day,
    CASE WHEN len(recipients) = 0 AND NOT mutual THEN 'happening-' || substr(md5(text_id || id), 1, 16)
        ELSE 'happening-' || substr(md5(concat_ws(' ', least(one, if(mutual, two, one)), if(mutual, greatest(one, two), list_aggregate(list_sort(recipients), 'string_agg', ',')), type, status, coalesce(date, published::VARCHAR))), 1, 16)
    END AS happening_id
FROM coded
"""
_TABLES = {
    "events": """
        SELECT report_id, reading_id, slot::INTEGER AS position, id, type, NULL AS mode, []::VARCHAR[] AS contexts, CASE WHEN score > 0 THEN 2 ELSE 3 END::INTEGER AS quad,
            score, status, false AS historical, date, CASE length(date) WHEN 4 THEN 'year' WHEN 7 THEN 'month' WHEN 10 THEN 'day' END AS date_precision,
            NULL AS location, verb AS trigger, (start + length(subject) + 1)::INTEGER AS trigger_start, (start + length(subject) + 1 + length(verb))::INTEGER AS trigger_end,
            evidence, start, "end", lower(type) || '.generated' AS rule, 0.8::DOUBLE AS confidence, claim_id, mutual AS reciprocal,
            day, last_day, actors, recipients, happening_id, NULL AS more
        FROM drawn ORDER BY r, slot""",
    "parties": """
        SELECT report_id, reading_id, position::INTEGER - 1 AS position, code AS text, (start + strpos(evidence, code) - 1)::INTEGER AS start,
            (start + strpos(evidence, code) - 1 + length(code))::INTEGER AS "end", code AS name, code, code[:3] AS country, nullif(code[5:], '') AS sector,
            id AS event_id, role, code[:3] AS place, NULL AS more
        FROM (
            SELECT *, 'actor' AS role, unnest(actors) AS code, generate_subscripts(actors, 1) AS position FROM drawn
            UNION ALL
            SELECT *, 'recipient', unnest(recipients), generate_subscripts(recipients, 1) FROM drawn
        ) ORDER BY r, slot, role, position""",
    "claims": """
        SELECT report_id, reading_id, (row_number() OVER (PARTITION BY r ORDER BY slot) - 1)::INTEGER AS position, claim_id AS id, coalesce(speaker, 'an official') AS speaker, ("end" + 2)::INTEGER AS speaker_start,
            ("end" + 2 + length(coalesce(speaker, 'an official')))::INTEGER AS speaker_end, speaker AS speaker_name, speaker AS speaker_code,
            'said' AS cue, (start + length(sentence) - 5)::INTEGER AS cue_start, (start + length(sentence) - 1)::INTEGER AS cue_end,
            evidence AS content, start AS content_start, "end" AS content_end, stance, false AS quoted, NULL AS parent_id, [id] AS event_ids, NULL AS more
        FROM drawn WHERE claimed ORDER BY r, slot""",
    "acts": """
        SELECT report_id, reading_id, id AS event_id, text_id, happening_id, actor[:3] AS source, recipient[:3] AS target, actor, recipient, 1.0::DOUBLE AS share,
            mutual, type, NULL AS mode, score, status, false AS historical, coalesce(day, published) AS day, published, 'Wire ' || r % 50 AS outlet,
            0.8::DOUBLE AS confidence, claim_id, if(claimed, stance, NULL) AS stance, if(claimed, speaker, NULL) AS speaker, 'act' AS kind
        FROM (
            SELECT *, actors[1] AS actor, unnest(recipients) AS recipient, generate_subscripts(recipients, 1) AS n FROM drawn
            UNION ALL
            SELECT *, unnest(actors) AS actor, unnest(list_reverse(actors)) AS recipient, generate_subscripts(actors, 1) FROM drawn WHERE mutual
        ) ORDER BY r, slot, n""",
    # Of each twentieth story the two texts are near-copies.
    "copies": """
        SELECT NULL::BIGINT AS reading_id, 'text-' || lpad(to_hex(hash(story, 1)), 16, '0') AS text_id, text_id AS other,
            0.98::DOUBLE AS part, 0.9::DOUBLE AS words, 0.9::DOUBLE AS marks
        FROM drawn WHERE r % 3 = 0 AND slot = 0 AND story % 20 = 0""",
    "reports": """
        SELECT report_id, reading_id, 1 AS edition, 'news/' || r AS name, 'Wire ' || r % 50 AS outlet, NULL AS url, NULL AS title, NULL AS author,
            any_value(published) AS published, 'the user' AS dated_by, 'en' AS language, string_agg(sentence, ' ' ORDER BY slot) AS text, []::VARCHAR[] AS notes,
            sha256(string_agg(sentence, ' ' ORDER BY slot)) AS sha256, NULL AS source_sha256, NULL::INTEGER AS record, NULL::BIGINT AS record_offset,
            NULL::TIMESTAMPTZ AS taken, TIMESTAMPTZ '2025-01-01 00:00:00+00' AS entered, 'run-generated' AS run_id, any_value(text_id) AS text_id,
            NULL::BIGINT[] AS minhash, NULL AS more
        FROM drawn GROUP BY r, report_id, reading_id ORDER BY r""",
}  # fmt: skip


def make(folder: Path, events: int, *, step: int = STEP, states: int = 250) -> Path:
    """Make a ledger of that many *events* (rounded down to whole reports); return its folder.

    Args:
        folder: where there is nothing yet.
        step: events of one commit, which becomes one file of each table.
        states: how many act, a few of them most of the time.
    """
    ledger = open_folder(folder)
    grow(ledger, 0, events, step=step, states=states)
    return ledger


def grow(ledger: Path, first: int, events: int, *, step: int = STEP, states: int = 250) -> None:
    """Add *events* to a ledger of this kind that has *first* of them."""
    reports = range(first // EVENTS, (first + events) // EVENTS, step // EVENTS)
    with duckdb.connect(":memory:", config={"memory_limit": "3GB"}) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        for start in reports:
            stop = min(start + step // EVENTS, (first + events) // EVENTS)
            connection.execute(_DRAWN, {"first": start, "last": stop, "states": states})
            for table, query in _TABLES.items():
                rows = connection.sql(query).to_arrow_table()
                _append(ledger / table, rows.cast(SCHEMAS[table]))


def _append(path: Path, rows: pa.Table) -> None:
    if not path.exists():
        DeltaTable.create(str(path), schema=rows.schema)
    write_deltalake(str(path), rows, mode="append", writer_properties=PACKED)
