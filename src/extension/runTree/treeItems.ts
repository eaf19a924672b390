/** How each element of a run tree looks in VS Code. */
import * as vscode from 'vscode';
import { allowedActions, canRerunPart } from '../../model/run/actions';
import { commandIds } from '../ids';
import { plainText } from '../shownText';
import {
  type GroupElement,
  type NodeRunElement,
  type RunElement,
  type RunTreeElement,
  type WayOutElement,
} from './elements';
import {
  countText,
  groupInWords,
  nodeRunDescription,
  runDescription,
  runInWords,
  type RowScope,
} from '../../model/run/runText';
import type { RunGroup } from './runGroups';
import { nodeStatusIcon, runStatusIcon } from './statusIcons';

/** A row that is there because of runs. */
export type RunsElement = Exclude<RunTreeElement, WayOutElement>;

/** What a row shows that is not in its element. */
export interface RowState {
  readonly group: RunGroup;
  readonly isOpen: boolean;
  readonly scope: RowScope;
  /** Milliseconds of the epoch. */
  readonly now: number;
  /** What is expected of the end of an active run; of one that waits for its time, the words of its schedule. */
  readonly expected: string | null;
}

/** The text of the row that changes while time passes. */
export function changingText(
  element: RunElement | NodeRunElement,
  { scope, now, expected }: Pick<RowState, 'scope' | 'now' | 'expected'>,
): string {
  return plainText(
    element.kind === 'run'
      ? runDescription(element.run, now, scope, expected)
      : nodeRunDescription(element.nodeRun, now),
  );
}

/** The row of the element, without its id and its tooltip, which is made when somebody asks for it. */
export function treeItem(element: RunsElement, state: RowState): vscode.TreeItem {
  switch (element.kind) {
    case 'group':
      return groupItem(element, state);
    case 'run':
      return runItem(element, state);
    case 'workflow':
      return workflowItem(element.parent);
    case 'nodeRun':
      return nodeRunItem(element, state);
    case 'loadMore':
      return loadMoreItem(state.group);
  }
}

function groupItem(element: GroupElement, { group, isOpen }: RowState): vscode.TreeItem {
  const item = new vscode.TreeItem(element.status, collapsible(isOpen));
  item.description = countText(group);
  item.contextValue = 'group';
  item.tooltip = groupInWords(group);
  item.accessibilityInformation = { label: groupInWords(group) };
  return item;
}

function runItem(element: RunElement, { isOpen, ...state }: RowState): vscode.TreeItem {
  const { run } = element;
  const item = new vscode.TreeItem(plainText(run.name), collapsible(isOpen));
  item.description = changingText(element, state);
  item.iconPath = runStatusIcon(run.status);
  const waits = run.status === 'Scheduled' ? ['scheduled'] : [];
  item.contextValue = ['run', ...waits, ...allowedActions(run)].join(' ');
  item.accessibilityInformation = { label: plainText(runInWords(run, state.now, state.scope, state.expected)) };
  return item;
}

function workflowItem(run: RunElement): vscode.TreeItem {
  const { name, path } = run.run.workflow;
  const item = new vscode.TreeItem(plainText(name));
  item.description = vscode.l10n.t('live workflow');
  item.iconPath = new vscode.ThemeIcon('type-hierarchy');
  item.contextValue = 'workflow';
  item.tooltip = vscode.l10n.t('Open {0} as it is now, with no run loaded', plainText(path));
  item.accessibilityInformation = {
    label: vscode.l10n.t('Workflow {0}, opens as it is now, with no run loaded', plainText(name)),
  };
  return item;
}

function nodeRunItem(element: NodeRunElement, state: RowState): vscode.TreeItem {
  const { nodeRun, label, inside } = element;
  // Below its module it needs no path.
  const id = nodeRun.id.slice(nodeRun.id.lastIndexOf('/') + 1);
  const item = new vscode.TreeItem(plainText(label ?? id));
  if (inside.length > 0) item.collapsibleState = collapsible(nodeRun.status === 'failed');
  item.description = changingText(element, state);
  item.iconPath = nodeStatusIcon(nodeRun.status);
  const { parent } = element;
  item.contextValue = canRerunPart(parent.run) ? 'nodeRun rerunFromHere' : 'nodeRun';
  const words = [
    `Node ${label ?? nodeRun.id}`,
    label === null ? null : nodeRun.id,
    nodeRunDescription(nodeRun, state.now),
    nodeRun.message,
  ].filter(Boolean);
  item.accessibilityInformation = { label: plainText(words.join(', ')) };
  return item;
}

function loadMoreItem(group: RunGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Load more'));
  // While the engine counts, a row may be ahead of the number.
  const count = Math.max(1, group.count - (group.rows?.length ?? 0));
  const left = countText({ count, isLowerBound: group.isLowerBound });
  item.description = vscode.l10n.t('{0} older', left);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'loadMore';
  item.tooltip = vscode.l10n.t('{0} older runs are not shown', left);
  item.accessibilityInformation = { label: vscode.l10n.t('Load more of {0} older runs, {1}', left, group.status) };
  return item;
}

/** The row of a way out of an unavailable engine. */
export function wayOutItem({ way }: WayOutElement): vscode.TreeItem {
  const [title, icon, command] =
    way === 'retry'
      ? [vscode.l10n.t('Retry'), 'refresh', commandIds.retryEngine]
      : [vscode.l10n.t('Show Engine Log'), 'output', commandIds.showEngineLog];
  const item = new vscode.TreeItem(title);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.command = { command, title };
  return item;
}

function collapsible(isOpen: boolean): vscode.TreeItemCollapsibleState {
  return isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}
