-- Which event of the readings of today each judgement names, and the views of what is seen then. Run
-- only where there are judgements of events or mentions. verdicts.py gives the table `held`: judgements
-- that hold, n = 0 the newest; and the table `apart`: characters that do not mean a code.
--
-- An event is found by its id; else by trigger and type; else by its characters and type: one alone, or
-- none. What is said of one report holds for its near-copies where they say the same in the same words.
CREATE TEMP TABLE chosen AS
WITH kin AS (
    SELECT h.n, o.report_id, o.report_id = h.report_id AS own
    FROM held h JOIN reports r ON r.report_id = h.report_id JOIN reports o ON o.text_id = r.text_id
),
candidates AS (
    SELECT
        h.n, h.id AS judgement, h.verdict, k.own, e.reading_id, e.report_id, e.id,
        e.type = h.type AND e.status = h.status AND list_sort(e.actors) = list_sort(h.actor)
            AND list_sort(e.recipients) = list_sort(h.recipient) AS same,
        CASE
            WHEN NOT k.own THEN CASE WHEN e.evidence = h.words AND same THEN 4 END
            WHEN e.id = h.event_id THEN 1
            WHEN e.trigger_start = h.trigger_start AND e.trigger_end = h.trigger_end
                AND e.type IN (h.type, h.new_type) THEN 2
            WHEN e.start = h.start AND e."end" = h."end" AND e.type = h.type THEN 3
        END AS rank
    FROM held h JOIN kin k USING (n)
    JOIN (SELECT * FROM raw_events SEMI JOIN current_readings USING (reading_id)) AS e ON e.report_id = k.report_id
),
best AS (
    SELECT * FROM candidates WHERE rank IS NOT NULL
    QUALIFY rank = min(rank) OVER (PARTITION BY n, reading_id)
),
alone AS (
    SELECT * FROM best QUALIFY count(*) OVER (PARTITION BY n, reading_id) = 1
),
-- The newest of an event holds; what was said of this very report goes before what was said of a copy.
newest AS (
    SELECT * FROM alone QUALIFY row_number() OVER (PARTITION BY reading_id, id ORDER BY own DESC, n) = 1
)
-- Who accepted an event accepted it as it stood: read otherwise since, it is to be judged again.
SELECT n, judgement, verdict, own, reading_id, report_id, id FROM newest WHERE verdict <> 'accept' OR same;

-- Parties and speakers whose characters hold a mention that does not mean the code.
CREATE TEMP TABLE parted AS
SELECT p.reading_id, p.event_id, p.role, p.position, a.code, a.other
FROM raw_parties p SEMI JOIN current_readings USING (reading_id)
JOIN apart a ON a.report_id = p.report_id
    AND ((p.start <= a.start AND p."end" >= a."end") OR (p.start >= a.start AND p."end" <= a."end"))
    AND (p.code = a.code OR starts_with(p.code, a.code || '-'));

CREATE TEMP TABLE parted_speakers AS
SELECT c.reading_id, c.id, any_value(a.code) AS code, any_value(a.other || substr(c.speaker_code, length(a.code) + 1)) AS new_code
FROM raw_claims c SEMI JOIN current_readings USING (reading_id)
JOIN apart a ON a.report_id = c.report_id
    AND ((c.speaker_start <= a.start AND c.speaker_end >= a."end") OR (c.speaker_start >= a.start AND c.speaker_end <= a."end"))
    AND (c.speaker_code = a.code OR starts_with(c.speaker_code, a.code || '-'))
GROUP BY c.reading_id, c.id;

-- verdict is NULL where only a party or a speaker of it is another one. mended: its rows are made anew.
CREATE TABLE verdicts AS
WITH touched AS (
    SELECT reading_id, event_id AS id FROM parted
    UNION
    SELECT e.reading_id, e.id FROM raw_events e
    JOIN parted_speakers s ON s.reading_id = e.reading_id AND s.id = e.claim_id
)
SELECT
    coalesce(c.reading_id, t.reading_id) AS reading_id, coalesce(c.id, t.id) AS id, c.n, c.verdict,
    coalesce(c.verdict = 'correct' OR (t.id IS NOT NULL AND c.verdict <> 'reject'), true) AS mended
FROM chosen c FULL JOIN touched t ON t.reading_id = c.reading_id AND t.id = c.id;

