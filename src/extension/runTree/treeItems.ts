/** How each element of a run tree looks in VS Code. */
import * as vscode from 'vscode';
import { allowedActions } from '../../model/run/actions';
import { commandIds } from '../ids';
import {
  rowId,
  type GroupElement,
  type NodeRunElement,
  type RunElement,
  type RunTreeElement,
  type WayOutElement,
} from './elements';
import { groupInWords, nodeRunDescription, runDescription, runInWords, type RowScope } from '../../model/run/runText';
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
}

/** The row of the element, without its tooltip, which is made when somebody asks for it. */
export function treeItem(element: RunsElement, state: RowState): vscode.TreeItem {
  const item = bareItem(element, state);
  item.id = rowId(element);
  return item;
}

/** The text of the row that changes while time passes. */
export function changingText(element: RunElement | NodeRunElement, scope: RowScope, now: number): string {
  return element.kind === 'run' ? runDescription(element.run, now, scope) : nodeRunDescription(element.nodeRun, now);
}

function bareItem(element: RunsElement, state: RowState): vscode.TreeItem {
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
  item.description = String(group.count);
  item.contextValue = 'group';
  item.tooltip = groupInWords(group);
  item.accessibilityInformation = { label: groupInWords(group) };
  return item;
}

function runItem(element: RunElement, { isOpen, now, scope }: RowState): vscode.TreeItem {
  const { run } = element;
  const item = new vscode.TreeItem(run.name, collapsible(isOpen));
  item.description = runDescription(run, now, scope);
  item.iconPath = runStatusIcon(run.status);
  item.contextValue = ['run', ...allowedActions(run)].join(' ');
  item.accessibilityInformation = { label: runInWords(run, now, scope) };
  return item;
}

function workflowItem(run: RunElement): vscode.TreeItem {
  const { name, path } = run.run.workflow;
  const item = new vscode.TreeItem(name);
  item.description = 'live workflow';
  item.iconPath = new vscode.ThemeIcon('type-hierarchy');
  item.contextValue = 'workflow';
  item.tooltip = `Open ${path} as it is now, with no run loaded`;
  item.accessibilityInformation = { label: `Workflow ${name}, opens as it is now, with no run loaded` };
  return item;
}

function nodeRunItem(element: NodeRunElement, { now }: RowState): vscode.TreeItem {
  const { nodeRun } = element;
  const item = new vscode.TreeItem(nodeRun.id);
  item.description = nodeRunDescription(nodeRun, now);
  item.iconPath = nodeStatusIcon(nodeRun.status);
  item.contextValue = 'nodeRun';
  const words = [`Node ${nodeRun.id}`, nodeRunDescription(nodeRun, now), nodeRun.message].filter(Boolean);
  item.accessibilityInformation = { label: words.join(', ') };
  return item;
}

function loadMoreItem(group: RunGroup): vscode.TreeItem {
  const item = new vscode.TreeItem('Load more');
  // While the engine counts, a row may be ahead of the number.
  const left = Math.max(1, group.count - (group.rows?.length ?? 0));
  item.description = `${left} older`;
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'loadMore';
  item.tooltip = `${left} older runs are not shown`;
  item.accessibilityInformation = { label: `Load more of ${left} older runs, ${group.status}` };
  return item;
}

/** The row of a way out of an unavailable engine. */
export function wayOutItem({ way }: WayOutElement): vscode.TreeItem {
  const [title, icon, command] =
    way === 'retry'
      ? ['Retry', 'refresh', commandIds.retryEngine]
      : ['Show Engine Log', 'output', commandIds.showEngineLog];
  const item = new vscode.TreeItem(title);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.command = { command, title };
  return item;
}

function collapsible(isOpen: boolean): vscode.TreeItemCollapsibleState {
  return isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}
