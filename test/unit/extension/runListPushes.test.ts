import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ListPushes, type ListPush } from '../../../src/extension/runList/listPushes';
import { someRun } from '../run/someRun';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function pushes(): { readonly waiting: ListPushes; readonly sent: ListPush[] } {
  const sent: ListPush[] = [];
  return { waiting: new ListPushes((push) => sent.push(push)), sent };
}

test('however often runs change within a frame, one message goes out, with each run as it was last', () => {
  const { waiting, sent } = pushes();
  waiting.add({ runs: [someRun({ id: '1', status: 'Running' }), someRun({ id: '2' })], deleted: [] });
  waiting.add({ runs: [someRun({ id: '1', status: 'Failed' })], deleted: ['2'] });
  vi.advanceTimersByTime(16);
  expect(sent).toEqual([
    { kind: 'changed', event: { runs: [someRun({ id: '1', status: 'Failed' })], deleted: ['2'] } },
  ]);
  vi.advanceTimersByTime(1000);
  expect(sent).toHaveLength(1);
});

test('of a flood the page is told to ask again instead', () => {
  const { waiting, sent } = pushes();
  waiting.add({ runs: Array.from({ length: 501 }, (_, at) => someRun({ id: String(at) })), deleted: [] });
  vi.advanceTimersByTime(16);
  expect(sent).toEqual([{ kind: 'outdated' }]);
});

test('nothing waits for a page that was hidden', () => {
  const { waiting, sent } = pushes();
  waiting.outdate();
  waiting.clear();
  vi.advanceTimersByTime(100);
  expect(sent).toEqual([]);
});
