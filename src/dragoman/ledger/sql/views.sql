-- What is seen of the ledger: the rows that count (current.sql), and ids that are unique in the
-- ledger: <report>/<id in the reading>.
CREATE MACRO place_of(code) AS
    CASE WHEN split_part(code, '-', 1) IN ('IGO', 'NGO', 'UNK', 'IMG', 'MARK') THEN code ELSE split_part(code, '-', 1) END;
CREATE MACRO places_of(codes) AS CASE WHEN len(codes) = 1 THEN [place_of(codes[1])]
    ELSE list_sort(list_distinct(list_transform(codes, lambda code: place_of(code)))) END;

-- What counts, before anybody judged it (judged.sql then takes the place of these) and before actors
-- are merged (merged.sql takes the place of the next ones). So a ledger without judgements pays nothing.
CREATE VIEW judged_events AS SELECT *, NULL::VARCHAR AS verdict FROM raw_events SEMI JOIN current_readings USING (reading_id);
CREATE VIEW judged_parties AS SELECT * FROM raw_parties SEMI JOIN current_readings USING (reading_id);
CREATE VIEW judged_acts AS SELECT * FROM raw_acts SEMI JOIN current_readings USING (reading_id);
CREATE VIEW judged_claims AS SELECT * FROM raw_claims SEMI JOIN current_readings USING (reading_id);
CREATE VIEW judged_transfers AS SELECT * FROM raw_transfers SEMI JOIN current_readings USING (reading_id);
CREATE VIEW judged_mentions AS SELECT * FROM raw_mentions SEMI JOIN current_readings USING (reading_id);

CREATE VIEW seen_events AS SELECT * FROM judged_events;
CREATE VIEW seen_parties AS SELECT * FROM judged_parties;
CREATE VIEW seen_acts AS SELECT * FROM judged_acts;
CREATE VIEW seen_claims AS SELECT * FROM judged_claims;
CREATE VIEW seen_transfers AS SELECT * FROM judged_transfers;
CREATE VIEW seen_mentions AS SELECT * FROM judged_mentions;
CREATE VIEW seen_agreements AS SELECT * FROM raw_agreements SEMI JOIN current_readings USING (reading_id);
CREATE VIEW seen_relations AS SELECT * FROM raw_relations SEMI JOIN current_readings USING (reading_id);

-- Judgements of that moment, each once, whoever replayed it twice.
CREATE VIEW known_judgements AS
SELECT j.* FROM raw_judgements j, moment
WHERE moment.judged IS NULL OR j.entered <= moment.judged
QUALIFY row_number() OVER (PARTITION BY j.id ORDER BY j.entered) = 1;

-- Filled when all views are there (verdicts.py): what each judgement does in this state of the ledger.
CREATE TABLE effects (id VARCHAR, event_id VARCHAR);
-- What they make of a reading, as a number; and which codes are another one's.
CREATE TABLE judged_readings (reading_id BIGINT, made UBIGINT);
CREATE TABLE merged (code VARCHAR, other VARCHAR, name VARCHAR, country VARCHAR, sector VARCHAR, place VARCHAR);

-- Times are UTC. text_id: the same for all copies of one text.
CREATE VIEW reports AS
SELECT * EXCLUDE (reading_id, more, group_id)
    REPLACE (taken AT TIME ZONE 'UTC' AS taken, entered AT TIME ZONE 'UTC' AS entered, coalesce(group_id, text_id) AS text_id)
FROM raw_reports SEMI JOIN current_readings USING (reading_id) LEFT JOIN text_groups USING (text_id);

-- One row for each report of a text that others have too.
CREATE VIEW copies AS
SELECT text_id, report_id, name AS report, title, outlet, published, url, reports
FROM (SELECT *, count(*) OVER (PARTITION BY text_id) AS reports FROM reports)
WHERE reports > 1;

CREATE VIEW mentions AS
SELECT * EXCLUDE (reading_id, more) FROM seen_mentions;

CREATE VIEW events AS
SELECT e.* EXCLUDE (reading_id, more)
    REPLACE (
        e.report_id || '/' || e.id AS id, e.report_id || '/' || e.claim_id AS claim_id,
        coalesce(h.found_id, e.happening_id) AS happening_id
    )
FROM seen_events e
LEFT JOIN event_happenings h ON h.reading_id = e.reading_id AND h.event_id = e.id;

CREATE VIEW parties AS
SELECT * EXCLUDE (reading_id, more) REPLACE (report_id || '/' || event_id AS event_id)
FROM seen_parties;

CREATE VIEW claims AS
SELECT * EXCLUDE (reading_id, more)
    REPLACE (
        report_id || '/' || id AS id,
        report_id || '/' || parent_id AS parent_id,
        list_transform(event_ids, lambda one: report_id || '/' || one) AS event_ids
    )
FROM seen_claims;

