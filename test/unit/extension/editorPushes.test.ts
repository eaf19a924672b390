import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EditorPushes, type EditorPush } from '../../../src/extension/workflowEditor/editorPushes';
import type { NodeRun } from '../../../src/model/run/run';

const nodeRun = (id: string, status: NodeRun['status']): NodeRun => ({
  id,
  status,
  startedAt: null,
  endedAt: null,
  exitCode: null,
  machine: null,
  ip: null,
  attempt: 1,
  message: null,
  outputs: [],
  inputFiles: [],
  reusedFrom: null,
});

describe('what an editor is told', () => {
  const sent: EditorPush[] = [];
  const pushes = new EditorPushes((push) => sent.push(push));
  beforeEach(() => {
    vi.useFakeTimers();
    sent.length = 0;
    pushes.clear();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is one message a frame, however often it changes', () => {
    for (let index = 0; index < 100; index += 1) pushes.push({ stale: [String(index)] });
    pushes.push({ problems: [] });
    vi.advanceTimersByTime(16);
    expect(sent).toEqual([{ kind: 'slices', slices: { stale: ['99'], problems: [] } }]);
  });

  it('is only the newest state of each node run', () => {
    pushes.patch([nodeRun('a', 'pending'), nodeRun('b', 'pending')]);
    pushes.patch([nodeRun('a', 'running')]);
    vi.advanceTimersByTime(16);
    expect(sent).toEqual([{ kind: 'nodeRuns', nodeRuns: [nodeRun('a', 'running'), nodeRun('b', 'pending')] }]);
  });

  it('gives slices and node runs a frame each', () => {
    pushes.patch([nodeRun('a', 'running')]);
    pushes.push({ stale: [] });
    vi.advanceTimersByTime(16);
    expect(sent.map(({ kind }) => kind)).toEqual(['slices']);
    vi.advanceTimersByTime(16);
    expect(sent.map(({ kind }) => kind)).toEqual(['slices', 'nodeRuns']);
  });

  it('is nothing when nothing changed, and nothing after it was dropped', () => {
    pushes.push({});
    pushes.patch([nodeRun('a', 'running')]);
    pushes.clear();
    vi.advanceTimersByTime(100);
    expect(sent).toEqual([]);
  });
});
