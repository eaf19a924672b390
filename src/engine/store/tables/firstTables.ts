/** Runs with their node runs, what they executed, and counts of them. */
export const firstTables = `
CREATE TABLE texts (hash TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- One for each distinct set of files, however many runs executed it.
CREATE TABLE snapshots (
  hash TEXT PRIMARY KEY, versionId TEXT NOT NULL, versionAlgorithm INTEGER NOT NULL, entry TEXT NOT NULL,
  workflow TEXT NOT NULL, modules TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE snapshotFiles (
  snapshot TEXT NOT NULL REFERENCES snapshots ON DELETE CASCADE, path TEXT NOT NULL, text TEXT NOT NULL REFERENCES texts,
  PRIMARY KEY (snapshot, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshotFilesByText ON snapshotFiles (text);

-- Numbers are given once: deleting the newest run does not free its number.
CREATE TABLE workflows (path TEXT PRIMARY KEY, lastNumber INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Times are milliseconds since 1970.
CREATE TABLE runs (
  id TEXT PRIMARY KEY, number INTEGER NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL, creationType TEXT NOT NULL,
  workflowPath TEXT NOT NULL, workflowName TEXT NOT NULL, project TEXT NOT NULL, workspace TEXT NOT NULL,
  versionId TEXT NOT NULL, fleet TEXT NOT NULL, machines TEXT NOT NULL, author TEXT NOT NULL,
  createdAt INTEGER NOT NULL, startedAt INTEGER, endedAt INTEGER, message TEXT,
  snapshot TEXT REFERENCES snapshots, rerunOf TEXT, environment TEXT NOT NULL, inputs TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX runsByStatus ON runs (status, id);
CREATE INDEX runsByWorkflow ON runs (workflowPath, id);
CREATE INDEX runsByWorkflowAndStatus ON runs (workflowPath, status, id);
CREATE INDEX runsByAuthor ON runs (author, id);
CREATE INDEX runsBySnapshot ON runs (snapshot);

-- Kept by triggers: counting a million rows takes half a second, reading a count takes none.
CREATE TABLE runCounts (
  workflowPath TEXT NOT NULL, status TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (workflowPath, status)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER runCountsAdd AFTER INSERT ON runs BEGIN
  INSERT INTO runCounts VALUES (NEW.workflowPath, NEW.status, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER runCountsChange AFTER UPDATE OF status, workflowPath ON runs
WHEN OLD.status <> NEW.status OR OLD.workflowPath <> NEW.workflowPath BEGIN
  UPDATE runCounts SET count = count - 1 WHERE workflowPath = OLD.workflowPath AND status = OLD.status;
  DELETE FROM runCounts WHERE workflowPath = OLD.workflowPath AND status = OLD.status AND count = 0;
  INSERT INTO runCounts VALUES (NEW.workflowPath, NEW.status, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER runCountsRemove AFTER DELETE ON runs BEGIN
  UPDATE runCounts SET count = count - 1 WHERE workflowPath = OLD.workflowPath AND status = OLD.status;
  DELETE FROM runCounts WHERE workflowPath = OLD.workflowPath AND status = OLD.status AND count = 0;
END;

-- failures: attempts that count against the retries; losses: attempts in a row whose machine or engine was lost.
CREATE TABLE nodeRuns (
  runId TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, place INTEGER NOT NULL, nodeId TEXT NOT NULL,
  status TEXT NOT NULL, startedAt INTEGER, endedAt INTEGER, exitCode INTEGER, machine TEXT, ip TEXT,
  attempt INTEGER NOT NULL, attemptStartedAt INTEGER, failures INTEGER NOT NULL, losses INTEGER NOT NULL,
  message TEXT, outputs TEXT NOT NULL, inputFiles TEXT NOT NULL,
  PRIMARY KEY (runId, place)
) STRICT, WITHOUT ROWID;
`;
