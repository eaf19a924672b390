/** A form for running the version of a past run again, filled in from that run. */
import path from 'node:path';
import * as vscode from 'vscode';
import { draftsFrom } from '../../model/run/inputDrafts';
import type { RunSummary } from '../../model/run/run';
import { getRun } from '../../protocol/engine';
import { onRun } from '../commands/onRuns';
import type { EngineConnection } from '../engineConnection';
import { quoted } from '../shownText';
import type { WorkflowEditors } from '../workflowEditor/workflowEditors';
import type { FormSource } from './formSource';

/** A snapshot never changes, so the form does not either. */
export function pastSource(run: RunSummary, editors: WorkflowEditors, connection: EngineConnection): FormSource {
  const changed = new vscode.EventEmitter<void>();
  const folder = path.dirname(run.workflow.path);
  return {
    workflowPath: run.workflow.path,
    onDidChange: changed.event,
    read: () =>
      onRun(run, async ({ id }) => {
        const { workflow } = await editors.versions.snapshots.of(id);
        const { name, inputs } = await connection.send(getRun, { run: id });
        return {
          subject: { kind: 'run', runId: id },
          title: vscode.l10n.t('Run {0} Again', quoted(name)),
          version: { kind: 'ran', runName: name },
          filledFrom: { runName: name },
          folder,
          drafts: draftsFrom(workflow.inputs, inputs, (relative) => path.resolve(folder, relative)),
        };
      }),
    start: async ({ inputs, name }) => {
      const part = { kind: 'all' as const, inputs: { ...inputs }, name };
      const again = await onRun(run, ({ id }) => connection.startAgain(id, part));
      await editors.openRun(again);
      return again;
    },
    dispose: () => changed.dispose(),
  };
}
