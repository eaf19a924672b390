/** A node run whose result was taken over from another run; the id of the run that executed it, which may be deleted since. */
export const reusedResults = `ALTER TABLE nodeRuns ADD COLUMN reusedFrom TEXT;`;
