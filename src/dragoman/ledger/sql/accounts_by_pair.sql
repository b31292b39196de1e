-- The rows of accounts in order of the places that they join: one for each pair (a before b) of
-- places that stand in an event, in whatever role; a is b where there is one place alone, and both
-- are null where there is none. Of several rows of an event one has the number 1.
WITH placed AS (
    SELECT *, places_of(list_concat(actors, recipients)) AS places
    FROM accounts_made
),
paired AS (
    SELECT * EXCLUDE (places),
        CASE len(places)
            WHEN 0 THEN [{'a': NULL::VARCHAR, 'b': NULL::VARCHAR, 'nth': 1}]
            WHEN 1 THEN [{'a': places[1], 'b': places[1], 'nth': 1}]
            WHEN 2 THEN [{'a': places[1], 'b': places[2], 'nth': 1}]
            ELSE list_filter(
                flatten(list_transform(places, lambda x, i: list_transform(places, lambda y, j: {'a': x, 'b': y, 'nth': if(i = 1 AND j = 2, 1, 2)}))),
                lambda pair: pair.a < pair.b)
        END AS pairs
    FROM placed
)
SELECT * EXCLUDE (pairs, pair), pair.a AS a, pair.b AS b, pair.nth AS nth
FROM (SELECT *, unnest(pairs) AS pair FROM paired)
