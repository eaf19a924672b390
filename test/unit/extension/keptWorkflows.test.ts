import { describe, expect, it } from 'vitest';
import { KeptWorkflows } from '../../../src/extension/workflows/keptWorkflows';
import type { EditResult, WorkflowEdit } from '../../../src/model/workflow/edit/workflowEdit';
import type { Graph } from '../../../src/model/workflow/graph';
import { applyEdits } from '../../../src/model/workflow/moveEdit';
import type { Position, WorkflowSource } from '../../../src/model/workflow/workflow';

const entry = 'audit.workflow.yaml';
const text = `name: Audit
nodes:
  list:
    label: List packages
    script: tools/list.sh
    outputs: { list: list.txt }
  count:
    inputs: { list: { from: list.list } }
    run: wc -l < "$list"
`;
const source = (yaml: string, script = 'ls\n'): WorkflowSource => ({
  entry,
  files: { [entry]: yaml, 'tools/list.sh': script },
});

describe('a workflow that is kept for its editor', () => {
  it('gives title, graph and version', async () => {
    const parsed = await new KeptWorkflows().loadSource('run', source(text));
    expect(parsed).toMatchObject({ title: 'Audit', kind: 'workflow', problems: [], readOnly: null });
    expect(parsed.graph?.nodes.map(({ id }) => id)).toEqual(['list', 'count']);
    expect(parsed.version).toBe(parsed.versionId);
  });

  it('has a version of its own for a text with errors, which equals no other text', async () => {
    const kept = new KeptWorkflows();
    const broken = await kept.loadSource('a', source(text.replace('list.list', 'nobody.list')));
    const other = await kept.loadSource('b', source(text.replace('list.list', 'noone.list')));
    expect(broken.versionId).toBeNull();
    expect(broken.version).not.toBe(other.version);
  });

  it('is not read twice when the same texts come again', async () => {
    const kept = new KeptWorkflows();
    const live = await kept.loadSource('live', source(text));
    expect(await kept.loadSource('run', source(text))).toBe(live);
    expect(await kept.loadSource('other', source(text, 'ls -a\n'))).not.toBe(live);
  });

  it('shows a node with its code, wherever that stands', async () => {
    const kept = new KeptWorkflows();
    await kept.loadSource('live', source(text));
    expect(kept.inspect('live', 'list')).toMatchObject({ title: 'List packages', code: 'ls\n' });
    expect(kept.inspect('live', 'count')).toMatchObject({ title: 'count', code: 'wc -l < "$list"' });
    expect(kept.locate('live', 'list')).toEqual({ file: 'tools/list.sh', range: null });
    const { file, range } = kept.locate('live', 'count');
    expect(file).toBe(entry);
    expect(text.slice(range?.start, range?.end)).toMatch(/^count:[^]*"\$list"\s*$/);
  });

  it('is told apart from one that was forgotten, and a node from one that is not there', async () => {
    const kept = new KeptWorkflows();
    await kept.loadSource('live', source(text));
    expect(() => kept.inspect('live', 'scan')).toThrow('There is no node scan');
    kept.release('live');
    expect(() => kept.inspect('live', 'list')).toThrow('not open any more');
  });

  it('moves one node of a file without places, and leaves the others where they are drawn', async () => {
    const kept = new KeptWorkflows();
    const { graph: before } = await kept.loadSource('live', source(text));
    const moved = textAfter(kept.edit('live', text, move('count', 400, 300)), text);
    expect(moved).toMatch(/\nlayout:\n {2}count: \[400, 300\]\n {2}list: \[-?\d+, -?\d+\]\n$/);
    // The second move comes before the first one is read again.
    const again = textAfter(kept.edit('live', moved, move('list', 8, 500)), moved);
    const { graph: after } = await kept.loadSource('live', source(again));
    expect(placesIn(after)).toEqual({ ...placesIn(before), count: { x: 400, y: 300 }, list: { x: 8, y: 500 } });
    const { graph } = await kept.loadSource('live', source(moved));
    expect(placesIn(graph)).toEqual({ ...placesIn(before), count: { x: 400, y: 300 } });
  });

  it('gives no place to a node that the text has no more', async () => {
    const kept = new KeptWorkflows();
    await kept.loadSource('live', source(text));
    const renamed = text.replace('  list:', '  names:').replace('list.list', 'names.list');
    expect(textAfter(kept.edit('live', renamed, move('count', 4, 8)), renamed)).not.toContain('  list: [');
  });
});

function move(nodeId: string, x: number, y: number): WorkflowEdit {
  return { kind: 'move', moved: [{ nodeId, x, y }] };
}

function textAfter(result: EditResult, before: string): string {
  if (result.kind === 'refused') throw new Error(result.message);
  return applyEdits(before, result.edits);
}

function placesIn(graph: Graph | null): Record<string, Position> {
  return Object.fromEntries((graph?.nodes ?? []).map(({ id, position }) => [id, position]));
}
