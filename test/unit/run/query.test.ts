import { describe, expect, it, test } from 'vitest';
import { everyRun, matchesFilter, runsOf, runsUnder, statusesOfTab, type RunTab } from '../../../src/model/run/query';
import { runStatuses } from '../../../src/model/run/status';
import { someRun } from './someRun';

const runAt = (path: string) => someRun({ workflow: { path, name: 'Audit', project: 'w', workspace: '/w' } });

describe('the runs of a view', () => {
  it('are those under an open folder, at any depth', () => {
    const filter = runsUnder(['/w', '/other']);
    expect(matchesFilter(filter, runAt('/w/deep/down/a.workflow.yaml'))).toBe(true);
    expect(matchesFilter(filter, runAt('/elsewhere/a.workflow.yaml'))).toBe(false);
  });

  it('are not those of a folder whose name only begins alike', () => {
    expect(matchesFilter(runsUnder(['/w']), runAt('/w2/a.workflow.yaml'))).toBe(false);
  });

  it('are everything when the root is open', () => {
    expect(matchesFilter(runsUnder(['/']), runAt('/w/a.workflow.yaml'))).toBe(true);
  });

  it('are those of one workflow', () => {
    expect(matchesFilter(runsOf('/w/a.workflow.yaml'), runAt('/w/a.workflow.yaml'))).toBe(true);
    expect(matchesFilter(runsOf('/w/a.workflow.yaml'), runAt('/w/b.workflow.yaml'))).toBe(false);
  });
});

describe('a filter', () => {
  const run = someRun({ name: 'Nightly <b>audit</b>', author: 'Ada', status: 'Failed' });

  it('finds a text in name and id, in any case', () => {
    expect(matchesFilter({ ...everyRun, text: 'nightly <B>' }, run)).toBe(true);
    expect(matchesFilter({ ...everyRun, text: run.id.slice(3).toLowerCase() }, run)).toBe(true);
    expect(matchesFilter({ ...everyRun, text: 'daily' }, run)).toBe(false);
  });

  it('wants all that it names together', () => {
    expect(matchesFilter({ ...everyRun, authors: ['Ada'], statuses: ['Failed'] }, run)).toBe(true);
    expect(matchesFilter({ ...everyRun, authors: ['Ada'], statuses: ['Stopped'] }, run)).toBe(false);
    expect(matchesFilter({ ...everyRun, projects: ['w'], authors: ['Bob', 'Ada'] }, run)).toBe(true);
  });

  it('takes the first moment of a range, and leaves out the last', () => {
    expect(matchesFilter({ ...everyRun, createdFrom: run.createdAt }, run)).toBe(true);
    expect(matchesFilter({ ...everyRun, createdBefore: run.createdAt }, run)).toBe(false);
  });
});

test('the tabs hold every status, all but Active and All each once', () => {
  const held = ['Active', 'Completed', 'Failed', 'Stopped'].flatMap((tab) => statusesOfTab(tab as RunTab) ?? []);
  expect(held.toSorted()).toEqual([...runStatuses].toSorted());
  expect(statusesOfTab('All')).toBeNull();
});
