/** A run's texts as files, so that its scripts are executed exactly as they were when it was started. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, isAbsolute } from 'node:path';
import type { WorkflowSource } from '../../model/workflow/workflow';

/** Writes the files unless they are all there. @throws the operating system's reason */
export function writeSnapshotFiles(folder: string, source: WorkflowSource): void {
  if (existsSync(folder)) return;
  // The folder gets its name last: an engine that dies on the way leaves nothing that looks complete.
  const growing = `${folder}.new`;
  rmSync(growing, { recursive: true, force: true });
  mkdirSync(growing, { recursive: true });
  for (const [path, text] of Object.entries(source.files)) {
    const file = join(growing, path);
    const inside = relative(growing, file);
    if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`${path} leads out of the snapshot`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  renameSync(growing, folder);
}
