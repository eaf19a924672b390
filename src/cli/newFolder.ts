/** Files written into a folder that was not there before: all of them, or none. */
import { lstat, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { leavesFolder } from '../model/workflow/paths';
import { CommandFailure } from './commandFailure';

/**
 * Makes the folder and writes the texts into it, by their paths in it (with `/`). Gives its absolute path.
 * @throws CommandFailure when something is there already, a path leads out of the folder, or it cannot be written.
 */
export async function writeNewFolder(folder: string, texts: Readonly<Record<string, string>>): Promise<string> {
  const target = resolve(folder);
  if (await isThere(target)) throw new CommandFailure(`${target} is there already: name a new folder.`);
  for (const path of Object.keys(texts)) {
    // A backslash parts folders on Windows.
    if (leavesFolder(path) || leavesFolder(path.replaceAll('\\', '/'))) {
      throw new CommandFailure(`The file ${path} would lie outside of ${target}, so nothing was written.`);
    }
  }
  try {
    await mkdir(dirname(target), { recursive: true });
    const unfinished = await mkdtemp(`${target}.part-`);
    try {
      for (const [path, text] of Object.entries(texts)) {
        await mkdir(dirname(join(unfinished, path)), { recursive: true });
        await writeFile(join(unfinished, path), text, { flag: 'wx' });
      }
      await rename(unfinished, target);
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(`${target} could not be written: ${reason}`);
  }
  return target;
}

/** True also for a link that leads nowhere. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
