-- Alignment of all pairs in all windows, from the view `acts`. weigh.py says what each figure means and
-- computes the same for plain rows; docs/reference/alignment.md has the formula and a worked example.
--   weighed     one row per act that says something: its size (score, recency, share) and belief (status, voice);
--               weighed.sql, which stands before this
--   texts       one per happening, text, direction and sign: copies and repetitions inside a text fall together here
--   sides       one per happening, direction and sign: size of the largest act told, belief that grows with texts
--   happenings  one per happening: its four masses, and the two of the pair as such
--   pairs       one per pair and window: friendly and hostile mass, their squares, counts
-- Happenings and texts are grouped by 64-bit hashes of their ids inside a pair and window: half the time of the ids
-- themselves. Two of a thousand ids fall together with a chance of 3e-14.
, texts AS (
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
