/**
 * What lists of runs are filtered and counted by, however many runs there are. Kept by triggers, so that no way of
 * writing a run can forget it.
 */
export const listing = `
-- The runs that are alike in all that is filtered by value. There are few, and each combination of such filters is some of them.
CREATE TABLE runGroups (
  id INTEGER PRIMARY KEY, workflowPath TEXT NOT NULL, project TEXT NOT NULL, author TEXT NOT NULL, status TEXT NOT NULL,
  count INTEGER NOT NULL, UNIQUE (workflowPath, project, author, status)
) STRICT;

-- Each run once more in a narrow row. A later run has a higher id, hence a higher place: places are ids as small numbers.
-- isLate: the clock had gone back, so that it was created earlier than its id says.
CREATE TABLE listedRuns (
  place INTEGER PRIMARY KEY, runId TEXT NOT NULL UNIQUE, groupId INTEGER NOT NULL, createdAt INTEGER NOT NULL,
  isLate INTEGER NOT NULL, foldedName TEXT NOT NULL
) STRICT;
CREATE INDEX listedRunsByGroup ON listedRuns (groupId, place);
CREATE INDEX lateRuns ON listedRuns (createdAt, place) WHERE isLate = 1;

-- Which runs have which three characters in a row in name or id, and not where; its row ids are places.
CREATE VIRTUAL TABLE runTexts USING fts5 (
  name, id, tokenize = 'trigram case_sensitive 1', content = '', contentless_delete = 1, detail = none
);
-- The places that an older store has not brought into it yet; no row: it is complete.
CREATE TABLE runTextBacklog (nextPlace INTEGER NOT NULL, lastPlace INTEGER NOT NULL) STRICT;

DROP TRIGGER runCountsAdd;
DROP TRIGGER runCountsChange;
DROP TRIGGER runCountsRemove;
DROP TABLE runCounts;
DROP INDEX runsByStatus;
DROP INDEX runsByWorkflow;
DROP INDEX runsByWorkflowAndStatus;
DROP INDEX runsByAuthor;

-- It was written some milliseconds after the id was made.
UPDATE runs SET createdAt = timeOfId(id) WHERE createdAt > timeOfId(id);
INSERT INTO runGroups (workflowPath, project, author, status, count)
  SELECT workflowPath, project, author, status, count(*) FROM runs GROUP BY 1, 2, 3, 4;
INSERT INTO listedRuns (runId, groupId, createdAt, isLate, foldedName)
  SELECT r.id, g.id, r.createdAt, r.createdAt < timeOfId(r.id), foldText(r.name)
  FROM runs r CROSS JOIN runGroups g USING (workflowPath, project, author, status) ORDER BY r.id;
INSERT INTO runTextBacklog SELECT min(place), max(place) FROM listedRuns HAVING count(*) > 0;

CREATE TRIGGER runsInOrder BEFORE INSERT ON runs WHEN NEW.id <= (SELECT max(id) FROM runs) BEGIN
  SELECT RAISE(ABORT, 'the id of a new run must be higher than all before it');
END;
CREATE TRIGGER listRun AFTER INSERT ON runs BEGIN
  INSERT INTO runGroups (workflowPath, project, author, status, count)
    VALUES (NEW.workflowPath, NEW.project, NEW.author, NEW.status, 1) ON CONFLICT DO UPDATE SET count = count + 1;
  INSERT INTO listedRuns (runId, groupId, createdAt, isLate, foldedName)
    SELECT NEW.id, id, NEW.createdAt, NEW.createdAt < timeOfId(NEW.id), foldText(NEW.name) FROM runGroups
    WHERE workflowPath = NEW.workflowPath AND project = NEW.project AND author = NEW.author AND status = NEW.status;
  INSERT INTO runTexts (rowid, name, id)
    SELECT place, foldedName, foldText(NEW.id) FROM listedRuns WHERE runId = NEW.id;
END;
CREATE TRIGGER regroupRun AFTER UPDATE OF workflowPath, project, author, status ON runs
WHEN OLD.status <> NEW.status OR OLD.workflowPath <> NEW.workflowPath OR OLD.project <> NEW.project
  OR OLD.author <> NEW.author
BEGIN
  INSERT INTO runGroups (workflowPath, project, author, status, count)
    VALUES (NEW.workflowPath, NEW.project, NEW.author, NEW.status, 1) ON CONFLICT DO UPDATE SET count = count + 1;
  UPDATE listedRuns SET groupId = (
    SELECT id FROM runGroups
    WHERE workflowPath = NEW.workflowPath AND project = NEW.project AND author = NEW.author AND status = NEW.status
  ) WHERE runId = NEW.id;
  UPDATE runGroups SET count = count - 1
    WHERE workflowPath = OLD.workflowPath AND project = OLD.project AND author = OLD.author AND status = OLD.status;
  DELETE FROM runGroups WHERE workflowPath = OLD.workflowPath AND project = OLD.project AND author = OLD.author
    AND status = OLD.status AND count = 0;
END;
CREATE TRIGGER renameListedRun AFTER UPDATE OF name ON runs WHEN OLD.name <> NEW.name BEGIN
  UPDATE listedRuns SET foldedName = foldText(NEW.name) WHERE runId = NEW.id;
  UPDATE runTexts SET name = foldText(NEW.name), id = foldText(NEW.id)
    WHERE rowid = (SELECT place FROM listedRuns WHERE runId = NEW.id);
END;
CREATE TRIGGER unlistRun AFTER DELETE ON runs BEGIN
  DELETE FROM runTexts WHERE rowid = (SELECT place FROM listedRuns WHERE runId = OLD.id);
  DELETE FROM listedRuns WHERE runId = OLD.id;
  UPDATE runGroups SET count = count - 1
    WHERE workflowPath = OLD.workflowPath AND project = OLD.project AND author = OLD.author AND status = OLD.status;
  DELETE FROM runGroups WHERE workflowPath = OLD.workflowPath AND project = OLD.project AND author = OLD.author
    AND status = OLD.status AND count = 0;
END;
`;
