/** Results of an ended run that another run takes over instead of executing the nodes once more. */
import { constants } from 'node:fs';
import { access, cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { attemptFolder, runFolder } from '../fleets/attemptFolder';
import { reasonOf } from '../log';
import type { StoredNodeRun } from '../store/rows';
import { refusal } from './refusal';

export interface TakenOver {
  readonly runsFolder: string;
  /** The run that has the results, and the one that takes them over. */
  readonly from: string;
  readonly to: string;
}

/**
 * Copies files and logs of the node runs, so that deleting the one run takes nothing from the other.
 * Gives the node runs as the new run has them.
 * @throws a refusal when something is gone or cannot be copied; then nothing is left of the copy
 */
export async function takeOver(
  nodeRuns: readonly StoredNodeRun[],
  { runsFolder, from, to }: TakenOver,
): Promise<StoredNodeRun[]> {
  const [before, after] = [join(runFolder(runsFolder, from), '/'), join(runFolder(runsFolder, to), '/')];
  const moved = <File extends { readonly path: string }>(file: File): File =>
    file.path.startsWith(before) ? { ...file, path: after + file.path.slice(before.length) } : file;
  try {
    for (const nodeRun of nodeRuns) {
      await requireOutputs(nodeRun);
      if (nodeRun.attempt > 0) await copyAttempt(nodeRun, { runsFolder, from, to });
    }
  } catch (error) {
    await rm(runFolder(runsFolder, to), { recursive: true, force: true });
    throw error;
  }
  return nodeRuns.map((nodeRun) => ({
    ...nodeRun,
    outputs: nodeRun.outputs.map(moved),
    inputFiles: nodeRun.inputFiles.map(moved),
    reusedFrom: nodeRun.reusedFrom ?? from,
  }));
}

async function requireOutputs({ nodeId, outputs }: StoredNodeRun): Promise<void> {
  for (const { name, path } of outputs) {
    await access(path).catch(() => {
      throw refusal(
        'notAllowed',
        `The output ${name} of the node ${nodeId} is gone (${path}), so its result cannot be used. Re-run from ${nodeId}, or run all of it again.`,
      );
    });
  }
}

async function copyAttempt({ nodeId, attempt }: StoredNodeRun, { runsFolder, from, to }: TakenOver): Promise<void> {
  const source = attemptFolder(runsFolder, from, nodeId, attempt);
  const target = attemptFolder(runsFolder, to, nodeId, attempt);
  try {
    // Where the file system can share blocks, a copy costs nothing.
    await cp(source, target, {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
      preserveTimestamps: true,
      verbatimSymlinks: true,
    });
  } catch (error) {
    throw refusal(
      'cannotStore',
      `The result of the node ${nodeId} cannot be copied (${reasonOf(error)}). Free some space, or run all of it again.`,
    );
  }
}
