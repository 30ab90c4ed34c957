-- What a run was said to have on the disk at the most, and what it has had. 0 where an older version
-- said and counted nothing.
ALTER TABLE runs ADD COLUMN promised_disk_mb REAL NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN corrected_disk_mb REAL NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN peak_disk_mb REAL NOT NULL DEFAULT 0;
