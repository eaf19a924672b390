/** Paths of workflow, module and script files: relative to the workspace, with `/` on every platform. */
import type { WorkflowKind } from './workflow';

const moduleSuffix = '.module.yaml';
const workflowSuffix = '.workflow.yaml';

/** `a/./b/../c` as `a/c`. What leads out of the folder keeps its leading `..`; an absolute path its leading `/`. */
export function normalisePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !path.startsWith('/')) parts.push(part);
  }
  return (path.startsWith('/') ? '/' : '') + parts.join('/');
}

/** The folder of a file, without a trailing slash; empty for a file at the top. */
export function folderOf(file: string): string {
  const end = file.lastIndexOf('/');
  return end === -1 ? '' : file.slice(0, end);
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** True for `/x` and, since a workflow may be written on Windows, for `C:\x` and `\x` too. */
function isAbsolutePath(path: string): boolean {
  return /^([/\\]|[A-Za-z]:[/\\])/.test(path);
}

/** True if a relative path leads out of the folder it is relative to. */
export function leavesFolder(path: string): boolean {
  const normal = normalisePath(path);
  return isAbsolutePath(path) || normal === '..' || normal.startsWith('../');
}

/** The key in `WorkflowSource.files` of a path as written in `file`; null when it leads out of the workspace. */
export function keyOfReference(file: string, path: string): string | null {
  if (isAbsolutePath(path)) return null;
  const key = normalisePath(`${folderOf(file)}/${path}`.replace(/^\/+/, ''));
  return leavesFolder(key) || key === '' ? null : key;
}

/** Tells a module from a workflow by the file's name. */
export function kindOfFile(file: string): WorkflowKind {
  return file.endsWith(moduleSuffix) ? 'module' : 'workflow';
}

/** What a workflow is called when its file does not say: the file's name without the ending. */
export function defaultName(file: string): string {
  const name = fileNameOf(file);
  for (const suffix of [workflowSuffix, moduleSuffix]) {
    if (name.endsWith(suffix)) return name.slice(0, -suffix.length);
  }
  return name;
}
