-- Events that may be told of by several reports, each with what happenings.sql compares: the block in
-- which it may meet others (who, to whom, what, whether it happened), first and last day, copy, places of
-- action. The table told_on (told_on.sql) says of copies when the first one was published.
SELECT * FROM (
    SELECT
        e.reading_id, e.id, e.happening_id AS entered_id,
        hash(
            CASE WHEN coalesce(e.reciprocal, false) AND len(e.recipients) = 0 THEN places_of(e.actors) || ['='] ELSE places_of(e.actors) || ['>'] || places_of(e.recipients) END,
            e.type, e.status
        ) AS block,
        e.date IS NULL AS untold,
        CASE WHEN e.date IS NULL THEN coalesce(c.published, r.published) ELSE e.day END AS first,
        CASE WHEN e.date IS NULL THEN coalesce(c.published, r.published) ELSE e.last_day END AS last,
        CASE WHEN e.date IS NULL AND coalesce(c.published, r.published) IS NULL THEN c.group_id END AS copy,
        CASE WHEN e.date IS NULL THEN coalesce(c.published <> r.published, false) ELSE false END AS moved,
        CASE WHEN regexp_matches(e.location, '\([A-Z]{3}\)$') THEN lower(e.location) END AS state,
        CASE WHEN NOT regexp_matches(e.location, '\([A-Z]{3}\)$') THEN regexp_replace(strip_accents(lower(e.location)), '^(the|in|near|off|around) ', '') END AS spot
    FROM seen_events e
    JOIN raw_reports r USING (reading_id)
    LEFT JOIN told_on c USING (text_id)
    WHERE len(e.actors) > 0 AND (len(e.recipients) > 0 OR (coalesce(e.reciprocal, false) AND len(e.actors) > 1))
)
WHERE first IS NOT NULL OR last IS NOT NULL OR copy IS NOT NULL
