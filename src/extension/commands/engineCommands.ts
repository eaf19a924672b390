/** The commands about the engine and about the rows of a tree. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds, viewIds } from '../ids';
import { isRunTreeElement } from '../runTree/elements';
import type { CommandContext } from './commandContext';
import type { CommandHandlers } from './registerCommands';

type EngineCommand = typeof commandIds.loadMoreRuns | typeof commandIds.showEngineLog | typeof commandIds.retryEngine;

/** Handlers of the commands that are about neither a run nor a workflow. */
export function engineCommands(context: CommandContext): Pick<CommandHandlers, EngineCommand> {
  const { connection, log, workspaceRuns, workflowRuns, vaultRuns } = context;
  return {
    [commandIds.loadMoreRuns]: async (row) => {
      if (!isRunTreeElement(row) || row.kind !== 'loadMore') return;
      await [workspaceRuns, workflowRuns, vaultRuns].find((tree) => tree.owns(row))?.loadMore(row);
    },
    [commandIds.showEngineLog]: async () => {
      const { state } = connection;
      const file = state.kind === 'ready' ? path.join(state.engine.home, 'engine.log') : undefined;
      if (file && (await isThere(file))) await vscode.window.showTextDocument(vscode.Uri.file(file));
      else log.show();
    },
    [commandIds.retryEngine]: async () => {
      await vscode.window.withProgress({ location: { viewId: viewIds.workspaceRuns } }, () => connection.connect());
    },
  };
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
