/** The edits of a workflow file, as data: what the canvas and the inspector ask for. */
import type { MovedNode, TextEdit } from '../moveEdit';
import type { InputType, InputValue, MachineSize, Shell, WireSource, Workflow, WorkflowNode } from '../workflow';

export type WorkflowEdit =
  /** Behind all others. `at`: canvas pixels, rounded to whole ones. */
  | { readonly kind: 'addNode'; readonly node: WorkflowNode; readonly at?: { readonly x: number; readonly y: number } }
  /** With the wires, needs and outputs of the workflow that come from them. */
  | { readonly kind: 'removeNodes'; readonly nodeIds: readonly string[] }
  /** Everywhere but in the texts of scripts. */
  | { readonly kind: 'renameNode'; readonly nodeId: string; readonly to: string }
  | { readonly kind: 'setNodeField'; readonly nodeId: string; readonly field: NodeField }
  /** Adds the input or gives it another value. A wire as the value connects. */
  | { readonly kind: 'setNodeInput'; readonly nodeId: string; readonly name: string; readonly value: InputValue }
  /** Disconnects, if its value is a wire. */
  | { readonly kind: 'removeNodeInput'; readonly nodeId: string; readonly name: string }
  | { readonly kind: 'renameNodeInput'; readonly nodeId: string; readonly name: string; readonly to: string }
  /** The wire of an input goes to another input, which may be a new one; the first input goes with it. */
  | {
      readonly kind: 'moveWire';
      readonly nodeId: string;
      readonly name: string;
      readonly to: { readonly nodeId: string; readonly name: string };
    }
  | { readonly kind: 'setNodeOutput'; readonly nodeId: string; readonly name: string; readonly path: string }
  /** With the wires that come from it. */
  | { readonly kind: 'removeNodeOutput'; readonly nodeId: string; readonly name: string }
  | { readonly kind: 'renameNodeOutput'; readonly nodeId: string; readonly name: string; readonly to: string }
  /** Order without data: `nodeId` runs behind `need`. */
  | { readonly kind: 'addNeed'; readonly nodeId: string; readonly need: string }
  | { readonly kind: 'removeNeed'; readonly nodeId: string; readonly need: string }
  /** Null clears the field. */
  | { readonly kind: 'setWorkflowField'; readonly field: WorkflowFieldName; readonly value: string | null }
  | {
      readonly kind: 'setWorkflowInput';
      readonly name: string;
      readonly type: InputType;
      /** Null: runs must give a value. */
      readonly default: string | null;
    }
  | { readonly kind: 'removeWorkflowInput'; readonly name: string }
  | { readonly kind: 'renameWorkflowInput'; readonly name: string; readonly to: string }
  | { readonly kind: 'setWorkflowOutput'; readonly name: string; readonly from: WireSource }
  | { readonly kind: 'removeWorkflowOutput'; readonly name: string }
  | { readonly kind: 'renameWorkflowOutput'; readonly name: string; readonly to: string }
  /** One node or all of them: dragging and arranging are the same to the file. */
  | { readonly kind: 'move'; readonly moved: readonly MovedNode[] }
  /**
   * Nodes of this or another file. An id that is taken here becomes a free one, also in the wires and needs among them;
   * wires and needs from elsewhere stay where this workflow has what they name, else they are left out.
   */
  | {
      readonly kind: 'paste';
      readonly nodes: readonly WorkflowNode[];
      readonly positions: readonly MovedNode[];
      /** Places of nodes that are there already. */
      readonly kept?: readonly MovedNode[];
    };

/** A field of a node with its new value; null clears it, so that its default holds. */
export type NodeField =
  | { readonly name: 'label'; readonly value: string | null }
  /** `run`, `script` and `uses` take each other's place. A module has no shell and no outputs of its own. */
  | { readonly name: 'run' | 'script' | 'uses'; readonly value: string }
  | { readonly name: 'shell'; readonly value: Shell | null }
  | { readonly name: 'needs'; readonly value: readonly string[] }
  | { readonly name: 'when'; readonly value: WorkflowNode['when'] | null }
  /** Such as `10m`. */
  | { readonly name: 'timeout'; readonly value: string | null }
  | { readonly name: 'retries'; readonly value: number | null }
  | { readonly name: 'machine'; readonly value: MachineSize | null };

export type WorkflowFieldName = 'name' | 'description' | 'project' | 'fleet';

export type EditResult =
  | {
      readonly kind: 'edits';
      /** In order, apart from each other; none when the file already says it. */
      readonly edits: readonly TextEdit[];
      readonly notes: readonly EditNote[];
    }
  | Refusal;

/** Nothing was changed: why, and what to do, in a sentence for the spot where it was asked. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly message: string;
  /** A name that would do instead. */
  readonly suggestion?: string;
}

export type RefusalCode =
  | 'read-only'
  | 'broken-file'
  | 'unusual-text'
  | 'unknown-node'
  | 'unknown-name'
  | 'invalid-name'
  | 'taken'
  | 'cycle'
  | 'wrong-type'
  | 'bad-value'
  | 'not-of-module';

/** What a person should know of an edit that was made. */
export type EditNote =
  /** The old word stands in the command of a node, which an edit never touches. */
  | { readonly kind: 'stillInScript'; readonly nodeId: string; readonly word: string; readonly message: string }
  /** A pasted node got another id. */
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /** A wire or need of a pasted node that names nothing here. */
  | { readonly kind: 'leftOut'; readonly nodeId: string; readonly source: string };

/** What is known beyond the file; each missing part is simply not checked. */
export interface EditSurroundings {
  /** The module that a `uses:` of the file names, when it can be read. */
  readonly moduleOf?: (uses: string) => Workflow | null;
}
