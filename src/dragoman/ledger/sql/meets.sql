-- Pairs of positions (f_: for, a_: against) that contradict one another, some of them twice; common table
-- expressions after one that is called positions.
-- Three joins by equal columns: one by "or" would compare all of a state's positions with one another.
fors AS NOT MATERIALIZED (SELECT COLUMNS(*) AS 'f_\0' FROM positions WHERE side = 'for'),
againsts AS NOT MATERIALIZED (SELECT COLUMNS(*) AS 'a_\0' FROM positions WHERE side = 'against'),
met AS NOT MATERIALIZED (
    FROM fors JOIN againsts ON a_source = f_source AND a_family = f_family AND a_target = f_target
    UNION ALL
    -- "it had sold no drones": the report says to whom elsewhere, of the same act
    FROM fors JOIN againsts
        ON a_reading_id = f_reading_id AND a_source = f_source AND a_family = f_family AND a_rule = f_rule
    WHERE f_target IS NULL OR a_target IS NULL
    UNION ALL
    -- "Rabat denied that its forces had bombed the trucks", after who was bombed accused it
    FROM fors JOIN againsts
        ON a_reading_id = f_reading_id AND a_source = f_source AND a_family = f_family AND a_speaks = f_source
    WHERE a_target IS NULL AND f_speaks = f_target
),
opponents AS NOT MATERIALIZED (
    SELECT *, coalesce(f_target, a_target) AS target
    FROM met
    WHERE (f_claimed OR a_claimed)
        AND f_voice <> a_voice
        AND CASE
            -- both say when: at about the same time
            WHEN coalesce(f_day, f_last_day) IS NOT NULL AND coalesce(a_day, a_last_day) IS NOT NULL
            THEN coalesce(f_day, f_last_day) <= coalesce(a_last_day, a_day, f_day) + $within
                AND coalesce(a_day, a_last_day) <= coalesce(f_last_day, f_day, a_day) + $within
            -- else: told in one report, or at about the same time
            ELSE f_reading_id = a_reading_id OR abs(f_published - a_published) <= $within
        END
)
