-- What a run was said to take before it started, what trying its largest batch made of that, and how
-- long it worked. What it took of memory is peak_resident_mb.
ALTER TABLE runs ADD COLUMN seconds_of_work REAL NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN promised_mb REAL;
ALTER TABLE runs ADD COLUMN promised_seconds REAL;
ALTER TABLE runs ADD COLUMN corrected_mb REAL;
ALTER TABLE runs ADD COLUMN corrected_seconds REAL;
