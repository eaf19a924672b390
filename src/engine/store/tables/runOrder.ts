/** Where the runs of schedules stand in lists: their rows are made long before they begin. */
export const runOrder = `
-- A ULID made when the run of a schedule began, by which it sorts from then on; null: it sorts by its id.
ALTER TABLE runs ADD COLUMN sortId TEXT;
ALTER TABLE listedRuns ADD COLUMN sortId TEXT;
-- Places ascend with it.
CREATE UNIQUE INDEX listedRunsInOrder ON listedRuns (ifnull(sortId, runId), place);

CREATE TRIGGER listRunAnew AFTER UPDATE OF sortId ON runs WHEN NEW.sortId IS NOT OLD.sortId BEGIN
  DELETE FROM runTexts WHERE rowid = (SELECT place FROM listedRuns WHERE runId = NEW.id);
  UPDATE listedRuns SET place = (SELECT max(place) + 1 FROM listedRuns), sortId = NEW.sortId,
    createdAt = NEW.createdAt, isLate = NEW.createdAt < timeOfId(NEW.sortId) WHERE runId = NEW.id;
  INSERT INTO runTexts (rowid, name, id)
    SELECT place, foldedName, foldText(NEW.id) FROM listedRuns WHERE runId = NEW.id;
END;
`;
