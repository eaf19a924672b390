/** From an entry file to everything a run of it would execute, with what is wrong in it. */
import type { Problem } from './problem';
import type { Workflow, WorkflowSource } from './workflow';

/**
 * Gives the text of a file by its path relative to the workspace (with `/`), `undefined` when there is none.
 * The caller says what "live" means: open documents first, files on disk, or the texts of a snapshot.
 */
export type ReadText = (path: string) => Promise<string | undefined>;

export interface LoadedWorkflow {
  /** The entry file and every module and script file that could be read. */
  readonly source: WorkflowSource;
  /** Null when the entry file cannot be read as a workflow at all; then `problems` says why. */
  readonly workflow: Workflow | null;
  /** The modules it uses, at any depth, by their key in `source.files`. */
  readonly modules: Readonly<Record<string, Workflow>>;
  readonly problems: readonly Problem[];
  /** Null when there are errors. */
  readonly versionId: string | null;
  /** Why the canvas may not edit the file (anchors, aliases, merge keys), in a sentence; null when it may. */
  readonly readOnly: string | null;
}

/** Loads the workflow or module at `entry`. Never throws for what a file says: that becomes problems. */
export function loadWorkflow(_entry: string, _readText: ReadText): Promise<LoadedWorkflow> {
  throw new Error('not built yet');
}
