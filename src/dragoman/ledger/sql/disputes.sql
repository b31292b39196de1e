-- Who says that something happened, and who says that it did not: positions that contradict one
-- another (meets.sql). A report's own words are a position too, but two reports' own words alone
-- are no dispute.
--
-- Of a window only those are compared that can have a part in it. Two that contradict each other lie at most
-- $within days apart or share a day; so one of them is in the window or near it, and the other one is
-- there too, or the first reaches out of it (bridges.sql) and this one is told of the same, or in its
-- report. What no day of publication says anything of is always compared.
WITH asked AS {once} (
    SELECT * FROM positions_read
    -- Only what can be on either side of what is asked for: without a target it may meet one with it.
    WHERE ($source IS NULL OR source = $source)
        AND ($target IS NULL OR target IS NULL OR target = $target)
        AND ($a IS NULL OR (source = $a AND coalesce(target, $b) = $b) OR (source = $b AND coalesce(target, $a) = $a))
),
near AS MATERIALIZED (
    SELECT * FROM asked WHERE {near}
    UNION ALL
    SELECT * FROM asked WHERE published IS NULL AND NOT coalesce({near}, false)
),
bridges AS MATERIALIZED (SELECT * FROM near WHERE {bridges}),
beyond AS (
    SELECT * FROM asked
    WHERE published IS NOT NULL AND NOT ({near}) AND latest >= $first::DATE AND earliest <= $last::DATE
        AND (reading_id IN (SELECT reading_id FROM bridges)
            OR (source, family, target, side) IN (
                SELECT (source, family, target, if(side = 'for', 'against', 'for')) FROM bridges WHERE target IS NOT NULL))
),
positions AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY published, event_id, denial NULLS FIRST, source, target) AS n, *
    FROM (FROM near UNION ALL FROM beyond)
),
{meets},
disagreements AS NOT MATERIALIZED (
    SELECT f_n, a_n, target
    FROM opponents
    WHERE ($source IS NULL OR f_source = $source)
        AND ($target IS NULL OR target = $target)
        -- where nobody says on whom it fell, the quarrel is that of who did it with who says so
        AND ($a IS NULL OR (f_source, coalesce(target, f_speaks)) IN (($a, $b), ($b, $a)))
        AND ($type IS NULL OR list_has_any($type, [f_type, a_type]))
        AND ($since IS NULL OR greatest(f_happened, a_happened) >= $since)
        AND ($until IS NULL OR least(f_happened, a_happened) <= $until)
),
-- Every position with the first and the last that contradicts it: enough to find who quarrels
-- with whom, where all of them would be the square of what a famous quarrel has. Both sides in one go.
opposed AS (
    SELECT coalesce(f_n, a_n) AS n, if(f_n IS NULL, 'against', 'for') AS side, target,
        if(f_n IS NULL, first_for, first_against) AS first, if(f_n IS NULL, last_for, last_against) AS last
    FROM (
        SELECT f_n, a_n, min(target) AS target, min(f_n) AS first_for, max(f_n) AS last_for,
            min(a_n) AS first_against, max(a_n) AS last_against
        FROM disagreements GROUP BY GROUPING SETS ((f_n), (a_n))
    )
)
SELECT o.n, o.side, o.first, o.last, p.event_id, p.denial, p.source, o.target, p.family, p.happened, p.low, p.high
FROM opposed o JOIN positions p USING (n)
ORDER BY o.n
