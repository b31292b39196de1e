-- How far out of a window those positions reach that lie in it or near it (disputes.sql).
SELECT min(earliest) - $within::INTEGER, max(latest) + $within::INTEGER
FROM positions_read
WHERE {near} AND {bridges}
