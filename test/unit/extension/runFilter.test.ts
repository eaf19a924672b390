import { describe, expect, it } from 'vitest';
import { matchesFilter, runsOf, runsUnder } from '../../../src/extension/runTree/runFilter';
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
