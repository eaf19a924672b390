/**
 * The workflow as data: what a `*.workflow.yaml` or `*.module.yaml` file says, with every default filled in.
 * Plain JSON throughout, because a run's snapshot stores it parsed.
 */

/** `module`: a workflow used as one node of another. */
export type WorkflowKind = 'workflow' | 'module';

export type Shell = 'sh' | 'bash' | 'python' | 'node';

/** The types a workflow input can have; `file` and `folder` hold a path. */
export type InputType = 'string' | 'boolean' | 'number' | 'file' | 'folder';

/** A request to the fleet, not a promise. */
export type MachineSize = 'small' | 'medium' | 'large';

export interface Workflow {
  readonly kind: WorkflowKind;
  /** As written; absent when the file does not say, and then the file's name is shown. */
  readonly name?: string;
  readonly description?: string;
  readonly project?: string;
  /** Default fleet of its runs. */
  readonly fleet: string;
  readonly inputs: readonly WorkflowInput[];
  /** In the order of the file. */
  readonly nodes: readonly WorkflowNode[];
  /** Outputs of a module; empty for a workflow. */
  readonly outputs: readonly WorkflowOutput[];
  /** Positions of the nodes that have one, in canvas pixels. */
  readonly layout: Readonly<Record<string, Position>>;
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface WorkflowInput {
  readonly name: string;
  readonly type: InputType;
  /** The literal as written in the file; absent: the run must give one, else it is unset. */
  readonly default?: string;
}

export interface WorkflowOutput {
  readonly name: string;
  readonly from: WireSource;
}

export interface WorkflowNode {
  readonly id: string;
  readonly label?: string;
  readonly action: NodeAction;
  readonly inputs: readonly NodeInput[];
  readonly outputs: readonly NodeOutput[];
  /** Ids of nodes that come before this one without handing it data. */
  readonly needs: readonly string[];
  /** `always`: run also when something it needs did not succeed. */
  readonly when: 'success' | 'always';
  /** For one attempt, in seconds. */
  readonly timeoutSeconds?: number;
  /** Attempts after the first one. */
  readonly retries: number;
  readonly machine?: MachineSize;
}

export type NodeAction =
  | { readonly kind: 'run'; readonly shell: Shell; readonly run: string }
  /** `script` and `uses` are paths as written: relative to the file that holds them. */
  | { readonly kind: 'script'; readonly shell: Shell; readonly script: string }
  | { readonly kind: 'module'; readonly uses: string };

export interface NodeInput {
  readonly name: string;
  readonly value: InputValue;
}

export type InputValue =
  /** A scalar, exactly as written in the file: `1.10` stays `1.10`. */
  | { readonly kind: 'literal'; readonly value: string }
  /** A path relative to the file that holds it. */
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'wire'; readonly source: WireSource };

export type WireSource =
  | { readonly kind: 'input'; readonly input: string }
  | { readonly kind: 'output'; readonly node: string; readonly output: string };

export interface NodeOutput {
  readonly name: string;
  /** A file or folder in the node's work folder. */
  readonly path: string;
}

/**
 * Everything a run executes, as text: the workflow file, the modules it uses and the script files of both.
 * The keys of `files` are paths relative to the workspace, with `/` on every platform.
 */
export interface WorkflowSource {
  /** Key of the workflow file in `files`. */
  readonly entry: string;
  readonly files: Readonly<Record<string, string>>;
}
