/** A workflow file on disk, as a command was given it. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { loadWorkflow, type LoadedWorkflow } from '../model/workflow/load';
import { CommandFailure } from './commandFailure';
import { workspaceOf } from './workspaceFolder';

export interface WorkflowFile {
  /** Absolute real path. */
  readonly path: string;
  /** Absolute real path of the workspace folder. */
  readonly workspace: string;
  readonly loaded: LoadedWorkflow;
}

/**
 * Loads the workflow or module at `file` (relative to the current folder).
 * @param workspace folder of its workspace; undefined: found from where the file lies.
 * @throws CommandFailure when there is no such file, or it lies outside of the workspace.
 */
export async function openWorkflowFile(file: string, workspace?: string): Promise<WorkflowFile> {
  const path = await realPathOf(file, 'file');
  const folder = workspace === undefined ? workspaceOf(dirname(path)) : await realPathOf(workspace, 'folder');
  const entry = relative(folder, path);
  if (entry.startsWith('..') || isAbsolute(entry)) {
    throw new CommandFailure(`${file} is not in the workspace ${folder}: name a folder above it with --workspace.`);
  }
  const loaded = await loadWorkflow(entry.split(sep).join('/'), (key) => textOf(join(folder, key)));
  return { path, workspace: folder, loaded };
}

/**
 * The absolute real path of an existing file or folder.
 * @throws CommandFailure when there is none, or it is of the other kind.
 */
export async function realPathOf(path: string, kind: 'file' | 'folder'): Promise<string> {
  const absolute = resolve(path);
  const found = await stat(absolute).catch(() => null);
  if (found === null) throw new CommandFailure(`There is no ${kind} ${absolute}: check the path.`);
  if (kind === 'file' ? !found.isFile() : !found.isDirectory()) {
    throw new CommandFailure(`${absolute} is not a ${kind}: name a ${kind}.`);
  }
  return realpath(absolute);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    // A folder, or a file below a file, is no text either.
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code))) {
      return undefined;
    }
    throw error;
  }
}
