import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureWords } from '../../../src/model/history/failureWords';
import { firstFailingVersion, outcomeOf } from '../../../src/model/history/firstFailing';
import type { HistoryRun } from '../../../src/model/history/history';
import { runStatuses } from '../../../src/model/run/status';
import { someHistory, type MadeRun } from './someHistory';

const completed = (version: string): MadeRun => ({ status: 'Completed', version });
const failed = (version: string): MadeRun => ({ status: 'Failed', version });
const numberOf = ({ run }: HistoryRun): number => run.number;

describe('the first failing version', () => {
  test('is that of the first failed run behind the last success, whatever failed before', () => {
    const search = firstFailingVersion(
      someHistory([failed('a'), completed('b'), completed('c'), failed('d'), failed('e')]),
      null,
    );
    expect(search).toMatchObject({ kind: 'found', before: { run: { number: 3 } }, first: { run: { number: 4 } } });
    expect(failureWords(search, 'The workflow')).toBe(
      'The workflow fails since #4. The last success was #3, with another version.',
    );
  });

  test('passes over runs that were stopped, broke or still run, and says that they do not tell', () => {
    const runs: MadeRun[] = [
      completed('a'),
      { status: 'Stopped', version: 'b' },
      { status: 'Error', version: 'b' },
      { status: 'Partial Success', version: 'c' },
      { status: 'Running', version: 'd' },
    ];
    const search = firstFailingVersion(someHistory(runs), null);
    expect(search).toMatchObject({ kind: 'found', before: { run: { number: 1 } }, first: { run: { number: 4 } } });
    expect(search.kind === 'found' && search.between.map(numberOf)).toEqual([2, 3]);
    expect(failureWords(search, 'The workflow')).toContain('2 runs between them do not tell');
  });

  test('is told apart from a change outside of the workflow, and from what fails now and then', () => {
    const changedOutside = firstFailingVersion(someHistory([completed('a'), completed('a'), failed('a')]), null);
    expect(changedOutside.kind).toBe('sameVersion');
    expect(failureWords(changedOutside, 'The workflow')).toContain('what changed is not the workflow');
    const flaky = firstFailingVersion(
      someHistory([completed('z'), failed('a'), completed('a'), completed('a'), failed('a')]),
      null,
    );
    expect(flaky).toMatchObject({ kind: 'sometimes', failures: 2, runs: 4 });
  });

  test('says that nothing fails, that nothing ever worked, and how far one has looked', () => {
    expect(firstFailingVersion(someHistory([]), null).kind).toBe('untold');
    expect(firstFailingVersion(someHistory([{ status: 'Running' }]), null).kind).toBe('untold');
    expect(firstFailingVersion(someHistory([failed('a'), completed('b')]), null).kind).toBe('succeeds');
    const never = firstFailingVersion(someHistory([failed('a'), failed('b')]), null);
    expect(failureWords(never, 'The workflow')).toBe(
      'The workflow never succeeded: it has failed since #1, its first run that tells.',
    );
    const perhaps = firstFailingVersion(someHistory([failed('a'), failed('b')], true), null);
    expect(failureWords(perhaps, 'The workflow')).toContain('Load more');
  });

  test('of a node looks at that node alone, and not at results that were taken over', () => {
    const history = someHistory([
      { version: 'a', nodes: { scan: { status: 'succeeded' } } },
      { version: 'b', status: 'Failed', nodes: { scan: { status: 'skipped' } } },
      { version: 'b', status: 'Failed', nodes: { scan: { status: 'succeeded', isReused: true } } },
      { version: 'c', status: 'Failed', nodes: {} },
      { version: 'd', status: 'Failed', nodes: { scan: { status: 'failed' } } },
      { version: 'e', status: 'Stopped', nodes: { scan: { status: 'failed' } } },
    ]);
    const search = firstFailingVersion(history, 'scan');
    expect(search).toMatchObject({ kind: 'found', before: { run: { number: 1 } }, first: { run: { number: 5 } } });
  });

  test('lies between a success and a failure, and only failures and runs that do not tell come after', () => {
    const run = fc.record({ status: fc.constantFrom(...runStatuses), version: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 12 }), (made) => {
        const history = someHistory(made);
        const search = firstFailingVersion(history, null);
        const outcomes = history.runs.map((one) => outcomeOf(one, null));
        const telling = outcomes.filter((outcome) => outcome !== null);
        switch (search.kind) {
          case 'untold':
            expect(telling).toEqual([]);
            break;
          case 'succeeds':
            expect(telling.at(-1)).toBe('succeeded');
            break;
          case 'neverSucceeded':
            expect(telling).not.toContain('succeeded');
            break;
          default: {
            const [before, first] = [numberOf(search.before) - 1, numberOf(search.first) - 1];
            expect([outcomes[before], outcomes[first]]).toEqual(['succeeded', 'failed']);
            expect(outcomes.slice(before + 1, first).every((outcome) => outcome === null)).toBe(true);
            expect(outcomes.slice(first)).not.toContain('succeeded');
            if (search.kind === 'found') expect(search.before.run.versionId).not.toBe(search.first.run.versionId);
          }
        }
      }),
    );
  });
});
