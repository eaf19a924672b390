/** What a run executed of one of its modules. */
import * as vscode from 'vscode';
import { scopeAtPath, sourceOfScope } from '../../model/workflow/moduleScope';
import { scopeOf, type Scope } from '../../model/workflow/runNodes';
import type { WorkflowSource } from '../../model/workflow/workflow';
import type { RunSnapshot } from '../../protocol/engine';
import { Refusal } from '../commands/commandErrors';

/**
 * The module node at the path as a workflow of its own: its file, the modules inside it and the scripts of them all.
 * @throws Refusal when the run has no module there
 */
export function moduleSource(snapshot: RunSnapshot, module: string): WorkflowSource {
  return sourceOfScope(scopeOfModule(snapshot, module), snapshot.source);
}

/** As moduleSource, parsed. @throws Refusal when the run has no module there */
export function moduleSnapshot(snapshot: RunSnapshot, module: string): RunSnapshot {
  const scope = scopeOfModule(snapshot, module);
  return { ...snapshot, source: sourceOfScope(scope, snapshot.source), workflow: scope.workflow };
}

function scopeOfModule(snapshot: RunSnapshot, module: string): Scope {
  const scope = scopeAtPath(scopeOf(snapshot), module);
  if (scope !== null) return scope;
  throw new Refusal(vscode.l10n.t('The run has no module {0}. Open the whole run instead.', module));
}
