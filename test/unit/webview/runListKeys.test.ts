/** Keys, selection, columns and places of the run list. */
import { expect, test } from 'vitest';
import { anchoredTop } from '../../../src/webview/runList/model/anchor';
import { columnsFor } from '../../../src/webview/runList/model/columns';
import { intentOf, type GridPlace } from '../../../src/webview/runList/model/gridKeys';
import { offeredActions } from '../../../src/webview/runList/model/menuActions';
import { amongRows, nothingSelected, withAll, withRow } from '../../../src/webview/runList/model/selection';
import { shownName } from '../../../src/webview/runList/model/shownName';
import { tabCountTexts } from '../../../src/webview/runList/model/tabCounts';
import { someRun } from '../run/someRun';

const ids = ['a', 'b', 'c', 'd', 'e'];
const place: GridPlace = { row: 2, rowCount: 5, pageRows: 3, cell: -1, columns: ['run', 'workflow', 'actions'] };
const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const press = (key: string, different: Partial<GridPlace> = {}, modifiers: Partial<typeof plain> = {}) =>
  intentOf({ key, ...plain, ...modifiers }, { ...place, ...different });

test('keys move within the list and no further', () => {
  expect(press('End')).toEqual({ kind: 'row', row: 4, change: 'replace' });
  expect(press('PageDown')).toEqual({ kind: 'row', row: 4, change: 'replace' });
  expect(press('PageUp')).toEqual({ kind: 'row', row: 0, change: 'replace' });
  expect(press('ArrowUp', { row: 0 })).toEqual({ kind: 'row', row: 0, change: 'replace' });
  expect(press('ArrowDown', { row: -1 })).toEqual({ kind: 'row', row: 0, change: 'replace' });
  expect(press('ArrowDown', {}, { shiftKey: true })).toEqual({ kind: 'row', row: 3, change: 'extend' });
  expect(press('ArrowRight', { cell: 2 })).toEqual({ kind: 'cell', cell: 2 });
});

test('Enter opens what the keyboard stands on', () => {
  expect(press('Enter')).toEqual({ kind: 'openRun' });
  expect(press('Enter', { cell: 1 })).toEqual({ kind: 'openWorkflow' });
  expect(press('Enter', { cell: 2 })).toEqual({ kind: 'menu' });
});

test('keys that are none of the list are left to VS Code', () => {
  expect(press('p', {}, { ctrlKey: true })).toBeNull();
  expect(press('F1')).toBeNull();
  expect(press('ArrowDown', {}, { altKey: true })).toBeNull();
});

test('a range is from where it began, whichever way it grows', () => {
  const from = withRow(nothingSelected, ids, 2, 'replace');
  expect([...withRow(from, ids, 4, 'extend').selected]).toEqual(['c', 'd', 'e']);
  expect([...withRow(withRow(from, ids, 4, 'extend'), ids, 1, 'extend').selected]).toEqual(['b', 'c']);
  expect([...withRow(from, ids, 2, 'toggle').selected]).toEqual([]);
  expect(withAll(nothingSelected, ids).selected.size).toBe(5);
});

test('what is gone is not selected, and the keyboard stands in its place', () => {
  const selection = withRow(withRow(nothingSelected, ids, 1, 'replace'), ids, 3, 'extend');
  const left = amongRows(selection, ['a', 'b', 'c', 'e']);
  expect([...left.selected]).toEqual(['b', 'c']);
  expect(left.focused).toBe('e');
  expect(amongRows(selection, ids)).toBe(selection);
  expect(amongRows(selection, []).focused).toBeNull();
});

test('only what makes sense for several runs is offered for them, to those that allow it', () => {
  const runs = [someRun({ id: '1' }), someRun({ id: '2', status: 'Running' })];
  expect(offeredActions(runs).map(({ label, runIds }) => [label, runIds])).toEqual([
    ['Stop (1)', ['2']],
    ['Compare Runs… (2)', ['1', '2']],
    ['Export IPs… (2)', ['1', '2']],
    ['Delete… (1)', ['1']],
  ]);
  expect(
    offeredActions([someRun({ machines: [], hasSnapshot: false, status: 'Scheduled' })]).map(({ id }) => id),
  ).toEqual([
    'viewInEditor',
    'viewDetails',
    'runNow',
    'changeSchedule',
    'pauseSchedule',
    'removeSchedule',
    'stop',
    'rename',
    'copyLink',
  ]);
});

test('the first row that stayed keeps its place', () => {
  const runs = ids.map((id) => someRun({ id }));
  const sight = { runs: runs.slice(1), cut: 10 };
  expect(anchoredTop(sight, [someRun({ id: 'new' }), ...runs], 28)).toBe(2 * 28 + 10);
  expect(anchoredTop(sight, runs.slice(2), 28)).toBe(0);
  expect(anchoredTop(sight, [], 28)).toBeNull();
});

test('a lower bound says so, and a long name stays a whole one', () => {
  const counted = { counts: [{ status: 'Failed' as const, count: 5000 }], isLowerBound: true };
  expect(tabCountTexts(counted).Failed).toBe('5,000+');
  expect(shownName('😀'.repeat(5000))).not.toContain('\ufffd');
  expect(shownName('x'.repeat(10_000)).length).toBeLessThan(310);
});

test('the run, its status, its workflow and its actions are there at every width', () => {
  for (let width = 0; width < 2000; width += 100) {
    const names = columnsFor(width, 'workspace').map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['run', 'status', 'workflow', 'actions']));
    expect(names).not.toContain('workspace');
  }
});
