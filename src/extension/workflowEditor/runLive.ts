/** Run: what is on screen is saved and handed to the engine, or refused with a sentence. */
import path from 'node:path';
import { ResponseError } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import { nodeEnvironment } from '../../engine/client/client';
import type { RunSummary } from '../../model/run/run';
import { kindOfFile } from '../../model/workflow/paths';
import { hasErrors } from '../../model/workflow/problem';
import { engineErrors, startRun } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { unsavedDocument } from '../workflows/liveTexts';
import type { LiveWorkflow } from '../workflows/liveWorkflow';
import type { RunObstacle } from './drawnWorkflow';
import { sentenceOf } from './sentence';

/** Why this window starts no workflow at all; null when it can. */
export function runObstacle(): RunObstacle {
  if (!vscode.workspace.isTrusted) return 'Trust this workspace first: a workflow runs commands on this machine.';
  if (process.platform === 'win32') return 'The local fleet runs on Linux and macOS. Start the workflow there.';
  return null;
}

/** Saves the workflow with its modules and scripts and starts it; undefined when it was refused, which the user was told. */
export async function runLive(live: LiveWorkflow, connection: EngineConnection): Promise<RunSummary | undefined> {
  const obstacle = runObstacle();
  if (obstacle !== null) return refuse(obstacle, vscode.workspace.isTrusted ? undefined : manageTrust);
  const name = path.basename(live.place.path);
  if (kindOfFile(name) === 'module') return refuse(`${name} is a module: start a workflow that uses it.`);
  const seen = await live.settled();
  if (seen.kind === 'gone') return refuse(`${name} was deleted or moved. Restore it from a run, or save it again.`);
  if (hasErrors(seen.parsed.problems)) return refuse(errorsIn(name, seen.parsed.problems), showProblems);
  const unsaved = await saveAll(live, [...seen.texts.keys()]);
  if (unsaved !== null) return refuse(`${unsaved} could not be saved, so nothing was started. Save it and run again.`);
  try {
    return await connection.send(startRun, {
      workflowPath: live.place.path,
      workspace: live.place.workspace,
      versionId: seen.parsed.versionId,
      inputs: {},
      name: null,
      fleet: null,
      creationType: 'Manual',
      environment: nodeEnvironment(process.env),
    });
  } catch (error) {
    const invalid = error instanceof ResponseError && error.code === engineErrors.invalidWorkflow;
    return refuse(sentenceOf(error), invalid ? showProblems : undefined);
  }
}

interface Remedy {
  readonly title: string;
  readonly command: string;
}
const showProblems: Remedy = { title: 'Show Problems', command: 'workbench.actions.view.problems' };
const manageTrust: Remedy = { title: 'Manage Workspace Trust', command: 'workbench.trust.manage' };

/** Tells why nothing was started; the remedy is offered and not waited for. */
function refuse(sentence: string, remedy?: Remedy): undefined {
  const offer = async (): Promise<void> => {
    const titles = remedy === undefined ? [] : [remedy.title];
    const answer = await vscode.window.showErrorMessage(sentence, ...titles);
    if (remedy !== undefined && answer === remedy.title) await vscode.commands.executeCommand(remedy.command);
  };
  void offer();
  return undefined;
}

function errorsIn(name: string, problems: Parameters<typeof hasErrors>[0]): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const first = errors[0]?.message ?? '';
  return errors.length === 1
    ? `${name} has an error and was not started: ${first}`
    : `${name} has ${errors.length} errors and was not started. The first: ${first}`;
}

/** Saves what is unsaved among the files; answers with the one that could not be saved. */
async function saveAll(live: LiveWorkflow, keys: readonly string[]): Promise<string | null> {
  for (const key of keys) {
    const document = await unsavedDocument(path.join(live.place.workspace, key));
    if (document !== undefined && !(await document.save())) return key;
  }
  return null;
}
