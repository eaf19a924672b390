/**
 * Results of an ended run that another run takes over instead of executing the nodes once more. They are copied beside the
 * runs, and are moved to their run once that is stored: an engine that dies on the way leaves no folder without a run.
 */
import { constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { access, cp, lstat, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { attemptFolder, runFolder } from '../fleets/attemptFolder';
import type { HomePaths } from '../home';
import { log, reasonOf } from '../log';
import type { StoredNodeRun } from '../store/rows';
import { refusal } from './refusal';

export interface TakenOver {
  readonly paths: Pick<HomePaths, 'runs' | 'takeovers'>;
  /** The run that has the results, and the one that takes them over. */
  readonly from: string;
  readonly to: string;
}

/**
 * Copies files and logs of the node runs, so that deleting the one run takes nothing from the other.
 * Gives the node runs as the new run has them; `settleTakeOver` moves the files to where these say.
 * @throws a refusal when something cannot be copied; then nothing is left of the copy
 */
export async function takeOver(nodeRuns: readonly StoredNodeRun[], over: TakenOver): Promise<StoredNodeRun[]> {
  const { paths, from, to } = over;
  const [before, after] = [join(runFolder(paths.runs, from), '/'), join(runFolder(paths.runs, to), '/')];
  const moved = <File extends { readonly path: string }>(file: File): File =>
    file.path.startsWith(before) ? { ...file, path: after + file.path.slice(before.length) } : file;
  try {
    for (const nodeRun of nodeRuns) if (nodeRun.attempt > 0) await copyAttempt(nodeRun, over);
  } catch (error) {
    await dropTakeOver(over);
    throw error;
  }
  return nodeRuns.map((nodeRun) => ({
    ...nodeRun,
    outputs: nodeRun.outputs.map(moved),
    inputFiles: nodeRun.inputFiles.map(moved),
    reusedFrom: nodeRun.reusedFrom ?? from,
  }));
}

/** Gives the copied files to their run, which is stored by now. */
export function settleTakeOver({ paths, to }: Pick<TakenOver, 'paths' | 'to'>): void {
  const copied = runFolder(paths.takeovers, to);
  if (!existsSync(copied)) return;
  mkdirSync(paths.runs, { recursive: true });
  renameSync(copied, runFolder(paths.runs, to));
}

/** Takes back what was copied for a run that is not made after all. */
export async function dropTakeOver({ paths, to }: Pick<TakenOver, 'paths' | 'to'>): Promise<void> {
  await rm(runFolder(paths.takeovers, to), { recursive: true, force: true });
}

/** Settles or drops what an engine that died on the way left, each by whether the run was stored. */
export function finishTakeOvers(paths: TakenOver['paths'], isStored: (runId: string) => boolean): void {
  if (!existsSync(paths.takeovers)) return;
  for (const to of readdirSync(paths.takeovers)) {
    try {
      if (isStored(to)) settleTakeOver({ paths, to });
      else rmSync(join(paths.takeovers, to), { recursive: true, force: true });
    } catch (error) {
      log(`what was copied for run ${to} could not be put in order: ${reasonOf(error)}`);
    }
  }
}

export interface GoneResult {
  readonly nodeId: string;
  /** What is gone, in words: `the output list (/…/list.txt)`. */
  readonly what: string;
}

/** What is gone of the results of an ended run, the first thing of each node. */
export async function goneResults(
  nodeRuns: readonly StoredNodeRun[],
  { runs }: Pick<HomePaths, 'runs'>,
  from: string,
): Promise<GoneResult[]> {
  const gone: GoneResult[] = [];
  for (const { nodeId, attempt, outputs } of nodeRuns) {
    const parts = outputs.map(({ name, path }) => ({ what: `the output ${name} (${path})`, path }));
    if (attempt > 0) {
      const folder = attemptFolder(runs, from, nodeId, attempt);
      parts.push({ what: `the folder of its files (${folder})`, path: folder });
    }
    for (const { what, path } of parts) {
      if (await isThere(path)) continue;
      gone.push({ nodeId, what });
      break;
    }
  }
  return gone;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function copyAttempt({ nodeId, attempt }: StoredNodeRun, { paths, from, to }: TakenOver): Promise<void> {
  try {
    // Where the file system can share blocks, a copy costs nothing.
    await cp(attemptFolder(paths.runs, from, nodeId, attempt), attemptFolder(paths.takeovers, to, nodeId, attempt), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
      preserveTimestamps: true,
      verbatimSymlinks: true,
      filter: isCopied,
    });
  } catch (error) {
    throw refusal(
      'cannotStore',
      `The result of the node ${nodeId} cannot be copied (${reasonOf(error)}), so nothing was started. Free some space, or run all of it again.`,
    );
  }
}

/** A socket or a pipe that a command left behind leads nowhere any more, and cannot be copied. */
async function isCopied(source: string): Promise<boolean> {
  const found = await lstat(source);
  return found.isFile() || found.isDirectory() || found.isSymbolicLink();
}
