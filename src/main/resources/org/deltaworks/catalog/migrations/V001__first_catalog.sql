-- Times are milliseconds since 1970. Paths inside the home folder are stored relative to it.
-- A number that is NaN is stored as NULL: SQLite knows no NaN.

CREATE TABLE runs (
  id                    INTEGER PRIMARY KEY AUTOINCREMENT,
  name                  TEXT    NOT NULL COLLATE NOCASE UNIQUE,
  state                 TEXT    NOT NULL CHECK (state IN ('queued', 'running', 'paused', 'stopped', 'failed', 'finished')),
  said                  TEXT    NOT NULL, -- JSON: option -> values, what the person said
  defaults              TEXT    NOT NULL, -- JSON: option -> value, the defaults in force when the run was asked for
  model                 TEXT    NOT NULL,
  created               INTEGER NOT NULL,
  started               INTEGER,
  ended                 INTEGER,
  planned_steps         INTEGER NOT NULL DEFAULT 0,
  train_rows            INTEGER NOT NULL DEFAULT 0,
  held_out_rows         INTEGER NOT NULL DEFAULT 0,
  owner_process         INTEGER,
  owner_started         INTEGER,
  result                TEXT,
  problem_kind          TEXT,
  problem_message       TEXT,
  problem_remedy        TEXT,
  problem_field         TEXT,
  trainable             INTEGER NOT NULL DEFAULT 0,
  total_parameters      INTEGER NOT NULL DEFAULT 0,
  seconds_to_first_step REAL    NOT NULL DEFAULT 0,
  peak_resident_mb      REAL    NOT NULL DEFAULT 0,
  CHECK ((owner_process IS NULL) = (owner_started IS NULL)),
  CHECK ((problem_kind IS NULL) = (problem_message IS NULL))
) STRICT;

-- Apart from runs, so that a step does not rewrite a row that holds every setting.
CREATE TABLE run_progress (
  run_id          INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
  step            INTEGER NOT NULL DEFAULT 0,
  loss            REAL,
  evaluation_loss REAL,
  sparkline       BLOB
) STRICT;

CREATE TABLE steps (
  run_id        INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  step          INTEGER NOT NULL,
  at            INTEGER NOT NULL,
  loss          REAL,
  gradient_norm REAL,
  learning_rate REAL,
  tokens        INTEGER NOT NULL,
  label_tokens  INTEGER NOT NULL,
  seconds       REAL,
  PRIMARY KEY (run_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE evaluations (
  run_id       INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  step         INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  loss         REAL,
  label_tokens INTEGER NOT NULL,
  PRIMARY KEY (run_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE samples (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  step   INTEGER NOT NULL,
  prompt TEXT    NOT NULL,
  at     INTEGER NOT NULL,
  answer TEXT    NOT NULL,
  PRIMARY KEY (run_id, step, prompt)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoints (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  step   INTEGER NOT NULL,
  at     INTEGER NOT NULL,
  folder TEXT    NOT NULL,
  PRIMARY KEY (run_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE log_lines (
  id      INTEGER PRIMARY KEY,
  run_id  INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  at      INTEGER NOT NULL,
  message TEXT    NOT NULL
) STRICT;
CREATE INDEX log_lines_of_run ON log_lines (run_id, id);

CREATE TABLE wishes (
  run_id INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
  wish   TEXT NOT NULL CHECK (wish IN ('pause', 'stop', 'save'))
) STRICT;

CREATE TABLE adapters (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  name             TEXT    NOT NULL COLLATE NOCASE,
  folder           TEXT    NOT NULL UNIQUE,
  created          INTEGER NOT NULL,
  rank             INTEGER NOT NULL,
  alpha            REAL    NOT NULL,
  targets          TEXT    NOT NULL,
  parameters       INTEGER NOT NULL,
  bytes            INTEGER NOT NULL,
  base_model       TEXT    NOT NULL,
  base_sha256      TEXT,
  run              TEXT,
  data_sha256      TEXT,
  tokenizer_sha256 TEXT,
  template_sha256  TEXT,
  engine           TEXT,
  evaluation_loss  REAL,
  notes            TEXT    NOT NULL DEFAULT '',
  rating           INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
  discarded        INTEGER, -- when it was put in the bin
  -- The process that is writing its folder; such a row is in no list. One that outlives its process
  -- tells the next start to finish or to undo what was begun.
  writer_process   INTEGER,
  writer_started   INTEGER,
  CHECK ((writer_process IS NULL) = (writer_started IS NULL))
) STRICT;
-- A name in the bin is free again.
CREATE UNIQUE INDEX adapters_name ON adapters (name) WHERE discarded IS NULL;

CREATE TABLE adapter_tags (
  adapter_id INTEGER NOT NULL REFERENCES adapters (id) ON DELETE CASCADE,
  tag        TEXT    NOT NULL,
  PRIMARY KEY (adapter_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE models (
  name       TEXT PRIMARY KEY COLLATE NOCASE,
  folder     TEXT    NOT NULL,
  model_type TEXT    NOT NULL,
  parameters INTEGER NOT NULL,
  bytes      INTEGER NOT NULL,
  license    TEXT    NOT NULL,
  sha256     TEXT
) STRICT;

CREATE TABLE file_checks (
  path       TEXT PRIMARY KEY,
  size       INTEGER NOT NULL,
  modified   INTEGER NOT NULL,
  sha256     TEXT    NOT NULL,
  not_finite TEXT
) STRICT;

CREATE TABLE datasets (
  name   TEXT PRIMARY KEY COLLATE NOCASE,
  path   TEXT    NOT NULL,
  form   TEXT    NOT NULL,
  rows   INTEGER NOT NULL,
  bytes  INTEGER NOT NULL,
  sha256 TEXT    NOT NULL
) STRICT;

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
