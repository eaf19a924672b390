import { expect, test } from 'vitest';
import { createEditorStore } from '../../../src/webview/editor/model/editorStore';
import { graphNode, graphOf, nodeRun, stateOf } from './graphs';

function storeWithFrames() {
  const frames: (() => void)[] = [];
  const store = createEditorStore((apply) => frames.push(apply));
  let drawn = 0;
  store.subscribe(() => (drawn += 1));
  return { store, frames, paint: () => frames.splice(0).forEach((apply) => apply()), drawn: () => drawn };
}

const state = stateOf(graphOf([graphNode('a', 0, 0), graphNode('b', 300, 0)], ['a>b']), {
  nodeRuns: [nodeRun('a', 'pending'), nodeRun('b', 'pending')],
});

test('however much arrives within a frame, it is drawn once', () => {
  const { store, frames, paint, drawn } = storeWithFrames();
  store.replace(state);
  for (let i = 0; i < 20; i += 1) store.changeNodeRuns([nodeRun('a', 'running', { attempt: i })]);
  store.change({ stale: ['b'] });
  expect(frames).toHaveLength(1);
  paint();
  expect(drawn()).toBe(2);
  expect(store.current()?.nodeRuns.get('a')?.attempt).toBe(19);
  expect(store.current()?.nodeRuns.get('b')?.status).toBe('pending');
  expect([...(store.current()?.stale ?? [])]).toEqual(['b']);
});

test('leaving a run takes its node runs away, also those that came in the same frame', () => {
  const { store, paint } = storeWithFrames();
  store.replace(state);
  store.changeNodeRuns([nodeRun('a', 'running')]);
  store.change({ loaded: null, nodeRuns: [] });
  paint();
  expect(store.current()?.nodeRuns.size).toBe(0);
});

test('what came before the first answer is not applied on top of it', () => {
  const { store, paint } = storeWithFrames();
  store.changeNodeRuns([nodeRun('a', 'running')]);
  store.replace(state);
  paint();
  expect(store.current()?.nodeRuns.get('a')?.status).toBe('pending');
});
