import { describe, expect, it } from 'vitest';
import { nodeAt } from '../../../src/model/workflow/nodeRanges';
import { readNodeRanges } from '../../../src/model/workflow/readNodeRanges';

const text = `# first
nodes:
  fetch:   # gets it
    run: |
      echo one

      echo two

  # about the next one
  count: { run: wc }
  "last": { run: ls }   # the end
layout:
  fetch: [0, 0]
`;

/** The node at the first place of `what` in the text. */
function nodeOf(what: string, source = text): string | undefined {
  const before = source.slice(0, source.indexOf(what)).split(/\r?\n/);
  const at = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return nodeAt(readNodeRanges(source), at)?.nodeId;
}

describe('the node at a place of the text', () => {
  it.each([
    ['  fetch:', 'fetch'],
    ['# gets it', 'fetch'],
    ['echo two', 'fetch'],
    ['run: wc', 'count'],
    ['"last"', 'last'],
    ['# the end', 'last'],
  ])('%s is in %s', (what, nodeId) => {
    expect(nodeOf(what)).toBe(nodeId);
    expect(nodeOf(what, text.replaceAll('\n', '\r\n'))).toBe(nodeId);
  });

  it.each(['# first', 'nodes:', '# about the next one', 'layout:', 'fetch: [0'])('%s is in none', (what) => {
    expect(nodeOf(what)).toBeUndefined();
  });

  it('is told apart on one line', () => {
    const flow = 'nodes: { one: { run: a }, two: { run: b } }\n';
    expect(nodeOf('run: a', flow)).toBe('one');
    expect(nodeOf('run: b', flow)).toBe('two');
  });

  it('is none in a text that is no workflow', () => {
    expect(readNodeRanges('nodes: 3')).toEqual([]);
    expect(readNodeRanges('')).toEqual([]);
  });
});
