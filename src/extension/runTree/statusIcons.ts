/** Icons of statuses in VS Code's own terms. */
import * as vscode from 'vscode';
import { nodeStatusLook, runStatusLook, type StatusLook } from '../../model/run/display';
import type { NodeStatus, RunStatus } from '../../model/run/status';

export function runStatusIcon(status: RunStatus): vscode.ThemeIcon {
  return iconOf(runStatusLook(status));
}

export function nodeStatusIcon(status: NodeStatus): vscode.ThemeIcon {
  return iconOf(nodeStatusLook(status));
}

function iconOf({ icon, color }: StatusLook): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, color === null ? undefined : new vscode.ThemeColor(color));
}
