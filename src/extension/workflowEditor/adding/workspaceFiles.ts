/** Files of the workspace that may become nodes of a workflow. */
import path from 'node:path';
import * as vscode from 'vscode';
import { referenceTo } from '../../../model/workflow/edit/rebase';
import { rankedPaths } from '../../../model/workflow/rankedPaths';
import { scriptEndings } from '../../../model/workflow/scriptFiles';
import { kindOfFile } from '../../../model/workflow/paths';
import type { FoundFiles } from '../../../protocol/adding';
import { readLiveText } from '../../workflows/liveTexts';
import type { WorkflowParser } from '../../workflows/workflowParser';
import { realPathOf, type WorkflowPlace } from '../../workflows/workspaceOf';

/** So many files are looked at; in a larger workspace the letters that were typed choose them. */
const lookedAt = 2_000;
const shown = 50;
const endings = `{${scriptEndings.join(',')},module.yaml}`;
const left = '**/{node_modules,.git}/**';

/** The files whose path has every word of `query`, best first; modules that would use themselves are left out. */
export async function findNodeFiles(
  place: WorkflowPlace,
  query: string,
  parser: WorkflowParser,
  token?: vscode.CancellationToken,
): Promise<FoundFiles> {
  const keys = await filesIn(place, query, token);
  const ranked = rankedPaths(
    keys.filter((key) => key !== place.entry),
    query,
  );
  const first = ranked.slice(0, shown);
  const modules = first.filter((key) => kindOfFile(key) === 'module');
  const usable = new Set(await usableModules(place, modules, parser));
  return {
    files: first.flatMap((key) => {
      const kind = kindOfFile(key) === 'module' ? 'module' : 'script';
      return kind === 'module' && !usable.has(key) ? [] : [{ path: referenceTo(key, place.entry), kind }];
    }),
    hasMore: ranked.length > shown || keys.length >= lookedAt,
  };
}

/** Of modules of the workspace, those that the workflow may use without using itself. */
export function usableModules(
  place: WorkflowPlace,
  modules: readonly string[],
  parser: WorkflowParser,
): Promise<readonly string[]> {
  // Nothing uses a workflow, so no module can lead back to it.
  if (kindOfFile(place.entry) !== 'module' || modules.length === 0) return Promise.resolve(modules);
  return parser.usableModules(place.entry, modules, (key) => readLiveText(place.workspace, key));
}

/** Paths in the workspace, with `/`. */
async function filesIn(place: WorkflowPlace, query: string, token?: vscode.CancellationToken): Promise<string[]> {
  const all = await find(place, `**/*.${endings}`, token);
  const word = query.trim().split(/\s+/)[0] ?? '';
  if (all.length < lookedAt || word === '') return all;
  return find(place, `**/*${anyCase(word)}*`, token).then((some) =>
    some.filter((key) => kindOfFile(key) === 'module' || scriptEndings.includes(path.extname(key).slice(1))),
  );
}

async function find(place: WorkflowPlace, glob: string, token?: vscode.CancellationToken): Promise<string[]> {
  const folder = vscode.Uri.file(place.workspace);
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), left, lookedAt, token);
  // An open folder may itself be a link.
  const root = await realPathOf(folder.fsPath);
  return found.map((uri) => path.relative(root, uri.fsPath).split(path.sep).join('/'));
}

/** The word as a glob that does not tell capitals from small letters; what a glob would read stands for any letter. */
function anyCase(word: string): string {
  return word
    .replaceAll(/[*?{}[\]!,\\]/g, '?')
    .replaceAll(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}
