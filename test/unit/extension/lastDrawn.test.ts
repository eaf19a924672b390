import { describe, expect, it } from 'vitest';
import { KeptWorkflows } from '../../../src/extension/workflows/keptWorkflows';

const entry = 'audit.workflow.yaml';
const text = `name: Audit
nodes:
  list:
    run: ls > list.txt
    outputs: { list: list.txt }
  count:
    inputs: { list: { from: list.list } }
    run: wc -l < "$list"
`;

/** Reads one text after the other, as they come while somebody types; gives what the last of them is read as. */
async function typing(...texts: readonly string[]) {
  const kept = new KeptWorkflows();
  const parsed = [];
  for (const each of texts) parsed.push(await kept.load('live', entry, () => Promise.resolve(each)));
  return { kept, parsed: parsed.at(-1), before: parsed.at(-2) };
}

describe('a text that cannot be read for the moment', () => {
  it.each([
    ['an open quote', text.replace('run: wc', 'run: "wc')],
    ['a key that is only half there', text.replace('  count:\n', '  cou\n')],
    ['an id twice', text.replace('  count:', '  list:')],
    ['another name for `nodes`', text.replace('nodes:', 'node:')],
    ['no map at all', 'name'],
  ])('leaves the canvas as it was, and names the line: %s', async (_what, broken) => {
    const { parsed, before } = await typing(text, broken);
    expect(parsed?.graph).toBe(before?.graph);
    expect(parsed?.outdated?.message).toBeTruthy();
    expect(parsed?.readOnly).toContain(`Mend line ${(parsed?.outdated?.range.start.line ?? -2) + 1}`);
    expect(parsed?.versionId).toBeNull();
  });

  it('still has its nodes to look at, and lives again when the text is good', async () => {
    const { kept, parsed } = await typing(text, text.replace('run: wc', 'run: "wc'));
    expect(parsed?.outdated).not.toBeNull();
    expect(kept.inspect('live', 'count').code).toBe('wc -l < "$list"');
    const good = text.replace('wc -l', 'wc -c');
    const after = await kept.load('live', entry, () => Promise.resolve(good));
    expect(after).toMatchObject({ outdated: null, readOnly: null });
    expect(kept.inspect('live', 'count').code).toBe('wc -c < "$list"');
  });

  it('keeps the last good canvas through any number of bad texts', async () => {
    const bad = text.replace('run: wc', 'run: "wc');
    const { parsed } = await typing(text, bad, `${bad}x`, `${bad}xy`);
    expect(parsed?.graph?.nodes.map(({ id }) => id)).toEqual(['list', 'count']);
  });

  it('has nothing to keep when the file was never good', async () => {
    const { parsed } = await typing('nodes: [');
    expect(parsed?.outdated).toBeNull();
  });

  it('is no matter of what only a person can mend: an unknown node is drawn as a problem', async () => {
    const { parsed } = await typing(text, text.replace('list.list', 'lost.list'));
    expect(parsed?.outdated).toBeNull();
    expect(parsed?.graph?.edges).toEqual([]);
  });

  it('is not a file that was emptied: that is a new beginning', async () => {
    for (const empty of ['', '\n', '# only a comment\n', 'name: Audit\n']) {
      const { parsed } = await typing(text, empty);
      expect(parsed?.outdated, empty).toBeNull();
    }
  });
});