CREATE VIEW transfers AS
SELECT * EXCLUDE (reading_id, more)
    REPLACE (report_id || '/' || id AS id, report_id || '/' || claim_id AS claim_id)
FROM seen_transfers;

CREATE VIEW agreements AS
SELECT * EXCLUDE (reading_id, more) REPLACE (report_id || '/' || id AS id)
FROM seen_agreements;

-- One row for each state or body that a report tells stands in some way to a pact.
CREATE VIEW members AS
SELECT id AS agreement_id, report_id, name, unnest(parties) AS code, 'party' AS standing FROM agreements
UNION ALL
SELECT id, report_id, name, unnest(withdrawn), 'withdrawn' FROM agreements
UNION ALL
SELECT id, report_id, name, unnest(negotiating), 'negotiating' FROM agreements;

CREATE VIEW relations AS
SELECT * EXCLUDE (reading_id) FROM seen_relations;

CREATE VIEW times AS
SELECT * EXCLUDE (reading_id, more) FROM raw_times SEMI JOIN current_readings USING (reading_id);

CREATE VIEW noise AS
SELECT * EXCLUDE (reading_id, more) FROM raw_noise SEMI JOIN current_readings USING (reading_id);

CREATE VIEW skipped AS
SELECT * EXCLUDE (reading_id, more) FROM raw_skipped SEMI JOIN current_readings USING (reading_id);

CREATE VIEW runs AS SELECT * REPLACE (started AT TIME ZONE 'UTC' AS started) FROM raw_runs;
CREATE VIEW refused AS SELECT * REPLACE (told AT TIME ZONE 'UTC' AS told) FROM raw_refused;

-- holds: whether it says what is seen now; event_id: the event that it names in the readings of today.
CREATE VIEW judgements AS
SELECT j.* EXCLUDE (entered, event_id) REPLACE (j.made AT TIME ZONE 'UTC' AS made),
    e.id IS NOT NULL AS holds, e.event_id
FROM known_judgements j LEFT JOIN effects e ON e.id = j.id;


-- One row for each directed pair of places that one event, or one statement, joins.
-- What is named *_read has the number of the reading as well, by which steps.py puts rows in the place
-- of others.
CREATE VIEW acts_read AS
SELECT
    a.reading_id, report_id || '/' || a.event_id AS event_id, report_id, coalesce(g.group_id, a.text_id) AS text_id,
    coalesce(h.found_id, a.happening_id) AS happening_id,
    source, target, actor, recipient, share, mutual,
    type, mode, score, status, historical, day, published, outlet,
    confidence, report_id || '/' || claim_id AS claim_id, stance, speaker, kind
FROM seen_acts a
LEFT JOIN text_groups g ON g.text_id = a.text_id
LEFT JOIN event_happenings h ON h.reading_id = a.reading_id AND h.event_id = a.event_id;

CREATE VIEW acts AS SELECT * EXCLUDE (reading_id) FROM acts_read;

-- Events with the report that tells of them and the claim that carries them. happened: the
-- first day of its own date, else the day of publication.
CREATE VIEW accounts_made AS
SELECT
    e.reading_id, e.report_id || '/' || e.id AS id, e.type, e.mode, e.contexts, e.quad, e.score, e.actors, e.recipients,
    e.status, e.historical, e.date, e.date_precision, coalesce(e.day, e.last_day, r.published) AS happened, e.day, e.last_day,
    e.location, e.trigger, e.evidence, e.start, e."end", e.rule, e.confidence, e.reciprocal,
    e.report_id || '/' || e.claim_id AS claim_id, c.stance, c.speaker, c.speaker_code,
    coalesce(h.found_id, e.happening_id) AS happening_id,
    e.report_id, r.name AS report, r.title, r.outlet, r.published, r.url, coalesce(g.group_id, r.text_id) AS text_id, e.verdict,
    c.id IS NOT NULL AS said, c.speaker_name, c.content, c.content_start, c.content_end, c.cue, c.quoted
FROM seen_events e
JOIN raw_reports r ON r.reading_id = e.reading_id
LEFT JOIN text_groups g ON g.text_id = r.text_id
LEFT JOIN seen_claims c ON c.reading_id = e.reading_id AND c.id = e.claim_id
LEFT JOIN event_happenings h ON h.reading_id = e.reading_id AND h.event_id = e.id;

CREATE VIEW accounts_read AS FROM accounts_made;
CREATE VIEW accounts AS SELECT * EXCLUDE (reading_id) FROM accounts_read;

CREATE VIEW events_told AS
SELECT * EXCLUDE (said, speaker_name, content, content_start, content_end, cue, quoted) FROM accounts;


CREATE VIEW claims_told AS
SELECT
    c.id, c.speaker, c.speaker_name, c.speaker_code, c.stance, c.cue, c.content, c.quoted,
    c.content_start AS start, c.content_end AS "end", c.speaker_start, c.speaker_end,
    c.cue_start, c.cue_end, c.parent_id, c.event_ids,
    r.report_id, r.name AS report, r.title, r.outlet, r.published, r.url, r.text_id
