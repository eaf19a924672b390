/** A form for the workflow as it is now, filled in from its last run. */
import path from 'node:path';
import * as vscode from 'vscode';
import { draftsFrom, type InputDraft } from '../../model/run/inputDrafts';
import { everyRun } from '../../model/run/query';
import type { RunDetails } from '../../model/run/run';
import { getRun, listRuns } from '../../protocol/engine';
import { Refusal } from '../commands/commandErrors';
import type { EngineConnection } from '../engineConnection';
import { runnableLive } from '../workflowEditor/runLive';
import type { WorkflowEditors } from '../workflowEditor/workflowEditors';
import type { FormSource } from './formSource';

/** The share of the live workflow goes with the source. */
export async function liveSource(
  file: string,
  editors: WorkflowEditors,
  connection: EngineConnection,
): Promise<FormSource> {
  const share = await editors.versions.workflows.share(file);
  const { live } = share;
  const workflowPath = live.place.path;
  const name = path.basename(workflowPath);
  const folder = path.dirname(workflowPath);
  const absolute = (relative: string): string => path.resolve(folder, relative);
  const changed = new vscode.EventEmitter<void>();
  const subscription = live.onDidChange(() => changed.fire());
  return {
    workflowPath,
    onDidChange: changed.event,
    async read() {
      const { parsed } = await runnableLive(live);
      const last = await lastRun(workflowPath, connection);
      return {
        subject: { kind: 'workflow', path: workflowPath },
        title: vscode.l10n.t('Run {0}', name),
        version: { kind: 'live', isModule: parsed.kind === 'module' },
        filledFrom: last === null ? null : { runName: last.name },
        folder,
        drafts: draftsFrom(parsed.inputs, last?.inputs ?? null, absolute),
      };
    },
    start: (order, seen) =>
      editors.run(workflowPath, (inputs) => {
        if (whatIsAsked(draftsFrom(inputs, null, absolute)) === whatIsAsked(seen)) return order;
        throw new Refusal(
          vscode.l10n.t('The inputs of {0} were edited meanwhile. Look at them again, then run.', name),
        );
      }),
    dispose: () => {
      subscription.dispose();
      changed.dispose();
      share.dispose();
    },
  };
}

async function lastRun(workflowPath: string, connection: EngineConnection): Promise<RunDetails | null> {
  const filter = { ...everyRun, workflowPaths: [workflowPath] };
  const { runs } = await connection.send(listRuns, { filter, order: 'newest', limit: 5, after: null });
  // One that waits for its time has no inputs yet.
  const newest = runs.find(({ hasSnapshot }) => hasSnapshot);
  return newest === undefined ? null : connection.send(getRun, { run: newest.id });
}

function whatIsAsked(drafts: readonly InputDraft[]): string {
  return JSON.stringify(drafts.map(({ input, fallback }) => [input.name, input.type, fallback]));
}
