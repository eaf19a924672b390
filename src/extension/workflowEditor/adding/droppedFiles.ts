/** Files that were dropped on the canvas, as the workflow names them. */
import path from 'node:path';
import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { referenceTo } from '../../../model/workflow/edit/rebase';
import { nodeKindOfFile, scriptEndingsInWords } from '../../../model/workflow/scriptFiles';
import { Refusal } from '../../commands/commandErrors';
import { quoted } from '../../shownText';
import type { WorkflowParser } from '../../workflows/workflowParser';
import { liesIn, realPathOf, type WorkflowPlace } from '../../workflows/workspaceOf';
import { usableModules } from './workspaceFiles';

const mostAtOnce = 50;

/** How the workflow names the files at these addresses. @throws Refusal that names the first file that can be no node */
export async function referencesToDropped(
  place: WorkflowPlace,
  uris: readonly string[],
  parser: WorkflowParser,
): Promise<string[]> {
  if (uris.length > mostAtOnce) {
    throw new Refusal(vscode.l10n.t('At most {0} files can be dropped at once.', mostAtOnce));
  }
  const keys: string[] = [];
  for (const uri of new Set(uris)) keys.push(await keyOfDropped(place, uri));
  const modules = keys.filter((key) => nodeKindOfFile(key)?.kind === 'module');
  const usable = await usableModules(place, modules, parser);
  const circular = modules.find((key) => !usable.includes(key));
  if (circular !== undefined) {
    throw new Refusal(
      vscode.l10n.t('{0} uses this module itself, so this module cannot use it.', quoted(path.basename(circular))),
    );
  }
  return keys.map((key) => referenceTo(key, place.entry));
}

async function keyOfDropped(place: WorkflowPlace, address: string): Promise<string> {
  const file = fileAt(address);
  const name = quoted(path.basename(file ?? address));
  if (file === undefined) {
    throw new Refusal(vscode.l10n.t('{0} is no file on this machine, so it cannot be a node.', name));
  }
  const real = await realPathOf(file);
  if (!liesIn(real, place.workspace)) {
    throw new Refusal(
      vscode.l10n.t('{0} lies outside of the workspace. Copy it into the workspace to use it as a node.', name),
    );
  }
  if (real === place.path) throw new Refusal(vscode.l10n.t('{0} is this file; a file cannot use itself.', name));
  const isFile = await stat(real).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile || nodeKindOfFile(real) === null) {
    throw new Refusal(
      vscode.l10n.t('{0} cannot be a node. Drop scripts ({1}) or modules (*.module.yaml).', name, scriptEndingsInWords),
    );
  }
  return path.relative(place.workspace, real).split(path.sep).join('/');
}

/** The path of a file of this machine; VS Code in a browser gives its addresses another scheme. */
function fileAt(address: string): string | undefined {
  try {
    const uri = vscode.Uri.parse(address, true);
    return uri.scheme === 'file' || uri.scheme === 'vscode-remote' ? vscode.Uri.file(uri.path).fsPath : undefined;
  } catch {
    return undefined;
  }
}
