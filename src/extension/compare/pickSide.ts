/** Lets the user pick what a run is compared with: the live workflow, or another run of the same workflow. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { runsOf } from '../../model/run/query';
import { runDescription } from '../../model/run/runText';
import type { SideChoice } from '../../protocol/compare';
import { listRuns } from '../../protocol/engine';
import { Refusal, UserCancelled } from '../commands/commandErrors';
import type { EngineConnection } from '../engineConnection';
import { runStatusIcon } from '../runTree/statusIcons';
import { plainText, shortened } from '../shownText';

interface SideItem extends vscode.QuickPickItem {
  /** Null: asks for older runs. */
  readonly choice: SideChoice | null;
}

/** What is offered: `live`: the live workflow too. */
export interface OfferedSides {
  /** Path of the workflow. */
  readonly workflow: string;
  /** Id of the run that stands on the other side; null: that is the live workflow. */
  readonly notRun: string | null;
  readonly live: 'offered' | 'left out';
}

const pageSize = 100;
const longestName = 100;

/**
 * The side that the user picks; runs come newest first, a page at a time.
 * @throws UserCancelled; Refusal when there is nothing to pick; EngineUnavailableError
 */
export async function pickSide(connection: EngineConnection, offered: OfferedSides): Promise<SideChoice> {
  const runs: RunSummary[] = [];
  for (;;) {
    const after = runs.at(-1)?.id ?? null;
    const filter = runsOf(offered.workflow);
    const page = await connection.send(listRuns, { filter, order: 'newest', limit: pageSize, after });
    runs.push(...page.runs);
    const items = itemsFor(runs, offered);
    if (page.hasMore) items.push({ choice: null, label: vscode.l10n.t('Load older runs'), alwaysShow: true });
    if (items.length === 0) throw new Refusal(vscode.l10n.t('There is no other run of this workflow to compare with.'));
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Compare With'),
      placeHolder: vscode.l10n.t('Search the runs of this workflow'),
      matchOnDescription: true,
    });
    if (picked === undefined) throw new UserCancelled();
    if (picked.choice !== null) return picked.choice;
  }
}

function itemsFor(runs: readonly RunSummary[], { workflow, notRun, live }: OfferedSides): SideItem[] {
  const now = Date.now();
  const items: SideItem[] = runs
    .filter(({ id, hasSnapshot }) => hasSnapshot && id !== notRun)
    .map((run) => ({
      choice: { kind: 'run', runId: run.id },
      label: shortened(plainText(run.name), longestName),
      description: plainText(runDescription(run, now)),
      iconPath: runStatusIcon(run.status),
    }));
  if (live === 'left out') return items;
  const liveItem: SideItem = {
    choice: { kind: 'live', path: workflow },
    label: vscode.l10n.t('Live workflow'),
    description: vscode.l10n.t('as it is now, saved or not'),
    iconPath: new vscode.ThemeIcon('edit'),
  };
  return [liveItem, ...items];
}
