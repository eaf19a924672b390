/** What a form starts: the workflow as it is now, or the version of a past run. */
import type * as vscode from 'vscode';
import type { InputDraft } from '../../model/run/inputDrafts';
import type { RunSummary } from '../../model/run/run';
import type { RunFormState } from '../../protocol/runForm';

/** All of a form but what is chosen in it. */
export type BlankForm = Omit<RunFormState, 'name'>;

/** With what a run is started. */
export interface RunOrder {
  /** By input, paths absolute; what is not named keeps its default. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Null: named after the workflow and its number. */
  readonly name: string | null;
}

export interface FormSource extends vscode.Disposable {
  /** Absolute path of the workflow. */
  readonly workflowPath: string;
  /** Fires when `read` may give something else. */
  readonly onDidChange: vscode.Event<void>;
  /** @throws Refusal when it cannot be run */
  read(): Promise<BlankForm>;
  /**
   * Starts the run and shows it.
   * @param seen what was on screen @throws Refusal when that is not what would run
   */
  start(order: RunOrder, seen: readonly InputDraft[]): Promise<RunSummary>;
}
