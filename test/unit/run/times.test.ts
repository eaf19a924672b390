/** How long a run waited and ran, as its details say it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeStatuses, runStatuses } from '../../../src/model/run/status';
import { endOf, queuedTime, runningTime } from '../../../src/model/run/times';
import { someRun } from './someRun';

const now = Date.parse('2026-01-01T01:00:00.000Z');
const notOver = { endedAt: null, durationMs: null };

describe('the times of a run', () => {
  it('are, once it is over, those that were recorded', () => {
    const run = someRun();
    expect(queuedTime(run, now)).toEqual({ milliseconds: 1000, isOver: true });
    expect(runningTime(run, now)).toEqual({ milliseconds: 125_000, isOver: true });
    expect(endOf(run)).toBe(run.endedAt);
  });

  it('grow with the clock while it runs', () => {
    const run = someRun({ status: 'Running', ...notOver });
    expect(queuedTime(run, now)).toEqual({ milliseconds: 1000, isOver: true });
    expect(runningTime(run, now)).toEqual({ milliseconds: 3_599_000, isOver: false });
  });

  it('are only the waiting while it is queued, and none while it waits for its time', () => {
    const queued = someRun({ status: 'Pending', startedAt: null, ...notOver });
    expect(queuedTime(queued, now)).toEqual({ milliseconds: 3_600_000, isOver: false });
    expect(runningTime(queued, now)).toBeNull();
    expect(queuedTime({ ...queued, status: 'Scheduled' }, now)).toBeNull();
  });

  it('of a run that was stopped in the queue end with it', () => {
    const run = someRun({ status: 'Stopped', startedAt: null, endedAt: '2026-01-01T00:00:05.000Z', durationMs: null });
    expect(queuedTime(run, now)).toEqual({ milliseconds: 5000, isOver: true });
    expect(runningTime(run, now)).toBeNull();
  });

  it('have no end as long as the run is active, whatever else was recorded of it', () => {
    for (const status of activeStatuses) {
      expect(endOf(someRun({ status }))).toBeNull();
      expect(runningTime(someRun({ status }), now)?.isOver).toBe(false);
    }
  });

  it('are never negative, also when the clocks of two machines disagree', () => {
    const time = fc.nat(1e10).map((offset) => new Date(now - 5e9 + offset).toISOString());
    const run = fc.record({
      status: fc.constantFrom(...runStatuses),
      createdAt: time,
      startedAt: fc.option(time),
      endedAt: fc.option(time),
    });
    fc.assert(
      fc.property(run, (times) => {
        const timed = someRun({ ...times, durationMs: null });
        for (const span of [queuedTime(timed, now), runningTime(timed, now)]) {
          expect(span?.milliseconds ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