CREATE TABLE mended_events AS SELECT * FROM judged_events LIMIT 0;
CREATE TABLE mended_parties AS SELECT * FROM judged_parties LIMIT 0;
CREATE TABLE mended_acts AS SELECT * FROM judged_acts LIMIT 0;

CREATE OR REPLACE VIEW judged_events AS
SELECT e.* REPLACE (CASE WHEN v.verdict = 'accept' THEN 1.0 ELSE e.confidence END AS confidence), v.verdict
FROM raw_events e SEMI JOIN current_readings USING (reading_id)
LEFT JOIN verdicts v ON v.reading_id = e.reading_id AND v.id = e.id
WHERE v.id IS NULL OR (NOT v.mended AND v.verdict = 'accept')
UNION ALL SELECT * FROM mended_events SEMI JOIN current_readings USING (reading_id);

CREATE OR REPLACE VIEW judged_parties AS
SELECT p.*
FROM raw_parties p SEMI JOIN current_readings USING (reading_id)
LEFT JOIN verdicts v ON v.reading_id = p.reading_id AND v.id = p.event_id
WHERE v.id IS NULL OR (NOT v.mended AND v.verdict = 'accept')
UNION ALL SELECT * FROM mended_parties SEMI JOIN current_readings USING (reading_id);

CREATE OR REPLACE VIEW judged_acts AS
SELECT a.* REPLACE (CASE WHEN v.verdict = 'accept' THEN 1.0 ELSE a.confidence END AS confidence)
FROM raw_acts a SEMI JOIN current_readings USING (reading_id)
LEFT JOIN verdicts v ON v.reading_id = a.reading_id AND v.id = a.event_id
WHERE v.id IS NULL OR (NOT v.mended AND v.verdict = 'accept')
UNION ALL SELECT * FROM mended_acts SEMI JOIN current_readings USING (reading_id);

CREATE TEMP TABLE rejected AS
SELECT reading_id, list(id) AS ids FROM verdicts WHERE verdict = 'reject' GROUP BY reading_id;

CREATE OR REPLACE VIEW judged_claims AS
SELECT c.* REPLACE (
    CASE WHEN s.id IS NOT NULL THEN s.new_code ELSE c.speaker_code END AS speaker_code,
    CASE WHEN s.id IS NOT NULL THEN NULL ELSE c.speaker_name END AS speaker_name,
    CASE WHEN r.ids IS NULL THEN c.event_ids
        ELSE list_filter(c.event_ids, lambda one: NOT list_contains(r.ids, one)) END AS event_ids
)
FROM raw_claims c SEMI JOIN current_readings USING (reading_id)
LEFT JOIN parted_speakers s ON s.reading_id = c.reading_id AND s.id = c.id
LEFT JOIN rejected r ON r.reading_id = c.reading_id;

-- What passes between the sides of an event that is not so, in the same words, does not pass so either.
-- What passes instead nobody said.
CREATE TEMP TABLE moved AS
SELECT e.reading_id, e.start, e."end", list_concat(e.actors, e.recipients) AS codes
FROM verdicts v JOIN raw_events e ON e.reading_id = v.reading_id AND e.id = v.id LEFT JOIN held h ON h.n = v.n
WHERE v.verdict = 'reject' OR h.moves
    OR EXISTS (SELECT 1 FROM parted p WHERE p.reading_id = v.reading_id AND p.event_id = v.id);

CREATE OR REPLACE VIEW judged_transfers AS
SELECT * FROM raw_transfers t SEMI JOIN current_readings USING (reading_id)
WHERE NOT EXISTS (
    SELECT 1 FROM moved m
    WHERE m.reading_id = t.reading_id AND m.start < t."end" AND t.start < m."end"
        AND list_contains(m.codes, t.supplier) AND list_contains(m.codes, t.recipient)
);

CREATE OR REPLACE VIEW judged_mentions AS
SELECT m.* REPLACE (
    CASE WHEN a.code IS NULL THEN m.code ELSE a.other || substr(m.code, length(a.code) + 1) END AS code
)
FROM raw_mentions m SEMI JOIN current_readings USING (reading_id)
LEFT JOIN apart a ON a.report_id = m.report_id AND m.start = a.start AND m."end" = a."end"
    AND (m.code = a.code OR starts_with(m.code, a.code || '-'));
