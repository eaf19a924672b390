import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bytesText,
  durationText,
  exactTime,
  nodeStatusLook,
  relativeTime,
  runStatusLook,
} from '../../../src/model/run/display';
import { nodeStatuses, runStatuses } from '../../../src/model/run/status';

test.each([
  [0, '0 ms'],
  [850.7, '850 ms'],
  [999.9, '999 ms'],
  [1_000, '1.0s'],
  [4_280, '4.2s'],
  [9_999, '9.9s'],
  [42_900, '42s'],
  [59_999, '59s'],
  [120_000, '2m'],
  [125_000, '2m 5s'],
  [3_599_999, '59m 59s'],
  [3_780_000, '1h 3m'],
  [90_000_000, '1d 1h'],
  [-5, '0 ms'],
])('%d milliseconds are written %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});

test('no length of time is written in units that do not exist', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (milliseconds) => {
      expect(durationText(milliseconds)).toMatch(
        /^(\d{1,3} ms|\d\.\ds|[1-5]?\ds|[1-5]?\dm( [1-5]?\ds)?|[12]?\dh( [1-5]?\dm)?|\d+d( [12]?\dh)?)$/,
      );
    }),
  );
});

const now = Date.parse('2026-03-01T12:00:00Z');
test.each([
  ['2026-03-01T11:59:30Z', 'just now'],
  ['2026-03-01T12:00:00.500Z', 'just now'],
  ['2026-03-01T11:56:30Z', '3 min ago'],
  ['2026-03-01T09:59:00Z', '2 h ago'],
  ['2026-02-24T12:00:00Z', '5 d ago'],
  ['2025-12-24T12:00:00Z', '2 mo ago'],
  ['2023-03-01T12:00:00Z', '3 y ago'],
  ['2026-03-01T12:00:30Z', 'in less than 1 min'],
  ['2026-03-01T13:30:00Z', 'in 1 h'],
  ['whenever', 'whenever'],
])('%s is %s', (time, text) => {
  expect(relativeTime(time, now)).toBe(text);
  expect(relativeTime(time, new Date(now))).toBe(text);
});

test('an exact time names the day; what is no time is shown as it is', () => {
  expect(exactTime('2026-03-15T12:00:00Z')).toContain('2026');
  expect(exactTime('whenever')).toBe('whenever');
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_500, '1.5 kB'],
  [999_960, '1 MB'],
  [2_000_000, '2 MB'],
  [123_456_789, '123 MB'],
])('%d bytes are written %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

test('every status has an icon and a word, and an unknown one is shown as it is', () => {
  for (const status of runStatuses) {
    expect(runStatusLook(status).word).toBe(status);
    expect(runStatusLook(status).icon).not.toBe('question');
  }
  for (const status of nodeStatuses) expect(nodeStatusLook(status).icon).not.toBe('question');
  expect(runStatusLook('Paused')).toMatchObject({ icon: 'question', word: 'Paused' });
  expect(nodeStatusLook('constructor')).toMatchObject({ icon: 'question', word: 'constructor' });
});
