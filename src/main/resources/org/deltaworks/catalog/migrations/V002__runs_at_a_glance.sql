-- Lists look several times a second whether a run has changed: without its long row of settings.
CREATE INDEX runs_standing ON runs (state, ended);
