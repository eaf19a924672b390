import { describe, expect, it } from 'vitest';
import { countGroups, type CountingEngine } from '../../../src/extension/runTree/countGroups';
import { noGroups, shownGroups, withChanges, withCounts } from '../../../src/extension/runTree/runGroups';
import { countText, groupInWords } from '../../../src/model/run/runText';
import { everyRun, matchesFilter, type RunFilter } from '../../../src/model/run/query';
import type { RunStatus } from '../../../src/model/run/status';
import { someRun } from '../run/someRun';

/** Counts as the engine does: the newest `bound` runs that match, and no more. */
function engineWith(newestFirst: readonly RunStatus[], bound: number): CountingEngine & { asked: RunFilter[] } {
  const asked: RunFilter[] = [];
  return {
    asked,
    count: (filter) => {
      asked.push(filter);
      const matching = newestFirst.filter((status) => matchesFilter(filter, someRun({ status })));
      const counted = matching.slice(0, bound);
      const counts = [...new Set(counted)].map((status) => ({
        status,
        count: counted.filter((one) => one === status).length,
      }));
      return Promise.resolve({ counts, isLowerBound: matching.length > bound });
    },
  };
}

describe('the numbers of groups', () => {
  it('are asked for once when the engine counts them all', async () => {
    const engine = engineWith(['Completed', 'Failed', 'Completed'], 10);
    expect(await countGroups(engine, everyRun)).toEqual([
      { status: 'Completed', count: 2, isLowerBound: false },
      { status: 'Failed', count: 1, isLowerBound: false },
    ]);
    expect(engine.asked).toHaveLength(1);
  });

  it('hide no group behind another that is too large to be counted', async () => {
    const many: RunStatus[] = Array.from({ length: 20 }, () => 'Completed');
    const engine = engineWith([...many, 'Failed', 'Stopped', 'Stopped'], 10);
    const groups = withCounts(noGroups, await countGroups(engine, everyRun));
    expect(shownGroups(groups).map((group) => `${group.status} ${countText(group)}`)).toEqual([
      'Completed 10+',
      'Failed 1',
      'Stopped 2',
    ]);
  });

  it('stay within the statuses of the filter, and come to an end', async () => {
    const engine = engineWith(['Failed', 'Failed', 'Failed', 'Error'], 2);
    const counts = await countGroups(engine, { ...everyRun, statuses: ['Failed', 'Error'] });
    expect(counts.map(({ status }) => status)).toEqual(['Failed', 'Error']);
    expect(engine.asked.map(({ statuses }) => statuses)).toEqual([['Failed', 'Error'], ['Error']]);
  });

  it('say that they are lower bounds, in figures and in words', () => {
    const group = { status: 'Failed', count: 10_000, isLowerBound: true } as const;
    expect(countText(group)).toBe('10,000+');
    expect(groupInWords(group)).toBe('Failed, at least 10,000 runs');
    expect(countText({ count: 100_000, isLowerBound: false })).toBe('100,000');
  });

  it('remain lower bounds when runs come and go, until the engine has counted again', () => {
    const counted = withCounts(noGroups, [{ status: 'Failed', count: 10, isLowerBound: true }]);
    const after = withChanges(counted, { runs: [someRun({ status: 'Failed' })], deleted: [] }, () => true);
    expect(after.get('Failed')?.isLowerBound).toBe(true);
    const again = withCounts(after, [{ status: 'Failed', count: 10 }]);
    expect(again.get('Failed')?.isLowerBound).toBe(false);
  });
});
