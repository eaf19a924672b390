/** Answers what the page of a run list asks for, within its scope. */
import * as vscode from 'vscode';
import { countRuns, getRun, listFacets, listRuns } from '../../protocol/engine';
import { onRequest, sendNotification } from '../../protocol/rpc';
import * as wire from '../../protocol/runList';
import { actionCommands } from '../commands/actionCommands';
import type { EngineConnection } from '../engineConnection';
import { commandIds } from '../ids';
import type { RunDetailsView } from '../runDetails/runDetailsView';
import { answerAction, wireTo } from '../webviews/webviewWire';
import type { ListPush } from './listPushes';
import { scopeFilter, within } from './listScope';

export interface ListServices {
  readonly connection: EngineConnection;
  readonly runDetails: RunDetailsView;
}

/** More runs than this are never asked for by our page. */
const largestPage = 200;

/** Connects a page, until disposed. */
export function connectPage(
  panel: vscode.WebviewPanel,
  scope: wire.ListScope,
  { connection: engine, runDetails }: ListServices,
): vscode.Disposable & { readonly send: (push: ListPush) => void } {
  const connection = wireTo(panel);
  let lastSelected = '';

  onRequest(connection, wire.getPlace, async () => ({
    scope,
    folders: (await scopeFilter(scope)) === null ? ('none' as const) : ('some' as const),
  }));
  onRequest(connection, wire.getRuns, async ({ filter, order, limit, after }, token) => {
    const folders = await scopeFilter(scope);
    if (folders === null) return { runs: [], hasMore: false };
    const page = { filter: within(folders, filter), order, limit: Math.min(limit, largestPage), after };
    return engine.send(listRuns, page, token);
  });
  onRequest(connection, wire.getCounts, async ({ filter }, token) => {
    const folders = await scopeFilter(scope);
    if (folders === null) return { counts: [], isLowerBound: false };
    return engine.send(countRuns, { filter: within(folders, filter) }, token);
  });
  onRequest(connection, wire.getFacets, async (_, token) => {
    const folders = await scopeFilter(scope);
    if (folders === null) return { workflows: [], authors: [], projects: [] };
    return engine.send(listFacets, { folders: folders.folders }, token);
  });
  // The commands tell themselves what goes wrong.
  answerAction(connection, wire.performAction, async ({ action, runIds }) => {
    const [only] = runIds;
    await vscode.commands.executeCommand(actionCommands[action], runIds.length === 1 ? only : runIds);
  });
  answerAction(connection, wire.openWorkflow, async ({ runId }) => {
    await vscode.commands.executeCommand(commandIds.openWorkflow, runId);
  });
  onRequest(connection, wire.selectRun, async ({ runId }) => {
    lastSelected = runId;
    const run = await engine.send(getRun, { run: runId });
    if (lastSelected === runId) runDetails.choose(run);
    return null;
  });
  answerAction(connection, wire.takeWayOut, async ({ way }) => {
    await vscode.commands.executeCommand(wayOutCommands[way]);
  });
  connection.listen();

  return {
    send: (push) => {
      if (push.kind === 'changed') void sendNotification(connection, wire.listChanged, push.event);
      else void sendNotification(connection, wire.listOutdated, {});
    },
    dispose: () => connection.dispose(),
  };
}

const wayOutCommands: Readonly<Record<wire.WayOut, string>> = {
  showLog: commandIds.showEngineLog,
  openFolder: 'vscode.openFolder',
  openVault: commandIds.openVaultRunList,
  runWorkflow: commandIds.runWorkflow,
};
