-- Pairs of positions (f: for, a: against) that contradict one another; a common table expression
-- after one that is called positions.
-- Three joins by equal columns: one by "or" would compare all of a state's positions with one another.
met AS NOT MATERIALIZED (
    SELECT f, a
    FROM positions f JOIN positions a ON a.source = f.source AND a.family = f.family AND a.target = f.target
    WHERE f.side = 'for' AND a.side = 'against'
    UNION ALL
    -- "it had sold no drones": the report says to whom elsewhere, of the same act
    SELECT f, a
    FROM positions f JOIN positions a
        ON a.reading_id = f.reading_id AND a.source = f.source AND a.family = f.family AND a.rule = f.rule
    WHERE f.side = 'for' AND a.side = 'against' AND (f.target IS NULL OR a.target IS NULL)
    UNION
    -- "Rabat denied that its forces had bombed the trucks", after who was bombed accused it
    SELECT f, a
    FROM positions f JOIN positions a
        ON a.reading_id = f.reading_id AND a.source = f.source AND a.family = f.family AND a.speaks = f.source
    WHERE f.side = 'for' AND a.side = 'against' AND a.target IS NULL AND f.speaks = f.target
),
opponents AS NOT MATERIALIZED (
    SELECT f, a
    FROM met
    WHERE (f.claimed OR a.claimed)
        AND f.voice <> a.voice
        AND CASE
            -- both say when: at about the same time
            WHEN coalesce(f.day, f.last_day) IS NOT NULL AND coalesce(a.day, a.last_day) IS NOT NULL
            THEN coalesce(f.day, f.last_day) <= coalesce(a.last_day, a.day, f.day) + $within
                AND coalesce(a.day, a.last_day) <= coalesce(f.last_day, f.day, a.day) + $within
            -- else: told in one report, or at about the same time
            ELSE f.reading_id = a.reading_id OR abs(f.published - a.published) <= $within
        END
)
