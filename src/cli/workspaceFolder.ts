/** Which workspace a workflow file belongs to when no VS Code window says so. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The nearest folder at or above `folder` that holds `.vscode` or `.git`, else `folder` itself.
 * `~/.vscode` is where VS Code keeps its extensions, so it makes no workspace of the home folder.
 */
export function workspaceOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git')) || (at !== homedir() && existsSync(join(at, '.vscode')))) return at;
    if (dirname(at) === at) return folder;
  }
}
