/** What the comparison of two versions says. Types alone: the page has them, and what makes them stays outside of it. */
import type { Graph } from '../workflow/graph';
import type { NodeField } from '../workflow/nodeField';

/** A file on each side. */
export interface TextPair {
  readonly label: string;
  /** Keys in the sources; null: the side has no such file. */
  readonly left: string | null;
  readonly right: string | null;
  /** Id of the node at which to look; null: at the beginning. */
  readonly nodeId: string | null;
}

/** One value that is not the same on both sides. */
export interface ValueDifference {
  readonly name: string;
  /** Null: it is not there. */
  readonly left: string | null;
  readonly right: string | null;
  /** Texts of several lines in a fixed-width font, or words. */
  readonly look: 'code' | 'words';
}

/** A value that differs, with the fields of the model's comparison that it tells. */
export interface FieldDifference extends ValueDifference {
  readonly fields: readonly NodeField[];
}

/** Edges of the union that only one of the two has, by id. */
export type EdgeKinds = Readonly<Record<string, 'added' | 'removed'>>;

export type NodeDifferenceKind = 'added' | 'removed' | 'changed' | 'moved';

/** A node that is not the same in both versions. */
export interface ComparedNode {
  /** Its path: inside of modules behind the ids of these (`scan/fetch`). */
  readonly path: string;
  readonly title: string;
  readonly kind: NodeDifferenceKind;
  readonly values: readonly FieldDifference[];
  /** The texts in which it differs, what tells most first. */
  readonly texts: readonly TextPair[];
}

/** An input as a version declares it. */
export interface DeclaredInput {
  readonly name: string;
  /** As written; null: each run has to say. */
  readonly preset: string | null;
}

export interface ComparedVersions {
  readonly isSameVersion: boolean;
  readonly graph: Graph;
  readonly edgeKinds: EdgeKinds;
  /** Nodes that differ; those inside of a module that differs behind it. */
  readonly nodes: readonly ComparedNode[];
  /** Inputs and outputs of the workflow itself that differ. */
  readonly declared: readonly ValueDifference[];
  /** What each side would be given without being told otherwise. */
  readonly presets: Readonly<Record<'left' | 'right', readonly DeclaredInput[]>>;
  /** Files whose text differs, the workflow's own first. */
  readonly files: readonly TextPair[];
}
