/** Schedules, and which runs are theirs. */
export const schedules = `
-- settings: a ScheduleSettings as JSON. nextAt (milliseconds since 1970) and runId, the Scheduled run that waits for it: null while paused.
CREATE TABLE schedules (
  id TEXT PRIMARY KEY, workflowPath TEXT NOT NULL, workflowName TEXT NOT NULL, project TEXT NOT NULL,
  workspace TEXT NOT NULL, settings TEXT NOT NULL, environment TEXT NOT NULL, author TEXT NOT NULL,
  createdAt INTEGER NOT NULL, isPaused INTEGER NOT NULL, nextAt INTEGER, runId TEXT, lastRunId TEXT, note TEXT
) STRICT, WITHOUT ROWID;

ALTER TABLE runs ADD COLUMN scheduleId TEXT;
ALTER TABLE runs ADD COLUMN scheduledFor INTEGER;

-- Asked whenever a schedule is due and whenever a run of one ends, however many it has had.
CREATE INDEX begunRunsOfSchedules ON runs (scheduleId, id)
  WHERE scheduleId IS NOT NULL AND status IN ('Pending', 'Running', 'Stopping');

CREATE TRIGGER forgetLastRun AFTER DELETE ON runs WHEN OLD.scheduleId IS NOT NULL BEGIN
  UPDATE schedules SET lastRunId = NULL WHERE id = OLD.scheduleId AND lastRunId = OLD.id;
END;
`;
