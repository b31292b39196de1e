-- The positions that another one contradicts, by meets.sql; those of $part, where positions that meet
-- are in one of $parts.
WITH positions AS MATERIALIZED (
    SELECT row_number() OVER () AS n, * FROM positions WHERE hash(source, family) % $parts = $part
),
{meets}
SELECT * EXCLUDE (n)
FROM positions
WHERE n IN (SELECT f.n FROM opponents UNION SELECT a.n FROM opponents)
ORDER BY source, target, family, published, event_id
