/** Runs as data, for tests of what is made of them. */
import type { NodeRun, RunSummary } from '../../../src/model/run/run';

/** A run that succeeded, except for what is said otherwise. */
export function someRun(different: Partial<RunSummary> = {}): RunSummary {
  return {
    id: '01J00000000000000000000001',
    name: 'Nightly audit',
    number: 3,
    status: 'Completed',
    creationType: 'Manual',
    workflow: { path: '/w/a.workflow.yaml', name: 'Audit', project: 'w', workspace: '/w' },
    versionId: 'f00dbabe00000000',
    fleet: 'local',
    machines: ['alpha'],
    author: 'Ada Lovelace',
    createdAt: '2026-01-01T00:00:00.000Z',
    startedAt: '2026-01-01T00:00:01.000Z',
    endedAt: '2026-01-01T00:02:06.000Z',
    durationMs: 125_000,
    message: null,
    hasSnapshot: true,
    rerunOf: null,
    scheduleId: null,
    scheduledFor: null,
    sortId: null,
    ...different,
  };
}

/** A node run that succeeded, except for what is said otherwise. */
export function someNodeRun(different: Partial<NodeRun> = {}): NodeRun {
  return {
    id: 'scan',
    status: 'succeeded',
    startedAt: '2026-01-01T00:00:01.000Z',
    endedAt: '2026-01-01T00:00:43.000Z',
    exitCode: 0,
    machine: 'alpha',
    ip: null,
    attempt: 1,
    message: null,
    outputs: [],
    inputFiles: [],
    reusedFrom: null,
    ...different,
  };
}
