-- Runs that wait for their turn, in state queued. A queued run without a row here has a process that
-- is being started. A starter has taken the run and is starting that process.
CREATE TABLE waiting (
  run_id          INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
  place           INTEGER NOT NULL,
  held            INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)),
  not_before      INTEGER,
  starter_process INTEGER,
  starter_started INTEGER,
  CHECK ((starter_process IS NULL) = (starter_started IS NULL))
) STRICT;

-- The one process that starts what waits, while nobody else is there.
CREATE TABLE queue_keeper (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  process INTEGER NOT NULL,
  started INTEGER NOT NULL
) STRICT;

CREATE TABLE sweeps (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  name    TEXT    NOT NULL COLLATE NOCASE UNIQUE,
  varied  TEXT    NOT NULL, -- the options that differ between its runs, with commas
  metric  TEXT    NOT NULL,
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE sweep_runs (
  run_id   INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
  sweep_id INTEGER NOT NULL REFERENCES sweeps (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX sweep_runs_of_sweep ON sweep_runs (sweep_id, run_id);
