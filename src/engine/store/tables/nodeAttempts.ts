/** Attempts that another one followed: a node run tells only of its newest. Times are milliseconds since 1970. */
export const nodeAttempts = `
CREATE TABLE nodeAttempts (
  runId TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, nodeId TEXT NOT NULL, attempt INTEGER NOT NULL,
  status TEXT NOT NULL, startedAt INTEGER NOT NULL, endedAt INTEGER NOT NULL, exitCode INTEGER, machine TEXT,
  message TEXT, PRIMARY KEY (runId, nodeId, attempt)
) STRICT, WITHOUT ROWID;
`;
