/** Reading workflow files from the disk, and only from inside their workspace. */
import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { ReadText } from '../../model/workflow/load';
import { refusal } from './refusal';

export interface WorkflowPlace {
  /** Absolute real path of the workflow file. */
  readonly path: string;
  /** Absolute real path of the workspace folder. */
  readonly workspace: string;
  /** The file relative to the workspace, with `/`. */
  readonly key: string;
}

/** @throws a refusal when the file is not there, or not in the workspace */
export async function placeOf(workflowPath: string, workspace: string): Promise<WorkflowPlace> {
  const folder = await realpath(workspace).catch(() => null);
  if (folder === null) throw refusal('invalidWorkflow', `There is no folder ${workspace}. Open the workspace again.`);
  const path = await realpath(workflowPath).catch(() => null);
  if (path === null) throw refusal('invalidWorkflow', `There is no workflow file ${workflowPath}. Save it first.`);
  const inside = pathInside(folder, path);
  if (inside === null) {
    throw refusal('invalidWorkflow', `The workflow ${path} lies outside of the workspace ${folder}. Open its folder.`);
  }
  return { path, workspace: folder, key: inside };
}

/**
 * Reads texts of the workspace by their key.
 * The reader throws a refusal for a file that is no UTF-8 text, or that a link leads out of the workspace.
 */
export function readTextIn(workspace: string): ReadText {
  // Keeps a byte order mark: a script is executed exactly as it is.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return async (key) => {
    const path = await realpath(join(workspace, key)).catch(() => null);
    if (path === null) return undefined;
    if (pathInside(workspace, path) === null) {
      throw refusal('invalidWorkflow', `${key} is a link that leads out of the workspace, to ${path}. Copy the file.`);
    }
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) return undefined;
    try {
      return decoder.decode(bytes);
    } catch {
      throw refusal('invalidWorkflow', `${key} is not UTF-8 text. Save it as UTF-8.`);
    }
  };
}

function pathInside(folder: string, path: string): string | null {
  const inside = relative(folder, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return inside.split(sep).join('/');
}
