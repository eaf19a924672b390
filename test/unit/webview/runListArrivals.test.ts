/** The sign of new runs above what is read: it counts what came, and nothing else. */
import { expect, test } from 'vitest';
import type { RunSummary } from '../../../src/model/run/run';
import { arrivalsInWords, arrivedAbove } from '../../../src/webview/runList/model/arrivals';
import { someRun } from '../run/someRun';

const runs = (...ids: string[]): RunSummary[] => ids.map((id) => someRun({ id }));

test('runs that came above the row in sight are new, those below it or from the next page are not', () => {
  const now = runs('f', 'e', 'd', 'c', 'x', 'b', 'a');
  expect(arrivedAbove({ runs: runs('d', 'c', 'b'), first: 1 }, now)).toEqual(['f', 'e']);
});

test('a run that was there and moved up is not new', () => {
  expect(arrivedAbove({ runs: runs('d', 'c', 'b'), first: 1 }, runs('b', 'd', 'c'))).toEqual([]);
});

test('the count stands on the next row when the one in sight is deleted', () => {
  expect(arrivedAbove({ runs: runs('d', 'c', 'b'), first: 1 }, runs('e', 'd', 'b'))).toEqual(['e']);
  expect(arrivedAbove({ runs: runs('d', 'c'), first: 1 }, runs('e', 'd'))).toEqual([]);
});

test('one new run is said as one', () => {
  expect([arrivalsInWords(1), arrivalsInWords(3)]).toEqual(['1 new run', '3 new runs']);
});
