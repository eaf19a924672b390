/** Opens and saves what belongs to one node: its source, its outputs, its logs. */
import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { Refusal } from '../commands/commandErrors';
import type { NodeRunOutput } from '../../model/run/run';
import { logUri, snapshotUri, type NodeLog } from '../snapshots/snapshotUri';
import { openNodeScript } from '../nodeScripts/openNodeScript';
import type { NodeSource } from '../workflows/parserProtocol';
import type { WorkflowParser } from '../workflows/workflowParser';
import { uriOf } from '../workflows/workspaceOf';
import type { EditorSession } from './editorSession';

/** A log under the id that its node has in the editor. */
type ShownLog = Omit<NodeLog, 'runId'>;

/** So many files of an output folder are offered to be opened. */
const listedFiles = 1000;

/** Opens a node's command, script or module beside the canvas: of the snapshot when that is drawn. @throws Refusal */
export async function openNodeSource(
  session: EditorSession,
  nodeId: string,
  parser: Pick<WorkflowParser, 'inspect' | 'locate'>,
): Promise<void> {
  const { document, live } = session;
  if (session.drawn === 'live') {
    const workflow = document.uri.scheme === 'file' ? document.uri : await uriOf(live.place.path);
    return openNodeScript({ workflow, nodeId }, { live, parser });
  }
  const runId = session.loaded?.runId;
  if (runId !== undefined) await openOfSnapshot(runId, await parser.locate(session.drawnHandle, nodeId));
}

/** A command is shown where it stands in the workflow that ran. */
async function openOfSnapshot(runId: string, { file, range }: NodeSource): Promise<void> {
  const uri = snapshotUri({ runId, file });
  if (/\.(workflow|module)\.yaml$/.test(file) && range === null) {
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = range === null ? null : rangeOf(document, range);
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    ...(selection === null ? {} : { selection }),
  });
}

/** Opens an output: a file in its editor, of a folder a file to choose. @throws Refusal */
export async function openNodeOutput(session: EditorSession, nodeId: string, name: string): Promise<void> {
  const output = outputOf(session, nodeId, name);
  const file = output.kind === 'file' ? output.path : await chooseFile(output);
  if (file !== undefined) await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(file));
}

/** Copies an output to where the user says. @throws Refusal */
export async function saveNodeOutput(session: EditorSession, nodeId: string, name: string): Promise<void> {
  const output = outputOf(session, nodeId, name);
  const suggested = path.join(session.live.place.workspace, path.basename(output.path));
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save {0} of {1}', output.name, nodeId),
    defaultUri: vscode.Uri.file(suggested),
    saveLabel: vscode.l10n.t('Save'),
  });
  if (target === undefined) return;
  await cp(output.path, target.fsPath, { recursive: true });
  void vscode.window.showInformationMessage(vscode.l10n.t('Saved {0} to {1}.', output.name, target.fsPath));
}

/** Opens a whole log as a read-only document. @throws Refusal */
export async function openNodeLog(session: EditorSession, { nodeId, attempt, stream }: ShownLog): Promise<void> {
  const { loaded } = session;
  if (loaded === undefined) {
    throw new Refusal(vscode.l10n.t('No run is loaded, so there is no log. Load a run first.'));
  }
  const log = { runId: loaded.runId, nodeId: loaded.pathOf(nodeId), attempt, stream };
  const document = await vscode.workspace.openTextDocument(logUri(log));
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}

function rangeOf(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function outputOf(session: EditorSession, nodeId: string, name: string): NodeRunOutput {
  const nodeRun = session.loaded?.nodeRun(nodeId);
  const output = nodeRun?.outputs.find((candidate) => candidate.name === name);
  if (output !== undefined) return output;
  throw new Refusal(vscode.l10n.t('{0} has no output {1} in this run.', nodeId, name));
}

async function chooseFile(folder: NodeRunOutput): Promise<string | undefined> {
  const entries = await readdir(folder.path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).slice(0, listedFiles);
  if (files.length === 0) throw new Refusal(vscode.l10n.t('The folder {0} is empty.', folder.name));
  const items = files.map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return { label: path.relative(folder.path, file), file };
  });
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('A file of {0}', folder.path) });
  return chosen?.file;
}
