import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideDue, missedAfterMs, timeAfter } from '../../../src/model/schedule/dueTime';
import { nextTimes } from '../../../src/model/schedule/nextTimes';
import type { ScheduleTiming } from '../../../src/model/schedule/schedule';

const hourly: ScheduleTiming = { kind: 'cron', expression: '0 * * * *', timeZone: 'UTC' };
const dueAt = '2027-03-26T13:00:00.000Z';
const rules = fc.record({
  timing: fc.constantFrom<ScheduleTiming>(
    hourly,
    { ...hourly, expression: '*/7 * * * *', timeZone: 'Europe/Berlin' },
    { kind: 'once', at: dueAt },
  ),
  missed: fc.constantFrom('once' as const, 'skip' as const),
  overlap: fc.constantFrom('skip' as const, 'queue' as const, 'stop' as const),
});
const lateMs = fc.oneof(fc.integer({ min: 0, max: missedAfterMs }), fc.integer({ min: 0, max: 30 * 24 * 3_600_000 }));

function decisionAt(late: number, activeRuns: number, missed: 'once' | 'skip', overlap: 'skip' | 'queue' | 'stop') {
  return decideDue({ timing: hourly, missed, overlap }, { dueAt, noticedAt: Date.parse(dueAt) + late, activeRuns });
}

describe('what becomes of a time that has come', () => {
  test('on time with nothing before it: it starts, and there is nothing to say', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: missedAfterMs }), (rules, late) => {
        const decision = decideDue(rules, { dueAt, noticedAt: Date.parse(dueAt) + late, activeRuns: 0 });
        expect(decision).toEqual({ kind: 'start', scheduledFor: dueAt, stopOthers: false, note: null });
      }),
    );
  });

  test('whatever is left out or made up for is told; what starts is of a time of the schedule that has come', () => {
    fc.assert(
      fc.property(rules, lateMs, fc.integer({ min: 0, max: 3 }), (rules, late, activeRuns) => {
        const noticedAt = Date.parse(dueAt) + late;
        const decision = decideDue(rules, { dueAt, noticedAt, activeRuns });
        if (decision.kind === 'leaveOut') {
          expect(decision.note).toContain('left out');
          return;
        }
        const { scheduledFor, stopOthers, note } = decision;
        expect(Date.parse(scheduledFor)).toBeLessThanOrEqual(noticedAt);
        if (scheduledFor !== dueAt) {
          expect(nextTimes(rules.timing, new Date(Date.parse(scheduledFor) - 1), 1)).toEqual([scheduledFor]);
        }
        expect(stopOthers).toBe(rules.overlap === 'stop' && activeRuns > 0);
        expect(note !== null).toBe(late > missedAfterMs);
      }),
    );
  });

  test('the time after it is later than it and than now, and is one of the schedule', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: -3_600_000, max: 30 * 24 * 3_600_000 }), ({ timing }, late) => {
        const now = Date.parse(dueAt) + late;
        const next = timeAfter(timing, dueAt, now);
        if (timing.kind === 'once') {
          expect(next).toBeNull();
          return;
        }
        expect(Date.parse(next ?? '')).toBeGreaterThan(Math.max(now, Date.parse(dueAt)));
      }),
    );
  });

  test.each([
    ['skip', 1, 'leaveOut'],
    ['queue', 1, 'start'],
    ['queue', 2, 'leaveOut'],
    ['stop', 2, 'start'],
  ] as const)('%s with %d runs that are active: %s', (overlap, activeRuns, kind) => {
    expect(decisionAt(0, activeRuns, 'once', overlap).kind).toBe(kind);
  });

  test.each([
    ['once', missedAfterMs + 1, 'start'],
    ['skip', missedAfterMs + 1, 'leaveOut'],
    ['skip', missedAfterMs, 'start'],
  ] as const)('missed: %s, %d ms late: %s', (missed, late, kind) => {
    expect(decisionAt(late, 0, missed, 'skip').kind).toBe(kind);
  });
});
