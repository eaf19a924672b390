/** Answers what the page of a workflow's history asks for, about the runs of its workflow alone. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { PackedHistory } from '../../model/history/history';
import type { RunSummary } from '../../model/run/run';
import { getRun } from '../../protocol/engine';
import * as wire from '../../protocol/history';
import { onRequest, sendNotification } from '../../protocol/rpc';
import { getHistory, mostRunsOfHistory } from '../../protocol/workflowHistory';
import { actionCommands } from '../commands/actionCommands';
import { Refusal } from '../commands/commandErrors';
import type { EngineConnection } from '../engineConnection';
import { commandIds } from '../ids';
import type { VersionSources } from '../runDetails/liveRelation';
import { answerAction, wireTo } from '../webviews/webviewWire';
import { uriOf } from '../workflows/workspaceOf';
import { commitsBetween } from './commitsBetween';
import type { HistoryPush } from './historyPushes';
import { openCommit } from './openCommit';
import { showTextDiff, versionDifferences, type RunPair } from './versionDifferences';

export interface HistoryServices {
  readonly connection: EngineConnection;
  readonly versions: VersionSources;
  /** Opens a run with a node selected, or none. */
  readonly openRun: (run: RunSummary, nodeId?: string) => Promise<void>;
  readonly openLive: (workflowPath: string) => Promise<void>;
}

interface PageWire extends vscode.Disposable {
  readonly send: (push: HistoryPush) => void;
}

/** Connects a page, until disposed; `noteRuns` is given the runs that the page was told of. */
export function connectPage(
  panel: vscode.WebviewPanel,
  workflowPath: string,
  { connection: engine, versions, openRun, openLive }: HistoryServices,
  noteRuns: (runs: readonly RunSummary[]) => void,
): PageWire {
  const connection = wireTo(panel);
  const runOf = async (runId: string): Promise<RunSummary> => {
    const run = await engine.send(getRun, { run: runId });
    if (run.workflow.path === workflowPath) return run;
    throw new Refusal(vscode.l10n.t('The run {0} is not a run of this workflow.', run.name));
  };
  const pairOf = async (pair: { readonly before: string; readonly first: string }): Promise<RunPair> => {
    const [before, first] = await Promise.all([runOf(pair.before), runOf(pair.first)]);
    return { before, first };
  };

  onRequest(connection, wire.getPlace, () => ({ workflowPath, fileName: path.basename(workflowPath) }));
  onRequest(connection, wire.getRuns, async ({ limit, upTo }, token): Promise<PackedHistory> => {
    const question = { workflowPath, limit: Math.min(limit, mostRunsOfHistory), upTo };
    const history = await engine.send(getHistory, question, token);
    noteRuns(history.runs.map(({ run }) => run));
    return history;
  });
  onRequest(connection, wire.getDifferences, async (pair) => versionDifferences(await pairOf(pair), versions));
  onRequest(connection, wire.getCommits, async (ids) => {
    const { before, first } = await pairOf(ids);
    const snapshots = await Promise.all([before, first].map(({ id }) => versions.snapshots.of(id)));
    const keys = new Set(snapshots.flatMap(({ source }) => Object.keys(source.files)));
    return commitsBetween({
      folder: path.dirname(workflowPath),
      files: [...keys].map((key) => path.join(first.workflow.workspace, ...key.split('/'))),
      since: before.createdAt,
      until: first.createdAt,
    });
  });
  answerAction(connection, wire.showTextDiff, async (pair) => showTextDiff(await pairOf(pair), versions));
  answerAction(connection, wire.openRun, async ({ runId, nodeId }) => openRun(await runOf(runId), nodeId ?? undefined));
  answerAction(connection, wire.openWorkflow, () => openLive(workflowPath));
  answerAction(connection, wire.openCommit, ({ hash }) => openCommit(path.dirname(workflowPath), hash));
  // The commands tell themselves what goes wrong.
  answerAction(connection, wire.performAction, async ({ action, runId }) => {
    await vscode.commands.executeCommand(actionCommands[action], runId);
  });
  answerAction(connection, wire.takeWayOut, async ({ way }) => {
    if (way === 'showLog') await vscode.commands.executeCommand(commandIds.showEngineLog);
    else await vscode.commands.executeCommand(commandIds.runWorkflow, await uriOf(workflowPath));
  });
  connection.listen();

  return {
    send: (push) => {
      if (push.kind === 'changed') void sendNotification(connection, wire.historyChanged, push.event);
      else void sendNotification(connection, wire.historyOutdated, {});
    },
    dispose: () => connection.dispose(),
  };
}
