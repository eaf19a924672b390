/** What the run details show of the nodes, of the actions, and of what comes late. */
import { describe, expect, it, test } from 'vitest';
import { allowedActions } from '../../../src/model/run/actions';
import { nodeRow, nodesInShort, type ShownRun } from '../../../src/model/run/shownRun';
import { runStatuses, type NodeStatus } from '../../../src/model/run/status';
import type { DetailsState } from '../../../src/protocol/runDetails';
import { createDetailsStore, patched } from '../../../src/webview/runDetails/model/detailsStore';
import { pathInWorkspace } from '../../../src/webview/runDetails/model/paths';
import { shownActions } from '../../../src/webview/runDetails/model/shownActions';
import { someNodeRun, someRun } from '../run/someRun';

const node = (id: string, status: NodeStatus = 'succeeded') => nodeRow(someNodeRun({ id, status }), null);

const shown: ShownRun = {
  run: someRun(),
  inputs: [],
  otherFiles: [],
  machines: null,
  lineage: null,
  schedule: null,
  version: { kind: 'comparing' },
  expectedEnd: null,
  attempts: null,
  usual: null,
  nodes: [node('a'), node('b', 'running'), node('c', 'pending')],
};
const state: DetailsState = { kind: 'run', shown };

describe('a change of the run that is shown', () => {
  it('replaces what it names and leaves the rest, the nodes in their order', () => {
    const after = patched(state, {
      runId: shown.run.id,
      slices: { version: { kind: 'same' } },
      nodes: [node('b', 'failed')],
    });
    expect(after).toEqual({
      kind: 'run',
      shown: { ...shown, version: { kind: 'same' }, nodes: [node('a'), node('b', 'failed'), node('c', 'pending')] },
    });
  });

  it('keeps the list of nodes as it is when none of them changed, so that it is not drawn anew', () => {
    const after = patched(state, { runId: shown.run.id, slices: { version: { kind: 'same' } }, nodes: [] });
    expect(after.kind === 'run' && after.shown.nodes).toBe(shown.nodes);
  });

  it('is dropped when another run is shown, or none', () => {
    const late = { runId: 'earlier', slices: { version: { kind: 'gone' } }, nodes: [] } as const;
    expect(patched(state, late)).toBe(state);
    expect(patched({ kind: 'deleted', name: 'x' }, late)).toEqual({ kind: 'deleted', name: 'x' });
  });

  it('is heard once by whoever looks, and not at all when nothing changed', () => {
    const store = createDetailsStore();
    const seen: (DetailsState | null)[] = [];
    store.patch({ runId: shown.run.id, slices: {}, nodes: [] });
    store.subscribe(() => seen.push(store.current()));
    store.replace(state);
    store.patch({ runId: 'earlier', slices: { version: { kind: 'gone' } }, nodes: [] });
    expect(seen).toEqual([state]);
  });
});

describe('the actions of a run in its details', () => {
  test.each(runStatuses)('of a run that is %s are all that it allows, each once', (status) => {
    const run = someRun({ status });
    const { buttons, menu } = shownActions(run);
    const allowed = allowedActions(run).filter((action) => action !== 'viewDetails');
    expect([...buttons, ...menu].map(({ id }) => id).toSorted()).toEqual(allowed.toSorted());
    expect(buttons.length).toBeLessThanOrEqual(2);
  });

  it('offer Stop while it runs and Run Again when it is over', () => {
    const buttons = (status: 'Running' | 'Failed') => shownActions(someRun({ status })).buttons.map(({ id }) => id);
    expect(buttons('Running')).toEqual(['viewInEditor', 'stop']);
    expect(buttons('Failed')).toEqual(['viewInEditor', 'runAgain']);
  });
});

test('the nodes in short begin with what went wrong and leave no status out, also one that is not known', () => {
  const statuses = ['succeeded', 'failed', 'mislaid', 'skipped', 'failed', 'error'] as const;
  // A newer engine may say a word that this version does not know.
  const nodes = statuses.map((status) => ({ status: status as 'failed' }));
  expect(nodesInShort(nodes)).toBe('1 error, 2 failed, 1 succeeded, 1 skipped, 1 mislaid');
});

test('a file is named by its place in its workspace, and whole outside', () => {
  expect(pathInWorkspace({ path: '/w/flows/a.yaml', workspace: '/w' })).toBe('flows/a.yaml');
  expect(pathInWorkspace({ path: '/w2/a.yaml', workspace: '/w' })).toBe('/w2/a.yaml');
  expect(pathInWorkspace({ path: '/a.yaml', workspace: '/' })).toBe('a.yaml');
});
