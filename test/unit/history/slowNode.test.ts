import { describe, expect, test } from 'vitest';
import { slowNodeWords, usualNodes } from '../../../src/model/history/slowNode';
import { someNodeRun } from '../run/someRun';

const [usual] = usualNodes(new Map([['scan', { median: 10_000, spread: 0, samples: 5 }]]));
/** It took 42 seconds. */
const took = someNodeRun();
const began = Date.parse(took.startedAt ?? '');

describe('a node that is far slower than usual', () => {
  test('is said so while it runs and afterwards, with what is usual', () => {
    expect(slowNodeWords(took, usual, 0)).toBe('4.2x slower than usual: usually 10s');
    const running = someNodeRun({ status: 'running', endedAt: null });
    expect(slowNodeWords(running, usual, began + 15_000)).toBeNull();
    expect(slowNodeWords(running, usual, began + 20_000)).toBe('2x slower than usual: usually 10s');
  });

  test('is none whose result was taken over, that never began, or of which nothing is known', () => {
    expect(slowNodeWords(someNodeRun({ reusedFrom: 'another run' }), usual, 0)).toBeNull();
    expect(slowNodeWords(someNodeRun({ startedAt: null, endedAt: null }), usual, 0)).toBeNull();
    expect(slowNodeWords(took, undefined, 0)).toBeNull();
  });
});
