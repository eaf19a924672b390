/** What a Restore has to do: which files differ from the snapshot, and how each can be brought back byte for byte. */
import path from 'node:path';
import type { WorkflowSource } from '../../model/workflow/workflow';
import { readLiveText } from '../workflows/liveTexts';

export interface RestoredFile {
  /** Key in the snapshot. */
  readonly key: string;
  /** Absolute path of the live file. */
  readonly path: string;
  /** The live text; null when the file is gone. */
  readonly before: string | null;
  readonly after: string;
}

/** The files whose live text is not that of the snapshot, the workflow file first. */
export async function filesToRestore(workspace: string, source: WorkflowSource): Promise<RestoredFile[]> {
  const keys = [source.entry, ...Object.keys(source.files).filter((key) => key !== source.entry)];
  const files: RestoredFile[] = [];
  for (const key of keys) {
    const after = source.files[key];
    const before = (await readLiveText(workspace, key)) ?? null;
    if (after !== undefined && before !== after) files.push({ key, path: path.join(workspace, key), before, after });
  }
  return files;
}
