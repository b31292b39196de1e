-- Readings in which a code stands that is another one's now, or was (changed: rows of merged).
WITH codes AS (SELECT DISTINCT code FROM changed)
SELECT reading_id FROM judged_events
WHERE list_has_any(list_concat(actors, recipients), (SELECT list(code) FROM codes))
UNION
SELECT reading_id FROM judged_acts
WHERE actor IN (FROM codes) OR recipient IN (FROM codes) OR speaker IN (FROM codes)
UNION
SELECT reading_id FROM judged_claims WHERE speaker_code IN (FROM codes)
