/** The one sentence over a comparison. */
import { expect, test } from 'vitest';
import { summaryOf, type SummarySubject } from '../../../src/model/compare/summary';

const same: SummarySubject = { isSameVersion: true, nodes: [], declared: 0, otherInputs: [], runs: null };

test('two runs that ended otherwise are told with what they ended as and how much longer one took', () => {
  const runs = [
    { status: 'Completed', milliseconds: 60_000 },
    { status: 'Failed', milliseconds: 180_000 },
  ] as const;
  expect(summaryOf({ ...same, runs })).toBe('Same version, same inputs; Failed instead of Completed; took 2m longer.');
});

test('a run that goes on is said to, and is not judged by a status that it will not have for long', () => {
  const completed = { status: 'Completed', milliseconds: 1000 } as const;
  const running = { status: 'Running', milliseconds: null } as const;
  const inputs = { ...same, otherInputs: ['depth'] };
  expect(summaryOf({ ...inputs, runs: [completed, running] })).toBe(
    'Same version, other input: depth; before: Completed, after: still running.',
  );
  expect(summaryOf({ ...same, runs: [running, running] })).toBe('Same version, same inputs; both still running.');
});
