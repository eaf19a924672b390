/** The workspace of a workflow file: the folder that its modules and scripts may not leave. */
import { access, realpath } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';

/** A workflow file by its real place. */
export interface WorkflowPlace {
  /** Absolute real path of the file. */
  readonly path: string;
  /** Absolute real path of the workspace folder. */
  readonly workspace: string;
  /** Path of the file in the workspace, with `/`. */
  readonly entry: string;
}

/**
 * Where the workflow at `file` lives. The file itself may be gone; its workspace is the VS Code folder that holds it, else
 * the nearest parent with `.vscode` or `.git`, else its own folder.
 */
export async function placeOf(file: string): Promise<WorkflowPlace> {
  const real = await realPathOf(file);
  const workspace = (await openFolderOf(real)) ?? (await markedParentOf(real)) ?? path.dirname(real);
  return placeIn(real, workspace);
}

/** The place of a file whose workspace is known. */
export function placeIn(file: string, workspace: string): WorkflowPlace {
  return { path: file, workspace, entry: path.relative(workspace, file).split(path.sep).join('/') };
}

/** The real path; of a file that is gone, the real path of its folder and its own name. */
export async function realPathOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    const folder = path.dirname(file);
    return folder === file ? file : path.join(await realPathOf(folder), path.basename(file));
  }
}

/** The address of a file by its real path, under the name by which its folder is open: one file, one document. */
export async function uriOf(file: string): Promise<vscode.Uri> {
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    if (folder.uri.scheme !== 'file') continue;
    const real = await realPathOf(folder.uri.fsPath);
    if (liesIn(file, real)) return vscode.Uri.joinPath(folder.uri, ...path.relative(real, file).split(path.sep));
  }
  return vscode.Uri.file(file);
}

/** True if `file` lies in `folder` or is it; both must be real paths. */
export function liesIn(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || (relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative));
}

async function openFolderOf(file: string): Promise<string | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter((folder) => folder.uri.scheme === 'file');
  const real = await Promise.all(folders.map((folder) => realPathOf(folder.uri.fsPath)));
  const holding = real.filter((folder) => liesIn(file, folder));
  // Of nested folders the innermost one is the workspace, as VS Code has it.
  return holding.sort((one, other) => other.length - one.length)[0];
}

async function markedParentOf(file: string): Promise<string | undefined> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    for (const mark of ['.vscode', '.git']) {
      if (await exists(path.join(folder, mark))) return folder;
    }
    if (folder === path.dirname(folder)) return undefined;
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
