/** Lets the user pick what a run is compared with: the live workflow, or another run of the same workflow. */
import * as vscode from 'vscode';
import type { SideChoice } from '../../protocol/compare';
import { liveItem } from '../commands/pickRunItems';
import { RunPicker } from '../commands/runPicker';
import type { EngineConnection } from '../engineConnection';

/** What is offered: `live`: the live workflow too. */
export interface OfferedSides {
  /** Path of the workflow. */
  readonly workflow: string;
  /** Id of the run that stands on the other side; null: that is the live workflow. */
  readonly notRun: string | null;
  readonly live: 'offered' | 'left out';
}

/**
 * The side that the user picks; runs come newest first, and are searched in the vault.
 * @throws UserCancelled, EngineUnavailableError
 */
export async function pickSide(
  connection: EngineConnection,
  { workflow, notRun, live }: OfferedSides,
): Promise<SideChoice> {
  const picker = new RunPicker(
    connection,
    { action: 'compareRuns', folders: null, workflowPath: workflow, without: notRun, text: '', after: null },
    { title: vscode.l10n.t('Compare With'), placeholder: vscode.l10n.t('Search the runs of this workflow') },
    live === 'offered' ? [liveItem()] : [],
  );
  const picked = await picker.ask().finally(() => picker.dispose());
  return picked.kind === 'live' ? { kind: 'live', path: workflow } : { kind: 'run', runId: picked.run.id };
}
