-- The acts of the view `acts` that say something, each with its size and belief: the first part of weigh.sql and of
-- strongest.sql, which go on from here. weigh.py says what each figure means. Where all time begins and ends all acts
-- say, also where only some of them are weighed.
WITH
half_lives AS (
    SELECT unnest($types::VARCHAR[]) AS type, unnest($half_lives::DOUBLE[]) AS half_life
),
known AS (
    SELECT DISTINCT day FROM acts
    WHERE day IS NOT NULL
      AND ($since::DATE IS NULL OR day >= $since::DATE) AND ($until::DATE IS NULL OR day < $until::DATE)
),
whole AS (
    SELECT coalesce($since::DATE, min(day)) AS opens, coalesce($until::DATE, max(day) + 1) AS closes FROM known
),
days AS (
    SELECT day,
           CASE WHEN $months::INTEGER IS NULL THEN 0
                ELSE (year(day) * 12 + month(day) - 1) // $months::INTEGER END AS number,
           CASE WHEN $months::INTEGER IS NULL THEN whole.opens
                ELSE make_date(number * $months::INTEGER // 12, number * $months::INTEGER % 12 + 1, 1) END AS start,
           CASE WHEN $months::INTEGER IS NULL THEN whole.closes
                ELSE (start + to_months($months::INTEGER))::DATE END AS stop,
           stop - 1 - day AS age
    FROM known, whole
),
windows AS (
    SELECT DISTINCT number, start, stop FROM days
    UNION ALL
    SELECT 0, NULL, NULL FROM whole WHERE whole.opens IS NULL AND $months::INTEGER IS NULL
),
weighed AS (
    SELECT
        event_id,
        kind,
        least(source, target) AS a,
        greatest(source, target) AS b,
        coalesce(days.number, 0) AS number,
        acts.day,
        share,
        CASE WHEN kind = 'stated' THEN 0 ELSE hash(coalesce(happening_id, event_id)) END AS happening,
        hash(coalesce(text_id, report_id)) AS text,
        (CASE WHEN source < target THEN 0 ELSE 2 END + CASE WHEN score > 0 THEN 0 ELSE 1 END)::UTINYINT AS side,
        least(abs(score) / 10, 1) * share
            * CASE WHEN acts.day IS NULL THEN $undated::DOUBLE
                   ELSE pow(2.0, -days.age / coalesce(half_lives.half_life, $half_life::DOUBLE)) END AS size,
        least($most::DOUBLE,
            CASE status WHEN 'actual' THEN $actual::DOUBLE WHEN 'possible' THEN $possible::DOUBLE
                        WHEN 'requested' THEN $requested::DOUBLE ELSE 0 END
            * CASE WHEN claim_id IS NULL THEN $own::DOUBLE
                   ELSE (CASE WHEN speaker IS NULL THEN $unnamed::DOUBLE
                              WHEN speaker = source OR starts_with(speaker, source || '-') THEN $doer::DOUBLE
                              WHEN speaker = target OR starts_with(speaker, target || '-') THEN $other::DOUBLE
                              ELSE $third::DOUBLE END)
                      * (CASE stance WHEN 'denies' THEN $denies::DOUBLE WHEN 'questions' THEN $questions::DOUBLE
                                     WHEN 'declines' THEN $declines::DOUBLE ELSE 1 END) END
            * coalesce(confidence, 1)) AS belief
    FROM {acts} AS acts
    LEFT JOIN days ON days.day = acts.day
    LEFT JOIN half_lives ON half_lives.type = CASE WHEN kind = 'stated' THEN 'STATED' ELSE acts.type END
    WHERE score <> 0 AND status IN ('actual', 'possible', 'requested') AND share > 0 AND coalesce(confidence, 1) > 0
      AND (days.day IS NOT NULL
           OR (acts.day IS NULL AND $months::INTEGER IS NULL AND $since::DATE IS NULL AND $until::DATE IS NULL))
      AND ($a::VARCHAR IS NULL OR (source = $a AND target = $b) OR (source = $b AND target = $a))
      AND ($places::VARCHAR[] IS NULL OR list_contains($places::VARCHAR[], source)
           OR list_contains($places::VARCHAR[], target))
      AND (actor IS NULL OR actor = source OR NOT list_contains($apart::VARCHAR[] || $private::VARCHAR[], right(actor, 4)))
      AND (recipient IS NULL OR recipient = target
           OR NOT list_contains(CASE WHEN mutual THEN $apart::VARCHAR[] || $private::VARCHAR[] ELSE $apart::VARCHAR[] END, right(recipient, 4)))
      AND NOT (coalesce(stance, '') = 'threatens' AND status <> 'actual'
               AND NOT coalesce(speaker = source OR starts_with(speaker, source || '-'), false))
)
