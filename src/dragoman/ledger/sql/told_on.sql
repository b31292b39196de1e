-- Texts that stand in a group of copies: the group, and the day on which the first of it was published.
SELECT DISTINCT text_id, group_id, min(published) OVER (PARTITION BY group_id) AS published
FROM raw_reports SEMI JOIN current_readings USING (reading_id) JOIN text_groups USING (text_id)
