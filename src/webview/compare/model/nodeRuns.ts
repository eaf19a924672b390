import type { NodeRun } from '../../../model/run/run';
import type { SideName } from '../../../protocol/compare';

/** Of each side the runs of its nodes, by path. */
export type NodeRuns = Readonly<Record<SideName, ReadonlyMap<string, NodeRun>>>;
