/** What a run's details ask: all machines that it used, and the runs that ran it again. */
export const machinesAndReruns = `
-- Every machine that executed an attempt, in the order of first use. A node run tells only of its newest attempt.
CREATE TABLE runMachines (
  runId TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, place INTEGER NOT NULL, name TEXT NOT NULL, ip TEXT,
  PRIMARY KEY (runId, place)
) STRICT, WITHOUT ROWID;
INSERT INTO runMachines
  SELECT runId, row_number() OVER (PARTITION BY runId ORDER BY min(startedAt), min(place)) - 1, machine, ip
  FROM nodeRuns WHERE machine IS NOT NULL GROUP BY runId, machine, ip;
CREATE TRIGGER runMachinesAdd AFTER UPDATE OF machine, ip ON nodeRuns
WHEN NEW.machine IS NOT NULL
  AND (OLD.machine IS NOT NEW.machine OR OLD.ip IS NOT NEW.ip)
  AND NOT EXISTS (SELECT 1 FROM runMachines WHERE runId = NEW.runId AND name = NEW.machine AND ip IS NEW.ip)
BEGIN
  INSERT INTO runMachines
    SELECT NEW.runId, count(*), NEW.machine, NEW.ip FROM runMachines WHERE runId = NEW.runId;
END;

CREATE INDEX runsByRerunOf ON runs (rerunOf, id) WHERE rerunOf IS NOT NULL;
`;
