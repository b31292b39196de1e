-- Who says that something happened, and who says that it did not: positions that contradict one
-- another (meets.sql). A report's own words are a position too, but two reports' own words alone
-- are no dispute.
WITH positions AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY published, event_id, source, target) AS n, *
    FROM {positions}
    -- Only what can be on either side of what is asked for: without a target it may meet one with it.
    WHERE ($source IS NULL OR source = $source)
        AND ($target IS NULL OR target IS NULL OR target = $target)
        AND ($a IS NULL OR (source = $a AND coalesce(target, $b) = $b) OR (source = $b AND coalesce(target, $a) = $a))
),
{meets},
disagreements AS NOT MATERIALIZED (
    SELECT f.n AS f, a.n AS a, coalesce(f.target, a.target) AS target
    FROM opponents
    WHERE ($source IS NULL OR f.source = $source)
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
