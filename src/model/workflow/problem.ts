/** Something wrong (or doubtful) in a workflow file, with the text it is about. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Stable id of the rule, e.g. `unknown-node`. */
  readonly code: string;
  /** A whole sentence: what is wrong and what to do. */
  readonly message: string;
  /** Key in `WorkflowSource.files` of the file it is in. */
  readonly file: string;
  readonly range: TextRange;
  /** The node it belongs to, if there is one in the entry file. */
  readonly nodeId?: string;
}

/** Zero-based lines and UTF-16 columns, as VS Code and the Language Server Protocol count them. */
export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** A workflow with errors is shown but cannot be started; warnings do not stop it. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
