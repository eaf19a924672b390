import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedActions, allows, runActions } from '../../../src/model/run/actions';
import {
  isActive,
  nodeStatuses,
  runStatuses,
  terminalStatus,
  type EndedNode,
  type NodeStatus,
} from '../../../src/model/run/status';

const ended = nodeStatuses.filter((status) => status !== 'pending' && status !== 'running');
const node: fc.Arbitrary<EndedNode> = fc.record({ status: fc.constantFrom(...ended), isEndNode: fc.boolean() });

test('a run ends as the first rule that applies says', () => {
  fc.assert(
    fc.property(fc.array(node, { minLength: 1 }), fc.boolean(), (nodes, stopRequested) => {
      const has = (status: NodeStatus): boolean => nodes.some((one) => one.status === status);
      const status = terminalStatus(nodes, stopRequested);
      expect(isActive(status)).toBe(false);
      if (has('error')) expect(status).toBe('Error');
      else if (stopRequested && has('stopped')) expect(status).toBe('Stopped');
      else if (nodes.every((one) => one.status === 'succeeded')) expect(status).toBe('Completed');
      else {
        const isPartial = nodes.some((one) => one.isEndNode && one.status === 'succeeded');
        expect(status).toBe(isPartial ? 'Partial Success' : 'Failed');
      }
    }),
  );
});

test.each([
  ['all nodes succeeded, though stop was asked', ['succeeded', 'succeeded'], true, 'Completed'],
  ['stop was asked and a node did not finish', ['succeeded', 'stopped'], true, 'Stopped'],
  ['the machine was lost while stopping', ['stopped', 'error'], true, 'Error'],
  ['one end succeeded, one failed', ['succeeded', 'failed'], false, 'Partial Success'],
  ['no end succeeded', ['failed', 'skipped'], false, 'Failed'],
] as const)('%s', (_what, statuses, stopRequested, expected) => {
  const nodes = statuses.map((status) => ({ status, isEndNode: true }));
  expect(terminalStatus(nodes, stopRequested)).toBe(expected);
});

test('what only reports on a failure does not make it a partial success', () => {
  const nodes: EndedNode[] = [
    { status: 'failed', isEndNode: true },
    { status: 'succeeded', isEndNode: false },
  ];
  expect(terminalStatus(nodes, false)).toBe('Failed');
});

test('a run can be stopped or deleted, never both, and deleted only at its end', () => {
  for (const status of runStatuses) {
    const actions = allowedActions({ status, hasSnapshot: true, machines: [] });
    expect(actions.includes('delete')).toBe(!isActive(status));
    expect(actions.includes('stop')).toBe(['Pending', 'Running', 'Scheduled'].includes(status));
  }
});

test('what needs a snapshot is offered once there is one', () => {
  for (const action of ['runAgain', 'createWorkflow', 'restore'] as const) {
    expect(allows({ status: 'Scheduled', hasSnapshot: false, machines: [] }, action)).toBe(false);
    expect(allows({ status: 'Scheduled', hasSnapshot: true, machines: [] }, action)).toBe(true);
  }
});

test('a run of a status from a newer version can be looked at, and keeps the order of the menu', () => {
  const actions = allowedActions({ status: 'Paused' as 'Failed', hasSnapshot: true, machines: [] });
  expect(actions).toContain('viewInEditor');
  expect(actions).toEqual(runActions.filter((action) => actions.includes(action)));
});

test('addresses can be exported once a machine is known', () => {
  expect(allows({ status: 'Pending', hasSnapshot: true, machines: [] }, 'exportIps')).toBe(false);
  expect(allows({ status: 'Running', hasSnapshot: true, machines: ['alpha'] }, 'exportIps')).toBe(true);
});
