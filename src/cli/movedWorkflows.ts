/** Which workflow files a `move` is about: one, or those of a folder. */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { EngineClient } from '../engine/client/client';
import { listFacets } from '../protocol/engine';
import { CommandFailure } from './commandFailure';
import { realPathOf } from './workflowFile';

/** A workflow file by its old and new real paths. */
export interface MovedWorkflow {
  readonly from: string;
  readonly to: string;
}

/**
 * The workflow `from` (a file, or the folder of those that have runs), which lies at `to` now.
 * @throws CommandFailure when something still lies at the old place, or not at the new one.
 */
export async function movedWorkflows(engine: EngineClient, from: string, to: string): Promise<MovedWorkflow[]> {
  const old = await pathOfGone(resolve(from));
  if (!isWorkflow(old)) return inFolder(engine, old, await realPathOf(to, 'folder'));
  const target = (await isFolder(to)) ? join(to, basename(old)) : to;
  const moved = await realPathOf(target, 'file');
  if (!isWorkflow(moved)) throw new CommandFailure(`${moved} is no workflow: name a file that ends in .workflow.yaml.`);
  if (await isFile(old)) {
    throw new CommandFailure(`${old} is still there, and its runs stay with it: move the file first.`);
  }
  return [{ from: old, to: moved }];
}

async function inFolder(engine: EngineClient, old: string, folder: string): Promise<MovedWorkflow[]> {
  const { workflows } = await engine.send(listFacets, { folders: [old] });
  const found: MovedWorkflow[] = [];
  for (const { path } of workflows) {
    const to = join(folder, relative(old, path));
    // One that still lies at its old place keeps its runs.
    if ((await isFile(to)) && !(await isFile(path))) found.push({ from: path, to: await realpath(to) });
  }
  return found;
}

/** The real path; of a file that is gone, the real path of its folder and its own name. */
async function pathOfGone(path: string): Promise<string> {
  const real = await realpath(path).catch(() => null);
  return real ?? (dirname(path) === path ? path : join(await pathOfGone(dirname(path)), basename(path)));
}

function isWorkflow(path: string): boolean {
  return /\.(workflow|module)\.yaml$/.test(path);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
