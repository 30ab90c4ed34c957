-- Which state of a run was published, where a later one did worse on the held-out rows.
ALTER TABLE runs ADD COLUMN result_step INTEGER;
