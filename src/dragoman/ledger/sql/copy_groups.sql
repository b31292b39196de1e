-- A row for each text that several reports carry: near-copies are one text. The text is shown by its
-- first report: the one published first, of those whose day is known.
SELECT
    r.text_id,
    count(*) AS reports,
    list(DISTINCT r.outlet ORDER BY r.outlet) FILTER (r.outlet IS NOT NULL) AS outlets,
    min(r.published) AS first_day,
    max(r.published) AS last_day,
    coalesce(arg_min(r.title, r.age) FILTER (r.title IS NOT NULL), arg_min(left(trim(r.text), 160), r.age)) AS title,
    arg_min(r.report_id, r.age) AS first_report,
    list(r.report_id ORDER BY r.age) AS report_ids
FROM (SELECT *, (coalesce(published, DATE '9999-12-31'), entered, report_id) AS age FROM reports) AS r
WHERE r.text_id IN (SELECT e.text_id FROM copies AS e WHERE {where})
GROUP BY r.text_id
ORDER BY reports DESC, first_day, r.text_id
