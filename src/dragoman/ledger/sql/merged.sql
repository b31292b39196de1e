-- Actors that are one, by judgement: the table `merged` says for each code which it is, with what is
-- known of that actor. Run only where there are such judgements. A code stands for itself here: who
-- merges IRN says nothing of IRN-MIL.
CREATE TEMP TABLE merging AS SELECT list(code) AS merged_away, map(list(code), list(other)) AS others FROM merged;
CREATE MACRO merged_codes(given, merged_away, others) AS
    CASE WHEN list_has_any(given, merged_away) THEN list_reduce(
        list_transform(given, lambda one: [coalesce(others[one], one)]),
        lambda made, one: CASE WHEN list_contains(made, one[1]) THEN made ELSE made || one END
    ) ELSE given END;

CREATE OR REPLACE VIEW seen_events AS
SELECT e.* REPLACE (
    merged_codes(actors, merged_away, others) AS actors, merged_codes(recipients, merged_away, others) AS recipients
)
FROM judged_events e, merging;

CREATE OR REPLACE VIEW seen_parties AS
SELECT p.* REPLACE (
    coalesce(m.other, p.code) AS code,
    CASE WHEN m.code IS NULL THEN p.name ELSE m.name END AS name,
    CASE WHEN m.code IS NULL THEN p.country ELSE m.country END AS country,
    CASE WHEN m.code IS NULL THEN p.sector ELSE m.sector END AS sector,
    CASE WHEN m.code IS NULL THEN p.place ELSE m.place END AS place
)
FROM judged_parties p LEFT JOIN merged m ON m.code = p.code;

CREATE OR REPLACE VIEW seen_mentions AS
SELECT p.* REPLACE (
    coalesce(m.other, p.code) AS code,
    CASE WHEN m.code IS NULL THEN p.name ELSE m.name END AS name,
    CASE WHEN m.code IS NULL THEN p.country ELSE m.country END AS country,
    CASE WHEN m.code IS NULL THEN p.sector ELSE m.sector END AS sector
)
FROM judged_mentions p LEFT JOIN merged m ON m.code = p.code;

-- An event joins two places once, whoever of them acts; who became one does nothing to itself.
CREATE OR REPLACE VIEW seen_acts AS
WITH touched AS (
    SELECT DISTINCT reading_id, event_id FROM judged_acts
    WHERE actor IN (SELECT code FROM merged) OR recipient IN (SELECT code FROM merged)
        OR speaker IN (SELECT code FROM merged)
),
renamed AS (
    SELECT a.* REPLACE (
        coalesce(f.other, a.actor) AS actor, coalesce(t.other, a.recipient) AS recipient,
        coalesce(f.place, a.source) AS source, coalesce(t.place, a.target) AS target,
        coalesce(s.other, a.speaker) AS speaker
    )
    FROM judged_acts a SEMI JOIN touched USING (reading_id, event_id)
    LEFT JOIN merged f ON f.code = a.actor
    LEFT JOIN merged t ON t.code = a.recipient
    LEFT JOIN merged s ON s.code = a.speaker
),
joined AS (
    SELECT * FROM renamed WHERE source <> target
    QUALIFY row_number() OVER (PARTITION BY reading_id, event_id, source, target ORDER BY actor, recipient) = 1
)
SELECT * FROM judged_acts ANTI JOIN touched USING (reading_id, event_id)
UNION ALL
SELECT * REPLACE (
    CASE WHEN mutual AND kind = 'act' THEN 1.0 / count(*) OVER (PARTITION BY reading_id, event_id, source) ELSE share END AS share
)
FROM joined;

CREATE OR REPLACE VIEW seen_claims AS
SELECT c.* REPLACE (
    coalesce(m.other, c.speaker_code) AS speaker_code,
    CASE WHEN m.code IS NULL THEN c.speaker_name ELSE m.name END AS speaker_name
)
FROM judged_claims c LEFT JOIN merged m ON m.code = c.speaker_code;

CREATE OR REPLACE VIEW seen_transfers AS
SELECT t.* REPLACE (coalesce(s.other, t.supplier) AS supplier, coalesce(r.other, t.recipient) AS recipient)
FROM judged_transfers t LEFT JOIN merged s ON s.code = t.supplier LEFT JOIN merged r ON r.code = t.recipient;

CREATE OR REPLACE VIEW seen_agreements AS
SELECT a.* REPLACE (
    merged_codes(parties, merged_away, others) AS parties, merged_codes(withdrawn, merged_away, others) AS withdrawn,
    merged_codes(negotiating, merged_away, others) AS negotiating
)
FROM (SELECT * FROM raw_agreements SEMI JOIN current_readings USING (reading_id)) AS a, merging;

CREATE OR REPLACE VIEW seen_relations AS
SELECT r.* REPLACE (
    least(coalesce(x.other, r.a), coalesce(y.other, r.b)) AS a, greatest(coalesce(x.other, r.a), coalesce(y.other, r.b)) AS b
)
FROM (SELECT * FROM raw_relations SEMI JOIN current_readings USING (reading_id)) AS r
LEFT JOIN merged x ON x.code = r.a LEFT JOIN merged y ON y.code = r.b
WHERE coalesce(x.other, r.a) <> coalesce(y.other, r.b);
