/** Which snapshots hold a file: how the workflows are found that used a module. */
export const snapshotFilesByPath = `
CREATE INDEX snapshotFilesByPath ON snapshotFiles (path);
`;
