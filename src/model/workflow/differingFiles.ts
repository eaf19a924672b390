/** Which files a Restore would write. */
import type { ReadText } from './load';
import type { WorkflowSource } from './workflow';

export interface DifferingFile {
  /** Key in `WorkflowSource.files`: the path relative to the workspace. */
  readonly file: string;
  /** The live text; null when the file is gone. */
  readonly live: string | null;
  /** The text that the run executed. */
  readonly ran: string;
}

/**
 * The files of a snapshot whose live text is another one, or that are gone: the workflow file first, then by path.
 * Texts are compared character by character. A file that only the live workflow uses is no business of the snapshot.
 */
export async function differingFiles(snapshot: WorkflowSource, readLive: ReadText): Promise<DifferingFile[]> {
  const others = Object.keys(snapshot.files).filter((file) => file !== snapshot.entry);
  const differing: DifferingFile[] = [];
  for (const file of [snapshot.entry, ...others.sort()]) {
    const ran = snapshot.files[file];
    const live = (await readLive(file)) ?? null;
    if (ran !== undefined && live !== ran) differing.push({ file, live, ran });
  }
  return differing;
}
