import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendLog, blockText, emptyLog, logLimits, type LogBuffer } from '../../../src/webview/editor/model/logBuffer';

const textOf = (log: LogBuffer): string => log.blocks.map(blockText).join('');
const written = (...pieces: string[]): LogBuffer => pieces.reduce((log, text) => appendLog(log, text, false), emptyLog);

test('a log reads the same however it was cut into pieces', () => {
  const part = fc.constantFrom(
    'line\n',
    'x',
    '\r\n',
    '\r',
    '\u001b[31m',
    '\u001b[0m',
    'words ',
    '\u001b]0;title\u0007',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), fc.array(fc.nat(200), { maxLength: 8 }), (parts, cuts) => {
      const text = `${parts.join('')}end\n`;
      const at = [0, ...cuts.map((cut) => cut % text.length).sort((a, b) => a - b), text.length];
      const pieces = at.slice(1).map((end, i) => text.slice(at[i], end));
      expect(textOf(written(...pieces))).toBe(textOf(written(text)));
    }),
  );
});

test('colours and cursor movements of a terminal are not shown', () => {
  expect(textOf(written('\u001b[1;31mred\u001b[0m and \u001b[2Kplain\n'))).toBe('red and plain\n');
});

test('a progress bar shows its last state', () => {
  expect(textOf(written('10 %\r', '55 %\r', '100 %\ndone\n'))).toBe('100 %\ndone\n');
});

test('a log that never ends keeps its last lines and says that more is before them', () => {
  const most = logLimits.blocks * logLimits.linesInBlock;
  let log = emptyLog;
  for (let i = 0; i < 3 * most; i += 1) log = appendLog(log, `line ${i}\n`, false);
  const lines = textOf(log).trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(most);
  expect(lines.at(-1)).toBe(`line ${3 * most - 1}`);
  expect(log.truncated).toBe(true);
});

test('a line that never ends is cut', () => {
  let log = emptyLog;
  for (let i = 0; i < 100; i += 1) log = appendLog(log, 'x'.repeat(1000), false);
  expect(textOf(log).length).toBeLessThanOrEqual(logLimits.lineLength + 1);
});

test('a full block stays the same object while the log grows', () => {
  const full = written('line\n'.repeat(logLimits.linesInBlock));
  expect(appendLog(full, 'more\n', false).blocks[0]).toBe(full.blocks[0]);
});
