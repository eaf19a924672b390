/** The rows of the picker of runs. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { runDescription, type RowScope } from '../../model/run/runText';
import { runStatusIcon } from '../runTree/statusIcons';
import { plainText, quoted, shortened } from '../shownText';
import type { PickedRunsQuestion } from './pickedRuns';

/** Characters of a name in a row. */
const longestName = 100;

/** A run, or what stands beside the runs to be picked. */
export type PickedRun = { readonly kind: 'run'; readonly run: RunSummary } | { readonly kind: 'live' };

export interface RunItem extends vscode.QuickPickItem {
  /** What is picked with it; null: nothing, it says or asks something. */
  readonly choice: PickedRun | null;
  /** What the row asks for instead. */
  readonly goOn?: Partial<PickedRunsQuestion>;
}

export interface RunItemState {
  /** What was searched for. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly scope: RowScope;
}

/** A run; the engine has decided that it matches. Its id is shown where it is what matches. */
export function runItem(run: RunSummary, { text, now, scope }: RunItemState): RunItem {
  const isFoundById = !run.name.toLowerCase().includes(text.toLowerCase());
  return {
    choice: { kind: 'run', run },
    label: shortened(plainText(run.name), longestName),
    description: plainText(runDescription(run, now, scope)),
    iconPath: runStatusIcon(run.status),
    alwaysShow: true,
    ...(isFoundById ? { detail: run.id } : {}),
  };
}

/** The workflow itself, beside its runs. */
export function liveItem(): RunItem {
  return {
    choice: { kind: 'live' },
    label: vscode.l10n.t('Live workflow'),
    description: vscode.l10n.t('as it is now, saved or not'),
    iconPath: new vscode.ThemeIcon('edit'),
    alwaysShow: true,
  };
}

/** The wish for the runs after the one with the id. */
export function olderItem(after: string): RunItem {
  return row('ellipsis', vscode.l10n.t('Load older runs'), { goOn: { after } });
}

/** The wish for the runs of all workspaces. */
export function vaultItem(): RunItem {
  return row('globe', vscode.l10n.t('Search the runs of all workspaces'), { goOn: { folders: null, after: null } });
}

/** Says that there is no run, and why. */
export function nothingItem({ text, folders, workflowPath }: PickedRunsQuestion): RunItem {
  if (text !== '') return row('info', vscode.l10n.t('No such run has {0} in its name or id.', quoted(text)), {});
  if (workflowPath !== null) {
    return row('info', vscode.l10n.t('There is no other run of this workflow to compare with.'), {});
  }
  return folders === null
    ? row('info', vscode.l10n.t('There is no run for which this can be done.'), {})
    : row('info', vscode.l10n.t('The open folders have no run for which this can be done.'), {});
}

function row(icon: string, label: string, more: Pick<RunItem, 'goOn'>): RunItem {
  return { choice: null, label, iconPath: new vscode.ThemeIcon(icon), alwaysShow: true, ...more };
}
