-- How many signs of each kind each pair shows in each window; signs.py says what a sign is, and counts alike for plain
-- rows. weighed.sql stands before this. Statements of one day are one sign, those of two days two.
, texts AS (
    SELECT a, b, happening, CASE WHEN kind = 'stated' THEN day END AS said, text, side % 2 = 0 AS friendly,
           min(day) AS day, max(share) AS share, max(belief) AS belief
    FROM weighed GROUP BY ALL
),
ways AS (
    SELECT a, b, happening, said, friendly, min(day) AS day, max(share) AS share, 1 - product(1 - belief) AS believed
    FROM texts GROUP BY ALL
),
signs AS (
    SELECT a, b, happening, said, min(day) AS day, max(share) AS share,
           sum(CASE WHEN friendly THEN believed ELSE -believed END) AS net
    FROM ways GROUP BY ALL
)
SELECT a, b, (year(day) * 12 + month(day) - 1) // $months::INTEGER AS half,
       count(*) FILTER (net > 0) AS friendly, count(*) FILTER (net < 0) AS hostile,
       avg(share) AS share, avg(share * abs(net)) AS reliability
FROM signs
WHERE net <> 0
GROUP BY ALL
ORDER BY a, b, half
