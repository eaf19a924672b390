/**
 * Where the files of a run's version go when a new workflow is made of it. The references between them are relative and part
 * of the version, so they stay as they are, and the files around the new one have to fit them. Pure; keys are paths with `/`,
 * relative to the workspace that the new workflow will belong to.
 */
import { posix } from 'node:path';
import { fileNameOf, folderOf, leavesFolder, normalisePath } from '../../model/workflow/paths';
import type { WorkflowSource } from '../../model/workflow/workflow';

export interface CopyPlan {
  /** The version under its new keys, those files included that are there already. */
  readonly source: WorkflowSource;
  /** Keys of the files that have to be written. */
  readonly created: readonly string[];
  /** `beside`: as the file that was asked for. `folder`: in a folder of its own, since other files are in the way. */
  readonly layout: 'beside' | 'folder';
}

export interface CopyTarget {
  /** Key of the file that is wanted; it is free. */
  readonly entry: string;
  /** Key of a folder that does not exist. */
  readonly freeFolder: string;
  /** The text that is at the key now; undefined: nothing. */
  readonly read: (key: string) => Promise<string | undefined>;
}

/** Plans the copy of a version, without a single file being changed that is there. */
export async function planCopy(source: WorkflowSource, target: CopyTarget): Promise<CopyPlan> {
  return (await planBeside(source, target)) ?? planFolder(source, target);
}

/** The file alone, with what is missing of the others under its folder; null when one of them is there with another text. */
async function planBeside({ entry, files }: WorkflowSource, target: CopyTarget): Promise<CopyPlan | null> {
  const folder = folderOf(target.entry);
  const copied = new Map([[target.entry, files[entry] ?? '']]);
  const created = [target.entry];
  for (const [key, text] of Object.entries(files)) {
    if (key === entry) continue;
    const reference = posix.relative(folderOf(entry), key);
    const wanted = normalisePath(posix.join(folder, reference));
    if (leavesFolder(wanted) || copied.has(wanted)) return null;
    const there = await target.read(wanted);
    if (there !== undefined && there !== text) return null;
    // Outside of the folder that was chosen nothing is made, it is only used.
    if (there === undefined && leavesFolder(reference)) return null;
    if (there === undefined) created.push(wanted);
    copied.set(wanted, text);
  }
  return { source: { entry: target.entry, files: Object.fromEntries(copied) }, created, layout: 'beside' };
}

function planFolder({ entry, files }: WorkflowSource, target: CopyTarget): CopyPlan {
  const root = commonFolder(Object.keys(files));
  const under = (key: string): string => normalisePath(posix.join(target.freeFolder, posix.relative(root, key)));
  const others = Object.entries(files).filter(([key]) => key !== entry);
  const named = posix.join(folderOf(under(entry)), fileNameOf(target.entry));
  // Its own old name is free of the others for certain.
  const newEntry = others.some(([key]) => under(key) === named) ? under(entry) : named;
  const copied = [[newEntry, files[entry] ?? ''], ...others.map(([key, text]) => [under(key), text])];
  return {
    source: { entry: newEntry, files: Object.fromEntries(copied) },
    created: copied.map(([key]) => key ?? ''),
    layout: 'folder',
  };
}

/** The innermost folder that holds all files; empty for the workspace itself. */
function commonFolder(keys: readonly string[]): string {
  const [first = [], ...others] = keys.map((key) => folderOf(key).split('/'));
  const length = others.reduce((shared, parts) => {
    const end = first.findIndex((part, index) => part !== parts[index]);
    return Math.min(shared, end < 0 ? first.length : end);
  }, first.length);
  return first.slice(0, length).join('/');
}
