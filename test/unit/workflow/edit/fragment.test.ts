/** Copied nodes: what is on the clipboard, and what becomes of it when it is pasted. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyToWorkflow } from '../../../../src/model/workflow/edit/applyToWorkflow';
import { editWorkflow, emptyWorkflow } from '../../../../src/model/workflow/edit/editWorkflow';
import { fragmentOf, readFragment } from '../../../../src/model/workflow/edit/fragment';
import { originOf } from '../../../../src/model/workflow/edit/fragmentOrigin';
import { longestFragment } from '../../../../src/model/workflow/edit/fragmentLimit';
import { pathsOutside, rebasedNodes, referenceTo } from '../../../../src/model/workflow/edit/rebase';
import { graphOf } from '../../../../src/model/workflow/graphOf';
import { applyEdits } from '../../../../src/model/workflow/moveEdit';
import { parseWorkflow } from '../../../../src/model/workflow/parse';
import { folderOf, keyOfReference } from '../../../../src/model/workflow/paths';
import type { Workflow } from '../../../../src/model/workflow/workflow';
import { printWorkflow } from '../printWorkflow';
import { written } from '../randomWorkflow';
import { realFiles } from './realFiles';

const entry = 'flows/a.workflow.yaml';

function workflowIn(text: string): Workflow {
  return parseWorkflow(entry, text).workflow ?? emptyWorkflow(entry);
}

function copied(workflow: Workflow, nodeIds = workflow.nodes.map(({ id }) => id)): string {
  const graph = graphOf({ source: { entry, files: {} }, workflow, modules: {}, problems: [] });
  return fragmentOf(workflow, nodeIds, entry, graph);
}

const sample = `name: Sample
nodes:
  list:
    label: List files
    script: tools/list.sh
    outputs: { files: files.txt }
  count:
    needs: [other]
    inputs: { files: { from: list.files }, depth: { from: inputs.depth } }
    run: |
      wc -l < "$files"
      echo done
    timeout: 1h30m
  other: { run: "true" }
layout:
  list: [0, 0]
  count: [300, 20]
`;

test('copied nodes are YAML that a person could have written', () => {
  expect(copied(workflowIn(sample), ['count', 'list'])).toBe(`# Nodes of flows/a.workflow.yaml
nodes:
  list:
    label: List files
    script: tools/list.sh
    outputs:
      files: files.txt
  count:
    needs: [other]
    inputs:
      files: { from: list.files }
      depth: { from: inputs.depth }
    run: |
      wc -l < "$files"
      echo done
    timeout: 1h30m
layout:
  list: [0, 0]
  count: [300, 20]
`);
});

test('of whatever workflow: copied and pasted, its nodes are the same nodes in the same places', () => {
  fc.assert(
    fc.property(written, fc.nat(), (content, seed) => {
      const workflow = workflowIn(printWorkflow(content, seed)[entry] ?? '');
      const text = copied(workflow);
      if (workflow.nodes.length === 0) return expect(text).toBe('');
      const read = readFragment(text);
      if (read.kind === 'refused') return expect(parseWorkflow(entry, text).problems).not.toEqual([]);
      expect(read.nodes).toEqual(workflow.nodes);
      const graph = graphOf({ source: { entry, files: {} }, workflow, modules: {}, problems: [] });
      const drawn = new Map(graph?.nodes.map((node) => [node.id, node.position]));
      for (const box of read.boxes) expect(box.position).toEqual(drawn.get(box.id));
    }),
    { numRuns: 150 },
  );
});

const filesWithNodes = Object.keys(realFiles).filter((name) => workflowIn(realFiles[name] ?? '').nodes.length > 0);

test.each(filesWithNodes)('pasted into an empty file, the nodes of a real one mean what they meant: %s', (name) => {
  const workflow = workflowIn(realFiles[name] ?? '');
  const read = readFragment(copied(workflow));
  if (read.kind === 'refused') throw new Error(read.message);
  const edit = { kind: 'paste', nodes: read.nodes, positions: [] } as const;
  const made = editWorkflow('', parseWorkflow(entry, ''), edit);
  if (made.kind === 'refused') throw new Error(made.message);
  const pasted = workflowIn(applyEdits('', made.edits));
  expect(pasted).toEqual(applyToWorkflow(emptyWorkflow(entry), edit));
  expect(pasted.nodes.map(({ id, action }) => ({ id, action }))).toEqual(
    workflow.nodes.map(({ id, action }) => ({ id, action })),
  );
});

describe('what else is on a clipboard', () => {
  const message = (text: string): string => {
    const read = readFragment(text);
    return read.kind === 'refused' ? read.message : 'pasted';
  };

  test('any text is refused in a sentence or gives nodes, and never throws', () => {
    const words = fc.constantFrom(
      'nodes:',
      'run: x',
      '  a:',
      '\n',
      '- ',
      '{',
      '}',
      '&a',
      '*a',
      '<<:',
      '|',
      ': ',
      '"',
      '\t',
      '#',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((parts) => parts.join('')),
        ),
        (text) => {
          const read = readFragment(text);
          if (read.kind === 'refused') expect(read.message).toMatch(/[.?]$/);
          else expect(read.nodes.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('words, lists, other YAML and nothing are no nodes', () => {
    for (const text of ['', 'hello', '- a\n- b\n', 'name: x\n', 'nodes: {}\n', '<b>nodes:</b>', 'a: { image: x }\n']) {
      expect(message(text)).toMatch(/^There are no nodes on the clipboard\./);
    }
  });

  test('nodes with a mistake are refused with its line', () => {
    expect(message('nodes:\n  a: { run: ls }\n  b: { run: ls, shel: bash }\n')).toMatch(/Line 3: .*`shell`/);
    expect(message('a: { run: ls, shel: bash }\n')).toMatch(/Line 1: .*`shell`/);
    expect(message('nodes:\n  a: { run: ls }\n  a: { run: ls }\n')).toMatch(/cannot be pasted/);
    expect(message('nodes:\n  a: &x { run: ls }\n')).toMatch(/anchors/);
    expect(message(`nodes: {}\n${'#'.repeat(longestFragment)}`)).toMatch(/too long/);
  });

  test('nodes that somebody copied out of a file as text, or a whole file, are nodes too', () => {
    const bare = readFragment('  count:\n    run: |\n      one\n\n      two\n  other:\n    script: a.sh\n');
    expect(bare).toMatchObject({
      kind: 'nodes',
      nodes: [{ id: 'count', action: { run: 'one\n\ntwo\n' } }, { id: 'other' }],
    });
    expect(readFragment(sample.replaceAll('\n', '\r\n'))).toMatchObject({ kind: 'nodes' });
  });
});

describe('paths of pasted nodes', () => {
  const path = fc.array(fc.constantFrom('a', 'b', 'c d', '..', '.'), { minLength: 1, maxLength: 4 });
  const file = fc
    .array(fc.constantFrom('a', 'b', 'x'), { maxLength: 3 })
    .map((parts) => [...parts, 'f.workflow.yaml'].join('/'));

  test('name the same file from wherever they are pasted', () => {
    fc.assert(
      fc.property(path, file, file, (parts, from, to) => {
        const written = `${parts.join('/')}/s.sh`;
        const [node] = workflowIn(`nodes:\n  a: { script: ${JSON.stringify(written)} }\n`).nodes;
        if (node === undefined) throw new Error('no node');
        const [moved] = rebasedNodes([node], from, to);
        const there = moved?.action.kind === 'script' ? moved.action.script : '';
        const key = keyOfReference(from, written);
        if (key === null) expect(there).toBe(written);
        else expect(keyOfReference(to, there)).toBe(key);
        if (folderOf(from) === folderOf(to)) expect(there).toBe(written);
      }),
    );
  });

  test('are written as people write them', () => {
    expect(referenceTo('tools/list.sh', 'a.workflow.yaml')).toBe('tools/list.sh');
    expect(referenceTo('tools/list.sh', 'flows/a.workflow.yaml')).toBe('../tools/list.sh');
    expect(referenceTo('flows/scan.module.yaml', 'flows/a.workflow.yaml')).toBe('./scan.module.yaml');
  });

  test('out of the workspace are found', () => {
    const { nodes } = workflowIn(
      'nodes:\n  a: { script: ../../x.sh }\n  b: { uses: ../m.module.yaml }\n  c: { script: /etc/x }\n',
    );
    expect(pathsOutside(nodes, entry)).toEqual(['../../x.sh', '/etc/x']);
  });
});

test('the file that nodes are from is told by their first line, whatever it is called', () => {
  expect(originOf(copied(workflowIn(sample)))).toBe(entry);
  expect(originOf('nodes:\n  a: { run: ls }\n')).toBeNull();
  const strange = fragmentOf(workflowIn(sample), ['list'], 'a\nnodes: {}\n.workflow.yaml', null);
  expect(readFragment(strange)).toMatchObject({ kind: 'nodes' });
});
