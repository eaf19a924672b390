/** Export IPs: the addresses of every machine that runs used, one a line, as other tools take them. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { listMachines } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { quoted } from '../shownText';
import { Refusal, UserCancelled } from './commandErrors';
import { fileNameFor } from './fileName';
import { inShort, onRun } from './onRuns';
import { machineAddresses, type MachineAddresses } from './machineAddresses';

/** Machines without an address that a message names. */
const machinesNamed = 5;

/**
 * Copies or saves the addresses of the runs' machines, as the user chooses. `refused`: why others that were meant have none, a
 * sentence each.
 * @throws UserCancelled, Refusal
 */
export async function exportIps(
  runs: readonly [RunSummary, ...RunSummary[]],
  refused: readonly string[],
  connection: EngineConnection,
): Promise<void> {
  const asked = runs.map((run) => onRun(run, ({ id }) => connection.send(listMachines, { runId: id })));
  const found = machineAddresses((await Promise.all(asked)).flatMap(({ machines }) => machines));
  const what = runs.length === 1 ? quoted(runs[0].name) : vscode.l10n.t('{0} runs', runs.length);
  if (found.addresses.length === 0) {
    throw new Refusal(vscode.l10n.t('There is no address to export of {0}. {1}', what, unknownWords(found)));
  }
  const copy = { label: vscode.l10n.t('Copy to clipboard'), iconPath: new vscode.ThemeIcon('copy') };
  const save = { label: vscode.l10n.t('Save as text file…'), iconPath: new vscode.ThemeIcon('save') };
  const count = countWords(found.addresses.length);
  const picked = await vscode.window.showQuickPick([copy, save], {
    title: vscode.l10n.t('Export IPs of {0}', what),
    placeHolder: sentences(vscode.l10n.t('{0}, one a line.', count), unknownWords(found), inShort(refused)),
  });
  if (picked === undefined) throw new UserCancelled();
  const text = found.addresses.map((address) => `${address}\n`).join('');
  if (picked === copy) await copyText(text, count, found);
  else await saveText(text, count, found, runs);
}

async function copyText(text: string, count: string, found: MachineAddresses): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  void vscode.window.showInformationMessage(sentences(vscode.l10n.t('Copied {0}.', count), unknownWords(found)));
}

async function saveText(
  text: string,
  count: string,
  found: MachineAddresses,
  runs: readonly [RunSummary, ...RunSummary[]],
): Promise<void> {
  const name = runs.length === 1 ? fileNameFor(runs[0].name) : 'runs';
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the IPs'),
    defaultUri: vscode.Uri.file(path.join(folderFor(runs[0]), `${name}-ips.txt`)),
    filters: { [vscode.l10n.t('Text')]: ['txt'] },
  });
  if (target === undefined) throw new UserCancelled();
  await vscode.workspace.fs.writeFile(target, Buffer.from(text));
  const open = vscode.l10n.t('Open');
  const saved = vscode.l10n.t('Saved {0} to {1}.', count, quoted(path.basename(target.path)));
  const answer = await vscode.window.showInformationMessage(sentences(saved, unknownWords(found)), open);
  if (answer === open) await vscode.window.showTextDocument(target);
}

function folderFor(run: RunSummary): string {
  return vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? run.workflow.workspace;
}

function countWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 address') : vscode.l10n.t('{0} addresses', count);
}

/** Names the machines whose address is not known; empty when there are none. */
function unknownWords({ unknown }: MachineAddresses): string {
  if (unknown.length === 0) return '';
  const named = unknown
    .slice(0, machinesNamed)
    .map((name) => quoted(name))
    .join(', ');
  const rest = unknown.length - machinesNamed;
  return rest > 0
    ? vscode.l10n.t('No address is known of {0} and {1} more.', named, rest)
    : vscode.l10n.t('No address is known of {0}.', named);
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
