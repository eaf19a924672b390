/** Everything that the page of a comparison shows, from the two versions and the two runs. */
import type { RunSummary } from '../run/run';
import type { RunStatus } from '../run/status';
import { endOf } from '../run/times';
import type { Graph } from '../workflow/graph';
import {
  comparedFiles,
  comparedInputs,
  inputsBesideLive,
  nodeFacts,
  type ComparedFact,
  type RunSide,
} from './comparedRuns';
import type { ComparedVersions, NodeDifferenceKind } from './difference';
import type { FieldDifference, ValueDifference } from './difference';
import { summaryOf } from './summary';
import type { TextPair } from './difference';
import type { EdgeKinds } from './difference';

/** `result`: the node itself is the same, and what it was given or gave is not. */
export type DifferenceKind = NodeDifferenceKind | 'result';

/** One side: a run, or the live workflow. */
export type ComparedSide =
  { readonly kind: 'live' } | { readonly kind: 'run'; readonly run: RunSummary; readonly facts: RunSide };

export interface NodeDifference {
  readonly path: string;
  readonly title: string;
  readonly kind: DifferenceKind;
  readonly values: readonly FieldDifference[];
  readonly texts: readonly TextPair[];
}

export interface Comparison {
  readonly summary: string;
  readonly graph: Graph;
  readonly edgeKinds: EdgeKinds;
  /** By path, in the order of the list: changed, added, removed, moved, other result. */
  readonly nodes: ReadonlyMap<string, NodeDifference>;
  /** Of the workflow itself. */
  readonly declared: readonly ValueDifference[];
  readonly inputs: readonly ComparedFact[];
  /** Files read that are no inputs. */
  readonly readFiles: readonly ComparedFact[];
  readonly files: readonly TextPair[];
  readonly isSameVersion: boolean;
}

export const differenceKinds = [
  'changed',
  'added',
  'removed',
  'moved',
  'result',
] as const satisfies readonly DifferenceKind[];

/** What the page shows of two versions and the sides that ran them, or did not. */
export function comparisonOf(versions: ComparedVersions, left: ComparedSide, right: ComparedSide): Comparison {
  const [one, other] = [factsOf(left), factsOf(right)];
  const inputs = inputsOf(versions, one, other);
  const readFiles = comparedFiles(one, other);
  const nodes = [...versions.nodes, ...otherResults(versions, one, other)];
  const sorted = differenceKinds.flatMap((kind) => nodes.filter((node) => node.kind === kind));
  return {
    summary: summaryOf({
      isSameVersion: versions.isSameVersion,
      // What is inside of a module counts with its node.
      nodes: versions.nodes.filter(({ path }) => !path.includes('/')),
      declared: versions.declared.length,
      otherInputs: [...inputs, ...readFiles].filter(({ verdict }) => verdict === 'other').map(({ name }) => name),
      runs: left.kind === 'run' && right.kind === 'run' ? [ended(left.run), ended(right.run)] : null,
    }),
    graph: versions.graph,
    edgeKinds: versions.edgeKinds,
    nodes: new Map(sorted.map((node) => [node.path, node])),
    declared: versions.declared,
    inputs,
    readFiles,
    files: versions.files,
    isSameVersion: versions.isSameVersion,
  };
}

function inputsOf({ presets }: ComparedVersions, left: RunSide | null, right: RunSide | null): ComparedFact[] {
  if (left !== null && right !== null) return comparedInputs(left, right);
  if (left !== null) return inputsBesideLive(left, presets.right, 'right');
  return right === null ? [] : inputsBesideLive(right, presets.left, 'left');
}

function factsOf(side: ComparedSide): RunSide | null {
  return side.kind === 'run' ? side.facts : null;
}

/** The length of a run that goes on is not known: it is compared when it is over. */
function ended(run: RunSummary): { readonly status: RunStatus; readonly milliseconds: number | null } {
  return { status: run.status, milliseconds: endOf(run) === null ? null : run.durationMs };
}

/** Nodes that are the same in both versions and did otherwise. */
function otherResults(versions: ComparedVersions, left: RunSide | null, right: RunSide | null): NodeDifference[] {
  if (left === null || right === null) return [];
  const differing = new Set(versions.nodes.filter(({ kind }) => kind !== 'moved').map(({ path }) => path));
  const titles = new Map(versions.graph.nodes.map(({ id, title }) => [id, title]));
  const before = new Map(left.nodes.map((node) => [node.id, node]));
  return right.nodes.flatMap((node): NodeDifference[] => {
    const old = before.get(node.id);
    if (old === undefined || differing.has(node.id)) return [];
    if (!nodeFacts(old, node).some(({ verdict }) => verdict === 'other')) return [];
    const title = titles.get(node.id) ?? node.id.split('/').at(-1) ?? node.id;
    return [{ path: node.id, title, kind: 'result', values: [], texts: [] }];
  });
}
