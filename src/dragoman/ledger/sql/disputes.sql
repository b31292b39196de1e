-- Who says that something happened, and who says that it did not.
-- A position is one event as somebody tells it. For: told as a fact. Against: denied, or told
-- as not so. What is predicted, demanded, threatened, promised or asked takes no side. A
-- report's own words are a position too, but two reports' own words alone are no dispute.
WITH family(type, family) AS (
    -- Help and force go by several names in the same quarrel: one side's sale is the other's aid.
    VALUES ('AID', 'help'), ('COOPERATE', 'help'), ('ASSAULT', 'force'), ('COERCE', 'force')
),
-- Only what can be on either side of what is asked for: a position without a target may meet one with it.
joined AS (
    SELECT event_id, source, target
    FROM acts
    WHERE kind = 'act' AND (NOT mutual OR source < target)
        AND ($source IS NULL OR source = $source)
        AND ($target IS NULL OR target = $target)
        AND ($a IS NULL OR (source = $a AND target = $b) OR (source = $b AND target = $a))
    UNION ALL
    SELECT DISTINCT p.event_id, p.place, NULL
    FROM parties p
    JOIN events e ON e.id = p.event_id
    WHERE p.role = 'actor' AND p.place IS NOT NULL AND len(e.recipients) = 0 AND NOT coalesce(e.reciprocal, false)
        AND ($source IS NULL OR p.place = $source)
        AND ($a IS NULL OR p.place IN ($a, $b))
),
positions AS MATERIALIZED (
    SELECT
        row_number() OVER (ORDER BY e.published, e.id, j.source, j.target) AS n,
        e.id AS event_id, e.report_id, e.claim_id, j.source, j.target, e.type, e.rule,
        coalesce(f.family, e.type) AS family, e.day, e.last_day, e.published, e.happened, e.outlet,
        CASE
            WHEN c.stance = 'denies' THEN CASE e.status WHEN 'negated' THEN 'for' WHEN 'requested' THEN NULL ELSE 'against' END
            WHEN c.stance IS NULL OR c.stance IN ('asserts', 'accuses', 'boasts') THEN CASE e.status WHEN 'negated' THEN 'against' WHEN 'actual' THEN 'for' END
        END AS side,
        split_part(c.speaker_code, '-', 1) AS speaks,
        CASE WHEN c.id IS NULL THEN 'report ' || e.report_id
            ELSE coalesce(c.speaker_code, '') || ' ' || lower(coalesce(c.speaker_name, c.speaker, '')) END AS voice
    FROM events_told e
    JOIN joined j ON j.event_id = e.id
    LEFT JOIN claims c ON c.id = e.claim_id
    LEFT JOIN family f ON f.type = e.type
),
disagreements AS NOT MATERIALIZED (
    SELECT f.n AS f, a.n AS a, coalesce(f.target, a.target) AS target
    FROM positions f
    JOIN positions a ON a.source = f.source AND a.family = f.family
    WHERE f.side = 'for' AND a.side = 'against'
        AND (f.claim_id IS NOT NULL OR a.claim_id IS NOT NULL)
        AND f.voice <> a.voice
        AND (
            f.target = a.target
            -- "it had sold no drones": the report says to whom elsewhere, of the same act
            OR (f.report_id = a.report_id AND f.rule = a.rule AND (f.target IS NULL OR a.target IS NULL))
            -- "Rabat denied that its forces had bombed the trucks", after who was bombed accused it
            OR (f.report_id = a.report_id AND a.target IS NULL AND a.speaks = a.source AND f.speaks = f.target)
        )
        AND CASE
            -- both say when: at about the same time
            WHEN coalesce(f.day, f.last_day) IS NOT NULL AND coalesce(a.day, a.last_day) IS NOT NULL
            THEN coalesce(f.day, f.last_day) <= coalesce(a.last_day, a.day, f.day) + $within
                AND coalesce(a.day, a.last_day) <= coalesce(f.last_day, f.day, a.day) + $within
            -- else: told in one report, or at about the same time
            ELSE f.report_id = a.report_id OR abs(f.published - a.published) <= $within
        END
        AND ($source IS NULL OR f.source = $source)
        AND ($target IS NULL OR coalesce(f.target, a.target) = $target)
        -- where nobody says on whom it fell, the quarrel is that of who did it with who says so
        AND ($a IS NULL OR (f.source, coalesce(f.target, a.target, f.speaks)) IN (($a, $b), ($b, $a)))
        AND ($type IS NULL OR list_has_any($type, [f.type, a.type]))
        AND ($since IS NULL OR greatest(f.happened, a.happened) >= $since)
        AND ($until IS NULL OR least(f.happened, a.happened) <= $until)
),
-- Every position with the first and the last that contradicts it: enough to find who quarrels
-- with whom, where all of them would be the square of what a famous quarrel has.
opposed AS (
    SELECT f AS n, 'for' AS side, min(a) AS first, max(a) AS last, min(target) AS target
    FROM disagreements GROUP BY f
    UNION ALL
    SELECT a, 'against', min(f), max(f), min(target)
    FROM disagreements GROUP BY a
)
SELECT o.n, o.side, o.first, o.last, p.event_id, p.source, o.target, p.family
FROM opposed o JOIN positions p USING (n)
ORDER BY o.n
