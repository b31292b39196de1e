-- Pairs of texts of which one may be a copy of the other, and how much of the shorter one (text_id)
-- stands in the longer (other). A row of the result is a link; copies.py makes groups of them.
-- Fresh are the readings that were not compared yet: a pair is looked at if one of the two is.
--
-- A minhash is packed as body/twins.py says: rules, runs, $numbers numbers, then the marks.
-- Fingerprints are long: they are read twice, once for their bands and once more for those few texts that
-- share one, and not held in between.
WITH texts AS MATERIALIZED (
    -- One report stands for all of the very same words, the first that was entered.
    SELECT row_number() OVER (ORDER BY entered, report_id) AS n, reading_id, text_id, fresh
    FROM (
        SELECT
            report_id, reading_id, text_id, entered,
            reading_id NOT IN (SELECT reading_id FROM raw_copies WHERE reading_id IS NOT NULL) AS fresh
        FROM raw_reports SEMI JOIN current_readings USING (reading_id)
        WHERE len(minhash) >= $numbers + 2 AND minhash[2] >= $least_runs
        QUALIFY row_number() OVER (PARTITION BY text_id ORDER BY entered, report_id) = 1
    )
),
-- Texts of the same rules that agree in two numbers side by side, anywhere, stand in one band: of
-- two that share a quarter of all their runs, 98 in 100 do so somewhere.
all_bands AS NOT MATERIALIZED (
    SELECT
        n, fresh,
        hash(unnest(range($numbers // 2)), unnest(words[1:$numbers:2]), unnest(words[2:$numbers:2]), rules) AS key
    FROM (
        SELECT n, fresh, minhash[1] AS rules, minhash[3:$numbers + 2] AS words
        FROM raw_reports JOIN texts USING (reading_id)
    )
),
new_keys AS MATERIALIZED (SELECT DISTINCT key FROM all_bands WHERE fresh),
bands AS MATERIALIZED (SELECT n, fresh, key FROM all_bands SEMI JOIN new_keys USING (key)),
-- Of a band that many stand in, the first few are compared with all the others: what is entered
-- later does not change who they are, and a famous story costs no more than its length.
heads AS (
    SELECT key, min(n, $heads) AS firsts
    FROM bands GROUP BY key HAVING count(*) > 1
),
met AS (
    SELECT n, fresh, unnest(firsts) AS first FROM bands JOIN heads USING (key)
),
pairs AS MATERIALIZED (
    SELECT DISTINCT least(m.n, m.first) AS a, greatest(m.n, m.first) AS b
    FROM met m JOIN (SELECT n, fresh FROM texts) AS f ON f.n = m.first
    WHERE m.n <> m.first AND (m.fresh OR f.fresh)
),
compared AS MATERIALIZED (
    SELECT
        n, text_id, minhash[2] AS runs, minhash[3:$numbers + 2] AS words, minhash[$numbers + 3:] AS marks
    FROM (SELECT reading_id, minhash FROM raw_reports)
    JOIN (FROM texts WHERE n IN (SELECT a FROM pairs UNION SELECT b FROM pairs)) USING (reading_id)
),
agreed AS (
    SELECT
        x.text_id AS text_a, y.text_id AS text_b, x.marks AS marks_a, y.marks AS marks_b,
        x.runs AS runs_a, y.runs AS runs_b,
        list_sum(list_transform(list_zip(x.words, y.words), lambda p: (p[1] = p[2])::INTEGER)) / $numbers AS alike
    FROM pairs JOIN compared x ON x.n = a JOIN compared y ON y.n = b
    WHERE least(x.runs, y.runs) >= $least_part * greatest(x.runs, y.runs)
),
-- alike is the share of common runs in all runs of both; contained, that in the shorter one's.
contained AS (
    SELECT *, least(1, alike * (runs_a + runs_b) / (1 + alike) / least(runs_a, runs_b)) AS words
    FROM agreed
),
-- Of marks only so many are kept: both are counted up to where both are whole.
limited AS (
    SELECT
        *, len(list_intersect(marks_a, marks_b)) AS common,
        least(
            if(len(marks_a) = $marks, marks_a[-1], 4294967296), if(len(marks_b) = $marks, marks_b[-1], 4294967296)
        ) AS last
    FROM contained WHERE words >= $least_words
),
marked AS (
    SELECT
        if(runs_a < runs_b, text_a, text_b) AS text_id, if(runs_a < runs_b, text_b, text_a) AS other,
        least(runs_a, runs_b) / greatest(runs_a, runs_b) AS part, words, common,
        least(
            len(list_filter(marks_a, lambda m: m <= last)), len(list_filter(marks_b, lambda m: m <= last))
        ) AS marks
    FROM limited
)
-- Where a machine replaced words, it replaced names and figures no more often: if a share s of
-- single words is left, so is s of the names, and s to the power of $length of the runs. Where
-- fewer names are common than the runs promise, by more than chance, the words are those of a
-- form that was filled in anew.
SELECT text_id, other, part, words, CASE WHEN marks > 0 THEN common / marks END AS marks
FROM (SELECT *, pow(words, 1 / $length) AS promised FROM marked)
WHERE CASE
    WHEN marks < $few_marks THEN words >= $sure_words
    ELSE common >= marks * greatest(
        $least_marks, promised - $doubt * sqrt(greatest(promised * (1 - promised), 0.02) / marks)
    )
END
ORDER BY ALL
