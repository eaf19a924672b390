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
  const entry = keyInside(folder, path);
  if (entry === null) {
    throw new CommandFailure(`${file} is not in the workspace ${folder}: name a folder above it with --workspace.`);
  }
  return { path, workspace: folder, loaded: await loadWorkflow(entry, (key) => textOf(folder, key)) };
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

// Keeps a byte order mark: a script is executed exactly as it is.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** As the engine reads it: a text of the workspace, and not what a link makes of another one. */
async function textOf(workspace: string, key: string): Promise<string | undefined> {
  const path = await realpath(join(workspace, key)).catch(() => null);
  if (path === null) return undefined;
  if (keyInside(workspace, path) === null) {
    throw new CommandFailure(`${key} is a link that leads out of the workspace, to ${path}: copy the file.`);
  }
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    throw new CommandFailure(`${path} is not UTF-8 text: save it as UTF-8.`);
  }
}

/** `path` relative to the workspace, with `/`; null when it is not in it. */
function keyInside(workspace: string, path: string): string | null {
  const inside = relative(workspace, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return inside.split(sep).join('/');
}
