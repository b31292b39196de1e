-- Who acts, and who is acted on: a row for each code, the busiest first.
SELECT
    p.code,
    mode(p.name) AS name,
    count(DISTINCT p.event_id) FILTER (p.role = 'actor') AS acts,
    count(DISTINCT p.event_id) FILTER (p.role = 'recipient') AS acted_on,
    count(DISTINCT e.report_id) AS reports,
    min(e.happened) AS first_day,
    max(e.happened) AS last_day,
    count(DISTINCT e.text_id) AS texts,
    count(DISTINCT e.happening_id) AS happenings
FROM parties p
JOIN ({events}) AS e ON e.id = p.event_id
WHERE p.code IS NOT NULL
GROUP BY p.code
ORDER BY acts + acted_on DESC, p.code
