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

PRAGMA user_version = 6;
PRAGMA application_id = 1145853015;

INSERT INTO runs (id, name, state, said, defaults, model, created, started, ended, planned_steps, train_rows, held_out_rows, result, trainable, total_parameters, seconds_to_first_step, peak_resident_mb)
VALUES (1, 'tiny-stories', 'finished', '{"model":["stories260K"],"data":["stories.jsonl"],"rank":["4"]}', '{"rank":["8"],"lr":["1e-4"],"seed":["0"]}', 'stories260K', 1764000000000, 1764000001000, 1764000009000, 2, 90, 10, 'tiny-stories', 5120, 292000, 1.5, 420.5);
INSERT INTO run_progress (run_id, step, loss, evaluation_loss, sparkline)
VALUES (1, 2, 2.25, 2.125, x'000000010000000000000000000000004020000040100000');
INSERT INTO steps VALUES (1, 1, 1764000002000, 2.5, 0.5, 0.0001, 100, 40, 0.25), (1, 2, 1764000003000, 2.25, 0.5, 0.0001, 100, 40, 0.25);
INSERT INTO evaluations VALUES (1, 2, 1764000004000, 2.125, 33);
INSERT INTO samples VALUES (1, 2, 'Once upon', 1764000004000, ' a time');
INSERT INTO checkpoints VALUES (1, 2, 1764000004000, 'runs/1/step-2');
INSERT INTO log_lines VALUES (1, 1, 1764000009000, 'Finished after step 2: tiny-stories.');
INSERT INTO adapters (id, name, folder, created, rank, alpha, targets, parameters, bytes, base_model, base_sha256, run, data_sha256, engine, evaluation_loss, notes, rating)
VALUES (1, 'tiny-stories', 'adapters/tiny-stories', 1764000009000, 4, 16, '', 5120, 21000, 'stories260K', 'ab', 'tiny-stories', 'cd', 'deltaworks 0.1.0, libtorch 2.7.1', 2.125, 'the first', 5);
INSERT INTO adapter_tags VALUES (1, 'small'), (1, 'demo');
INSERT INTO models VALUES ('stories260K', 'models/stories260K', 'llama', 292000, 1100000, 'MIT', 'ab');
INSERT INTO file_checks VALUES ('models/stories260K/model.safetensors', 1100000, 1763000000000, 'ab', NULL);
INSERT INTO datasets VALUES ('stories', '/data/stories.jsonl', 'text', 100, 20000, 'cd');
INSERT INTO settings VALUES ('window.theme', 'dark');
CREATE INDEX runs_standing ON runs (state, ended);
ALTER TABLE runs ADD COLUMN result_step INTEGER;
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
ALTER TABLE runs ADD COLUMN seconds_of_work REAL NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN promised_mb REAL;
ALTER TABLE runs ADD COLUMN promised_seconds REAL;
ALTER TABLE runs ADD COLUMN corrected_mb REAL;
ALTER TABLE runs ADD COLUMN corrected_seconds REAL;
UPDATE runs SET seconds_of_work = 8, promised_mb = 410, promised_seconds = 9.5, corrected_mb = 425, corrected_seconds = 8.25;
ALTER TABLE runs ADD COLUMN promised_disk_mb REAL NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN corrected_disk_mb REAL NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN peak_disk_mb REAL NOT NULL DEFAULT 0;
UPDATE runs SET promised_disk_mb = 12.5, corrected_disk_mb = 12.5, peak_disk_mb = 9.25;
