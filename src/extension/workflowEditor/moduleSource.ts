/** What a run executed of one of its modules. */
import * as vscode from 'vscode';
import { scopeAtPath, sourceOfScope } from '../../model/workflow/moduleScope';
import { scopeOf } from '../../model/workflow/runNodes';
import type { WorkflowSource } from '../../model/workflow/workflow';
import type { RunSnapshot } from '../../protocol/engine';
import { Refusal } from '../commands/commandErrors';

/**
 * The module node at the path as a workflow of its own: its file, the modules inside it and the scripts of them all.
 * @throws Refusal when the run has no module there
 */
export function moduleSource(snapshot: RunSnapshot, module: string): WorkflowSource {
  const scope = scopeAtPath(scopeOf(snapshot), module);
  if (scope !== null) return sourceOfScope(scope, snapshot.source);
  throw new Refusal(vscode.l10n.t('The run has no module {0}. Open the whole run instead.', module));
}
