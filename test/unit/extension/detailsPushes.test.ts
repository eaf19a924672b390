/** What the page of the run details is told by itself: one message a frame. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DetailsPushes, type PushSource } from '../../../src/extension/runDetails/detailsPushes';
import type { DetailsState, ShownRunPatch } from '../../../src/protocol/runDetails';
import { nodeRow } from '../../../src/model/run/shownRun';
import { someNodeRun, someRun } from '../run/someRun';

function pushing() {
  const sent: (DetailsState | ShownRunPatch)[] = [];
  const source: PushSource = {
    runId: 'r',
    state: { kind: 'deleted', name: 'r' },
    rowsOf: (ids) => [...ids].map((id) => nodeRow(someNodeRun({ id }), null)),
  };
  const pushes = new DetailsPushes(source, { whole: (state) => sent.push(state), patch: (patch) => sent.push(patch) });
  return { pushes, sent };
}

describe('the page of the run details', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is told of a thousand changes of a frame in one message, each node once', () => {
    const { pushes, sent } = pushing();
    for (let count = 0; count < 1000; count += 1) pushes.add({ kind: 'nodes', ids: [`n${count % 3}`] });
    pushes.add({ kind: 'slices', slices: { run: someRun({ name: 'First' }) } });
    pushes.add({ kind: 'slices', slices: { run: someRun({ name: 'Second' }) } });
    vi.runAllTimers();
    expect(sent).toHaveLength(1);
    const [patch] = sent as ShownRunPatch[];
    expect(patch?.slices.run?.name).toBe('Second');
    expect(patch?.nodes.map(({ id }) => id)).toEqual(['n0', 'n1', 'n2']);
  });

  it('is told the whole, and nothing else, when the whole changed', () => {
    const { pushes, sent } = pushing();
    pushes.add({ kind: 'nodes', ids: ['n'] });
    pushes.add({ kind: 'whole' });
    vi.runAllTimers();
    expect(sent).toEqual([{ kind: 'deleted', name: 'r' }]);
  });

  it('is told nothing of what waited when it asked for the whole itself', () => {
    const { pushes, sent } = pushing();
    pushes.add({ kind: 'nodes', ids: ['n'] });
    pushes.clear();
    vi.runAllTimers();
    expect(sent).toEqual([]);
  });
});
