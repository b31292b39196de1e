-- The strongest acts of each pair and sign, each happening once: of the pair $own_a-$own_b $own_most of them, of any other
-- $others_most. structure/ranking.py does the same for plain rows. weighed.sql stands before this.
, told AS (
    SELECT a, b, event_id, size * belief AS weight, side % 2 = 0 AS friendly
    FROM weighed
    WHERE list_contains($among::VARCHAR[], a) AND list_contains($among::VARCHAR[], b)
    QUALIFY row_number() OVER (PARTITION BY a, b, happening, friendly ORDER BY weight DESC, event_id) = 1
)
SELECT a, b, event_id, weight, friendly
FROM told
QUALIFY row_number() OVER (PARTITION BY a, b, friendly ORDER BY weight DESC, event_id)
    <= CASE WHEN a = $own_a AND b = $own_b THEN $own_most ELSE $others_most END
ORDER BY a, b, friendly, weight DESC, event_id
