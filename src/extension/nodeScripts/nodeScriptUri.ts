/** `runlens-node:<path of the workflow>/<node id>.<ending>`: a node's command as a file of its own. */
import type * as vscode from 'vscode';
import type { Shell } from '../../model/workflow/workflow';
import { nodeScheme } from '../ids';
import { nodeOfScriptPath, nodeScriptPath } from './nodeScriptPath';

export interface NodeScript {
  /** Address of the workflow's document. */
  readonly workflow: vscode.Uri;
  readonly nodeId: string;
}

/** The address under which the node's command opens. */
export function nodeScriptUri({ workflow, nodeId }: NodeScript, shell: Shell): vscode.Uri {
  return workflow.with({ scheme: nodeScheme, path: nodeScriptPath({ workflow: workflow.path, nodeId }, shell) });
}

/** What an address stands for; undefined for any other one. */
export function nodeScriptOf(uri: vscode.Uri): NodeScript | undefined {
  const found = uri.scheme === nodeScheme ? nodeOfScriptPath(uri.path) : undefined;
  if (found === undefined) return undefined;
  return { workflow: uri.with({ scheme: 'file', path: found.workflow }), nodeId: found.nodeId };
}
