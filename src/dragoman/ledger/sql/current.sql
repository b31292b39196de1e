-- What counts of the rows that lie in the files. raw_<table> are these rows; one counts whose reading
-- is the one that its report goes by: the latest edition; of two processes that entered the same
-- report at the same moment, the one that was first; the number decides the rest.
CREATE TABLE current_readings AS
SELECT reading_id
FROM (
    SELECT reading_id, row_number() OVER (PARTITION BY report_id ORDER BY edition DESC, entered, reading_id) AS rank
    FROM raw_reports, moment
    WHERE moment.instant IS NULL OR entered <= moment.instant
)
WHERE rank = 1;

-- Filled when all views are there (copies.py): texts and the longer ones that they may be copies
-- of; for each text of a group the first one; and (happenings.sql) the events that belong to a
-- happening of another report.
CREATE TABLE links (text_id VARCHAR, other VARCHAR, part DOUBLE, words DOUBLE, marks DOUBLE, kept BOOLEAN);
CREATE TABLE text_groups (text_id VARCHAR, group_id VARCHAR);
CREATE TABLE event_happenings (reading_id BIGINT, event_id VARCHAR, found_id VARCHAR, entered_id VARCHAR, block UBIGINT);
