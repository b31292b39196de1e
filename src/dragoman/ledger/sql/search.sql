-- Reports that hold all that is looked for, in the text or the title; accents and case count
-- for nothing. Where it stands is told by the first of $needles that the text holds.
WITH folded AS (
    SELECT
        report_id, name AS report, title, outlet, published, url, text,
        strip_accents(lower(text)) AS plain,
        strip_accents(lower(coalesce(title, ''))) AS plain_title
    FROM reports
),
found AS (
    SELECT *, list_filter($needles, lambda one: contains(plain, one))[1] AS needle
    FROM folded
    WHERE len(list_filter($needles, lambda one: contains(plain, one) OR contains(plain_title, one))) = len($needles)
),
placed AS (
    SELECT *, coalesce(strpos(plain, needle), 0) AS place
    FROM found
)
SELECT
    report_id, report, title, outlet, published, url,
    -- Letters that fold to more or fewer characters move what follows: then no place is told.
    CASE WHEN place > 0 AND strip_accents(lower(substr(text, place, length(needle)))) = needle
        THEN place - 1 END AS start,
    CASE WHEN place > 0 AND strip_accents(lower(substr(text, place, length(needle)))) = needle
        THEN place - 1 + length(needle) END AS "end",
    substr(text, greatest(place - 60, 1), 160 + length(coalesce(needle, ''))) AS passage
FROM placed
