/** What a key does in the rows of the timeline. */
import { describe, expect, test } from 'vitest';
import { moveIn, type RowKey } from '../../../../src/webview/editor/timeline/model/rowKeys';
import { someRow } from './someRows';

const rows = [
  someRow('packages'),
  someRow('scan', { isModule: true }),
  someRow('scan/fetch'),
  someRow('scan/match'),
  someRow('report'),
];

function pressed(key: string, at: number, { shift = false, closed = [] as string[] } = {}): RowKey | undefined {
  return moveIn({ key, shift, rows, at, page: 3, closed: new Set(closed) });
}

describe('a key in the rows of the timeline', () => {
  test('goes through the rows, and stops at the first and the last', () => {
    expect(pressed('ArrowDown', 0)).toEqual({ kind: 'go', index: 1 });
    expect(pressed('ArrowDown', 4)).toEqual({ kind: 'go', index: 4 });
    expect(pressed('ArrowUp', 0)).toEqual({ kind: 'go', index: 0 });
    expect(pressed('PageDown', 1)).toEqual({ kind: 'go', index: 4 });
    expect(pressed('PageUp', 1)).toEqual({ kind: 'go', index: 0 });
    expect(pressed('Home', 3)).toEqual({ kind: 'go', index: 0 });
    expect(pressed('End', 0)).toEqual({ kind: 'go', index: 4 });
  });

  test('opens and closes a module, goes into it and out of it, as in every tree', () => {
    expect(pressed('ArrowLeft', 1)).toEqual({ kind: 'toggle' });
    expect(pressed('ArrowRight', 1, { closed: ['scan'] })).toEqual({ kind: 'toggle' });
    expect(pressed('ArrowRight', 1)).toEqual({ kind: 'go', index: 2 });
    expect(pressed('ArrowLeft', 3)).toEqual({ kind: 'go', index: 1 });
    expect(pressed('ArrowLeft', 0)).toBeUndefined();
    expect(pressed('ArrowRight', 0)).toBeUndefined();
  });

  test('shows the node, opens the module it is inside of, moves time, and leaves', () => {
    expect(pressed('Enter', 2)).toEqual({ kind: 'show' });
    expect(pressed('Mod+Enter', 2)).toEqual({ kind: 'open' });
    expect(pressed('0', 2)).toEqual({ kind: 'fit' });
    expect(pressed('ArrowRight', 2, { shift: true })).toEqual({ kind: 'pan', part: 0.2 });
    expect(pressed('ArrowLeft', 2, { shift: true })).toEqual({ kind: 'pan', part: -0.2 });
    expect(pressed('+', 2)).toMatchObject({ kind: 'zoom' });
    expect(pressed('Escape', 2)).toEqual({ kind: 'leave' });
    expect(pressed('x', 2)).toBeUndefined();
  });
});