FROM claims c
JOIN reports r USING (report_id);

CREATE VIEW transfers_told AS
SELECT
    t.id, t.supplier, t.recipient, t.item, t.class, t.status, t.evidence, t.start, t."end",
    t.claim_id, c.stance, c.speaker, c.speaker_code,
    r.report_id, r.name AS report, r.title, r.outlet, r.published, r.url, r.text_id
FROM transfers t
JOIN reports r USING (report_id)
LEFT JOIN claims c ON c.id = t.claim_id;

CREATE VIEW agreements_told AS
SELECT
    a.id, a.name, a.parties, a.withdrawn, a.negotiating, a.date, a.evidence, a.start, a."end",
    r.report_id, r.name AS report, r.title, r.outlet, r.published, r.url, r.text_id
FROM agreements a
JOIN reports r USING (report_id);

-- Who takes which side of what: one event as somebody tells it, a row for each directed pair of places
-- that it joins (acts.py), or for each place that acts, where nobody is acted on. For: told as a fact.
-- Against: denied, or told as not so. What is predicted, demanded, threatened, promised or asked takes
-- no side. earliest and latest: of the days of the event and of its publication. low and high: under
-- which pair accounts_by_pair has the event. voice: whose words it is in, as a number. denial: the claim
-- that denies an event which stands in other words: "Oman denied the charge".
CREATE VIEW positions_read AS
WITH family(type, family) AS (
    -- Help and force go by several names in the same quarrel: one side's sale is the other's aid.
    VALUES ('AID', 'help'), ('COOPERATE', 'help'), ('ASSAULT', 'force'), ('COERCE', 'force')
),
denials AS (
    SELECT reading_id, report_id || '/' || id AS denial, report_id || '/' || unnest(event_ids) AS id,
        speaker, speaker_name, speaker_code
    FROM seen_claims
    WHERE stance = 'denies' AND len(event_ids) > 0
),
stood AS (
    SELECT *, NULL::VARCHAR AS denial FROM accounts_read
    UNION ALL BY NAME
    SELECT a.* REPLACE (
            d.denial AS claim_id, 'denies' AS stance, true AS said, d.speaker AS speaker, d.speaker_name AS speaker_name,
            d.speaker_code AS speaker_code
        ), d.denial
    FROM denials d JOIN accounts_read a USING (reading_id, id)
    WHERE a.claim_id IS DISTINCT FROM d.denial
),
sided AS (
    SELECT
        reading_id, id AS event_id, denial, claim_id IS NOT NULL AS claimed, type, rule, day, last_day, published, happened,
        places_of(actors) AS doers, places_of(recipients) AS others, coalesce(reciprocal, false) AS mutual,
        places_of(list_concat(actors, recipients)) AS places,
        CASE
            WHEN stance = 'denies' THEN CASE status WHEN 'negated' THEN 'for' WHEN 'requested' THEN NULL ELSE 'against' END
            WHEN stance IS NULL OR stance IN ('asserts', 'accuses', 'boasts') THEN CASE status WHEN 'negated' THEN 'against' WHEN 'actual' THEN 'for' END
        END AS side,
        split_part(speaker_code, '-', 1) AS speaks,
        hash(CASE WHEN NOT said THEN 'report ' || report_id
            ELSE coalesce(speaker_code, '') || ' ' || lower(coalesce(speaker_name, speaker, '')) END) AS voice
    FROM stood
    WHERE side IS NOT NULL
),
joined AS (
    SELECT *, unnest(CASE
        WHEN len(others) = 1 AND len(doers) = 1 THEN [{'source': doers[1], 'target': others[1]}]
        WHEN len(others) > 0 THEN flatten(list_transform(doers, lambda x: list_transform(others, lambda y: {'source': x, 'target': y})))
        WHEN mutual THEN list_filter(
            flatten(list_transform(doers, lambda x: list_transform(doers, lambda y: {'source': x, 'target': y}))),
            lambda one: one.source < one.target)
        ELSE list_transform(doers, lambda x: {'source': x, 'target': NULL::VARCHAR})
    END) AS ends
    FROM sided
)
SELECT
    reading_id, event_id, denial, claimed, ends.source AS source, ends.target AS target, type, rule,
    coalesce(family, type) AS family, day, last_day, published, happened, side, speaks, voice,
    least(published, coalesce(day, last_day)) AS earliest, greatest(published, coalesce(last_day, day)) AS latest,
    CASE WHEN ends.target IS NULL THEN places[1] ELSE least(ends.source, ends.target) END AS low,
    CASE WHEN ends.target IS NULL THEN places[least(len(places), 2)] ELSE greatest(ends.source, ends.target) END AS high
FROM joined LEFT JOIN family USING (type)
WHERE ends.source IS DISTINCT FROM ends.target;
