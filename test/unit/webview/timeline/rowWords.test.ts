/** What is said of a row of the timeline: to those who hear it, beside its bar, and in its tooltip. */
import { describe, expect, test } from 'vitest';
import type { Timeline } from '../../../../src/model/run/timeline/timeline';
import { barLabel, rowFacts, rowName, summaryWords } from '../../../../src/webview/editor/timeline/model/rowWords';
import { someAttempt, someRow, zero } from './someRows';

const retried = someRow('fetch', {
  status: 'failed',
  segments: [
    { kind: 'queue', from: zero, to: zero + 2_000 },
    someAttempt(2, 5, { status: 'failed', exitCode: 3 }),
    someAttempt(6, 7, { attempt: 2, status: 'lost', exitCode: null }),
  ],
  waited: 3_000,
  ran: 4_000,
  attempt: 2,
  isCritical: true,
  message: 'no answer',
});

describe('the words of a row', () => {
  test('say how the node did, why, how long it waited and ran, and that the end of the run hung on it', () => {
    expect(rowName(retried)).toBe(
      'fetch, Failed, waited 3.0s, ran 4.0s, attempt 2 of 2, on the critical path, no answer',
    );
    expect(barLabel(retried)).toBe('Failed 4.0s · 2 attempts');
    expect(rowFacts(retried)).toEqual(
      expect.arrayContaining([
        ['Attempt 1', 'Failed after 3.0s, exit code 3'],
        ['Attempt 2', 'Lost after 1.0s'],
      ]),
    );
  });

  test('do not repeat what is plain: a node that did well has its time alone', () => {
    expect(barLabel(someRow('fetch'))).toBe('10s');
    expect(rowName(someRow('fetch'))).toBe('fetch, Succeeded, ran 10s');
  });

  test('do not change with the clock for those who hear them', () => {
    const at = (seconds: number) =>
      rowName(
        someRow('fetch', {
          status: 'running',
          endedAt: null,
          ran: seconds * 1000,
          segments: [someAttempt(0, seconds, { status: 'running', isOpen: true })],
        }),
      );
    expect(at(3)).toBe('fetch, Running, still going');
    expect(at(4)).toBe(at(3));
  });

  test('of a result that was taken over say so, and give it no time of this run', () => {
    const reused = someRow('fetch', { isReused: true, segments: [], ran: 0, startedAt: null, endedAt: null });
    expect(rowName(reused)).toBe('fetch, Succeeded, taken over from an earlier run');
    expect(barLabel(reused)).toBe('Taken over from an earlier run');
    expect(rowFacts(reused)).toEqual([
      ['Status', 'Succeeded'],
      ['Result', 'taken over from an earlier run'],
    ]);
  });

  test('of what has not begun say that it waits, and for what', () => {
    const waiting = someRow('fetch', { status: 'pending', startedAt: null, endedAt: null, ran: 0, attempt: 0 });
    const segments = [{ kind: 'queue', from: zero, to: zero + 4_000 }] as const;
    expect(barLabel({ ...waiting, segments, waited: 4_000 })).toBe('Waiting 4.0s');
    expect(barLabel({ ...waiting, segments: [] })).toBe('');
    expect(rowFacts({ ...waiting, segments: [], readyAt: null })).toEqual([
      ['Status', 'Pending'],
      ['Waits for', 'what it needs to end'],
    ]);
  });

  test('tell where the time of the run went, and nothing where there is nothing to tell', () => {
    const timeline: Timeline = {
      start: zero,
      end: zero + 7_000,
      isLive: false,
      rows: [retried],
      criticalPath: ['fetch'],
      waited: 3_000,
      longest: ['fetch'],
    };
    expect(summaryWords(timeline)).toEqual([
      'Critical path: 1 node, 4.0s',
      'Waited 3.0s for a free slot in all',
      'Longest: fetch, 4.0s',
    ]);
    expect(summaryWords({ ...timeline, rows: [], criticalPath: [], waited: 10, longest: [] })).toEqual([]);
  });
});
