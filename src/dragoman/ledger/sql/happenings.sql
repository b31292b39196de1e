-- Which events of several reports are one happening. Each event was entered with a happening_id
-- of its own report's day (acts.py); here are the exceptions to it. Nothing is deleted, and
-- what cannot be told apart from the other possibility stands alone.
--
-- 1 Events of the same type and status between the same places on the same date are one cell.
--   Without a date of its own an event has that of publication: of copies, the first one's.
-- 2 A cell whose events name several places of action falls apart by these.
-- 3 A cell of one day, told without a date, is that of the day before, where these two stand
--   alone in a row: of a week of such days each is its own.
-- 4 A cell of a month or a year is what the only cell inside it is.
-- 5 No happening has two cells of one report, or places that contradict one another.
--
-- No two blocks have a part in one another: some_happened (happened.sql) may be some blocks of all, whole.
WITH cells AS MATERIALIZED (
SELECT
    row_number() OVER (ORDER BY block, first, last, copy) AS cell,
    block, first, last, copy, bool_and(untold) AS untold,
    coalesce(min(entered_id) FILTER (NOT moved), min(entered_id)) AS happening_id,
    bool_or(moved) AS moved, min(entered_id) <> max(entered_id) AS several,
    coalesce(min(state) <> max(state), false) OR coalesce(min(spot) <> max(spot), false) AS split
FROM some_happened GROUP BY block, first, last, copy
),
-- 3
neighbours AS MATERIALIZED (
WITH days AS (
    SELECT
        *, lag(first) OVER near AS before, lead(first) OVER near AS after,
        lead(first, 2) OVER near AS later, lead(cell) OVER near AS next, lead(untold) OVER near AS next_untold,
        lead(split) OVER near AS next_split
    FROM cells WHERE first = last
    WINDOW near AS (PARTITION BY block ORDER BY first)
)
SELECT next AS cell, cell AS root
FROM days
WHERE after - first = 1 AND coalesce(first - before > 1, true) AND coalesce(later - after > 1, true)
    AND next_untold AND NOT split AND NOT next_split
),
-- 4
inside AS MATERIALIZED (
WITH bounds AS (
    SELECT wide.cell, wide.block, max(c.first) AS first, min(c.last) AS last
    FROM cells wide
    JOIN (SELECT * FROM cells WHERE cell NOT IN (SELECT cell FROM neighbours)) AS c
        ON c.block = wide.block AND c.first >= wide.first AND c.last <= wide.last
        AND c.last - c.first < wide.last - wide.first
    WHERE wide.last > wide.first AND NOT wide.split
    GROUP BY wide.cell, wide.block
)
SELECT b.cell, c.cell AS root FROM bounds b JOIN cells c USING (block, first, last) WHERE NOT c.split
),
together AS MATERIALIZED (
WITH joined AS (
    SELECT cell, root FROM inside
    UNION ALL
    SELECT cell, root FROM neighbours
    UNION
    SELECT root, root FROM inside
    UNION
    SELECT root, root FROM neighbours
),
members AS (
    SELECT j.root, j.cell, h.reading_id, h.state, h.spot
    FROM joined j JOIN cells c USING (cell) JOIN some_happened h
        ON h.block = c.block AND h.first = c.first AND h.last = c.last
),
-- 5
sound AS (
    SELECT root FROM members GROUP BY root
    HAVING count(DISTINCT (cell, reading_id)) = count(DISTINCT reading_id)
        AND count(DISTINCT state) <= 1 AND count(DISTINCT spot) <= 1
)
SELECT cell, root FROM joined SEMI JOIN sound USING (root)
)
SELECT * FROM (
    SELECT
        h.reading_id, h.id AS event_id,
        CASE WHEN c.split AND coalesce(h.spot, h.state) IS NOT NULL
            THEN 'happening-' || substr(md5(c.happening_id || ' ' || coalesce(h.state, '') || ' ' || coalesce(h.spot, '')), 1, 16)
            ELSE coalesce(r.happening_id, c.happening_id) END AS found_id,
        h.entered_id, h.block
    FROM (SELECT * FROM cells WHERE split OR moved OR several OR cell IN (SELECT cell FROM together)) AS c
    JOIN some_happened h ON h.block = c.block AND h.first IS NOT DISTINCT FROM c.first AND h.last IS NOT DISTINCT FROM c.last AND h.copy IS NOT DISTINCT FROM c.copy
    LEFT JOIN together t ON t.cell = c.cell
    LEFT JOIN cells r ON r.cell = t.root
)
WHERE found_id <> entered_id
