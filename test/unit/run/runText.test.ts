import { describe, expect, it } from 'vitest';
import { nodeRunDescription, runDescription, runFacts, runInWords } from '../../../src/model/run/runText';
import { someNodeRun, someRun } from './someRun';

const now = Date.parse('2026-01-01T00:05:00.000Z');

describe('the row of a run', () => {
  it('says how it was made, status with duration, workflow, age and author', () => {
    expect(runDescription(someRun(), now)).toBe('Manual · Completed 2m 5s · Audit · 5 min ago · Ada');
  });

  it('names the machines only while the run is active, and the first two of many', () => {
    const running = { status: 'Running', endedAt: null, durationMs: null } as const;
    expect(runDescription(someRun({ ...running, machines: ['alpha', 'beta', 'gamma'] }), now)).toBe(
      'Manual · Running 4m 59s · Audit · alpha, beta +1 · 5 min ago · Ada',
    );
    expect(runDescription(someRun({ machines: ['alpha'] }), now)).not.toContain('alpha');
  });

  it('says of a run that is running when it is expected to end, right behind its status', () => {
    const running = someRun({ status: 'Running', endedAt: null, durationMs: null });
    expect(runDescription(running, now, 'workspace', 'about 3m left')).toMatch(/Running \S+.* · about 3m left · Audit/);
    expect(runInWords(running, now, 'workspace', 'about 3m left')).toMatch(
      /^Nightly audit, Running.*, about 3m left, started/,
    );
  });

  it('gives a queued run no duration', () => {
    const pending = someRun({ status: 'Pending', startedAt: null, endedAt: null, durationMs: null, machines: [] });
    expect(runDescription(pending, now)).toBe('Manual · Pending · Audit · 5 min ago · Ada');
  });

  it('grows by whole seconds while the run is running', () => {
    const running = someRun({
      status: 'Running',
      startedAt: '2026-01-01T00:04:55.300Z',
      endedAt: null,
      durationMs: null,
    });
    expect(runDescription(running, now)).toContain('Running 4s');
    expect(runDescription(running, now + 900)).toContain('Running 5s');
  });

  it('shortens an author to a first name or to what stands before the @', () => {
    expect(runDescription(someRun({ author: 'grace@navy.mil' }), now)).toMatch(/ · grace$/);
  });

  it('shows a status of a newer engine as it is', () => {
    const status: string = 'Paused';
    expect(runDescription(someRun({ status: status as 'Pending' }), now)).toContain('Paused');
  });

  it('tells a screen reader everything in words, the status among the first', () => {
    expect(runInWords(someRun({ status: 'Failed', message: 'scan: exit code 2' }), now)).toBe(
      'Nightly audit, Failed 2m 5s, started in VS Code 5 min ago by Ada Lovelace, workflow Audit, scan: exit code 2',
    );
  });

  it('has the path, the exact times and the version in its tooltip', () => {
    const facts = new Map(runFacts(someRun()).map(({ name, value }) => [name, value]));
    expect(facts.get('Workflow')).toBe('Audit (/w/a.workflow.yaml)');
    expect(facts.get('Version')).toBe('f00dbabe0000');
    expect([...facts.keys()]).toEqual(
      expect.arrayContaining(['Created', 'Started', 'Ended', 'Machines', 'Fleet', 'Id']),
    );
  });
});

describe('the row of a node run', () => {
  it('says its status and how long it took', () => {
    expect(nodeRunDescription(someNodeRun(), now)).toBe('Succeeded 42s');
  });

  it('says what is worth knowing of a bad end', () => {
    const failed = someNodeRun({ status: 'failed', attempt: 2, exitCode: 127 });
    expect(nodeRunDescription(failed, now)).toBe('Failed 42s · attempt 2 · exit code 127');
  });
});

describe('a run that waits for its time', () => {
  const scheduledFor = new Date(now + 5 * 3_600_000).toISOString();
  const waiting = someRun({
    status: 'Scheduled',
    creationType: 'Scheduled',
    startedAt: null,
    endedAt: null,
    durationMs: null,
    machines: [],
    scheduledFor,
  });

  it('says when it is due and by what schedule, and Scheduled only once', () => {
    expect(runDescription(waiting, now, 'workspace', 'every day at 02:00')).toBe(
      'Scheduled · in 5 h · every day at 02:00 · Audit · 5 min ago · Ada',
    );
    expect(runInWords(waiting, now)).toContain('Scheduled · in 5 h');
  });

  it('says that it is due when it waits for the run before it', () => {
    expect(runDescription(waiting, now + 6 * 3_600_000)).toContain('Scheduled · due now');
  });
});
