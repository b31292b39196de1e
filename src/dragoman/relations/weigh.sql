-- Alignment of all pairs in all windows, from the view `acts`. weigh.py says what each figure means and
-- computes the same for plain rows; docs/reference/alignment.md has the formula and a worked example.
--   weighed     one row per act that says something: its size (score, recency, share) and belief (status, voice)
--   texts       one per happening, text, direction and sign: copies and repetitions inside a text fall together here
--   sides       one per happening, direction and sign: size of the largest act told, belief that grows with texts
--   happenings  one per happening: its four masses, and the two of the pair as such
--   pairs       one per pair and window: friendly and hostile mass, their squares, counts
-- Happenings and texts are grouped by 64-bit hashes of their ids inside a pair and window: half the time of the ids
-- themselves. Two of a thousand ids fall together with a chance of 3e-14.
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
        least(source, target) AS a,
        greatest(source, target) AS b,
        coalesce(days.number, 0) AS number,
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
    FROM acts
    LEFT JOIN days ON days.day = acts.day
    LEFT JOIN half_lives ON half_lives.type = CASE WHEN kind = 'stated' THEN 'STATED' ELSE acts.type END
    WHERE score <> 0 AND status IN ('actual', 'possible', 'requested') AND share > 0 AND coalesce(confidence, 1) > 0
      AND (days.day IS NOT NULL
           OR (acts.day IS NULL AND $months::INTEGER IS NULL AND $since::DATE IS NULL AND $until::DATE IS NULL))
      AND ($a::VARCHAR IS NULL OR (source = $a AND target = $b) OR (source = $b AND target = $a))
      AND (actor IS NULL OR actor = source OR right(actor, 4) NOT IN ('-OPP', '-PRE', '-REB', '-UAF'))
      AND (recipient IS NULL OR recipient = target OR right(recipient, 4) NOT IN ('-OPP', '-PRE', '-REB', '-UAF'))
),
texts AS (
    SELECT a, b, number, happening, text, side, max(size) AS size, max(belief) AS belief
    FROM weighed GROUP BY a, b, number, happening, text, side
),
sides AS (
    SELECT a, b, number, happening, side, max(size) * (1 - product(1 - belief)) AS mass
    FROM texts GROUP BY a, b, number, happening, side
),
happenings AS (
    SELECT a, b, number,
        max(CASE side WHEN 0 THEN mass ELSE 0 END) AS onward_friendly,
        max(CASE side WHEN 1 THEN mass ELSE 0 END) AS onward_hostile,
        max(CASE side WHEN 2 THEN mass ELSE 0 END) AS back_friendly,
        max(CASE side WHEN 3 THEN mass ELSE 0 END) AS back_hostile,
        greatest(onward_friendly, back_friendly) AS friendly,
        greatest(onward_hostile, back_hostile) AS hostile
    FROM sides GROUP BY a, b, number, happening
),
told AS (
    SELECT a, b, number, count(DISTINCT text) AS texts FROM texts GROUP BY a, b, number
),
pairs AS (
    SELECT a, b, number,
        sum(friendly) AS friendly, sum(hostile) AS hostile,
        sum(friendly * friendly) AS friendly_squares, sum(hostile * hostile) AS hostile_squares,
        sum(onward_friendly) AS onward_friendly, sum(onward_hostile) AS onward_hostile,
        sum(back_friendly) AS back_friendly, sum(back_hostile) AS back_hostile,
        count(*) AS events
    FROM happenings GROUP BY a, b, number
),
spread AS (
    SELECT *,
        (friendly - hostile) / (friendly + hostile + $shrink::DOUBLE) AS alignment,
        greatest(1.0, events / texts) AS per_text,
        (friendly_squares + hostile_squares) * per_text / (friendly + hostile) AS typical,
        friendly + $prior::DOUBLE * typical AS more_friendly,
        hostile + $prior::DOUBLE * typical AS more_hostile,
        more_friendly / (more_friendly + more_hostile) AS portion,
        2 * $z::DOUBLE * sqrt(
            (1 - portion) * (1 - portion) * (friendly_squares * per_text + $prior::DOUBLE * typical * typical)
            + portion * portion * (hostile_squares * per_text + $prior::DOUBLE * typical * typical)
        ) / (more_friendly + more_hostile) AS reach
    FROM pairs JOIN told USING (a, b, number)
    WHERE friendly + hostile > 0
)
SELECT
    a, b, windows.start AS "start", windows.stop AS "end",
    alignment,
    greatest(-1.0, least(alignment, 2 * portion - 1 - reach)) AS low,
    least(1.0, greatest(alignment, 2 * portion - 1 + reach)) AS high,
    events, texts,
    CASE WHEN onward_friendly + onward_hostile > 0 THEN
        (onward_friendly - onward_hostile) / (onward_friendly + onward_hostile + $shrink::DOUBLE) END AS a_to_b,
    CASE WHEN back_friendly + back_hostile > 0 THEN
        (back_friendly - back_hostile) / (back_friendly + back_hostile + $shrink::DOUBLE) END AS b_to_a,
    friendly, hostile
FROM spread JOIN windows USING (number)
ORDER BY a, b, "start"
