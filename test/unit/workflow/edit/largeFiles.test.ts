import { expect, test } from 'vitest';
import { breakOf } from '../../../../src/model/workflow/broken';
import { editWorkflow } from '../../../../src/model/workflow/edit/editWorkflow';
import { maskNodes } from '../../../../src/model/workflow/edit/maskNodes';
import { applyEdits } from '../../../../src/model/workflow/moveEdit';
import { parseWorkflow } from '../../../../src/model/workflow/parse';

const nodes = Array.from({ length: 1000 }, (_, index) => `  n${index}:\n    run: x\n    needs: [n${index + 1}]\n`);
const large = `nodes:\n${nodes.join('')}  n1000: { run: y }\nlayout:\n  n7: [0, 0]\n`;

test('of 1,000 nodes, the parser reads those that an edit concerns and the ones beside them', () => {
  const masked = maskNodes(large, ['n500']) ?? '';
  expect(masked.length).toBe(large.length);
  expect(masked.match(/run:/g)).toHaveLength(5);
  expect(masked).toContain('needs: [n500]');
});

test('an edit of a large file finds all that names the node', () => {
  const result = editWorkflow(large, parseWorkflow('a.workflow.yaml', large), {
    kind: 'renameNode',
    nodeId: 'n7',
    to: 'seven',
  });
  const edited = result.kind === 'edits' ? applyEdits(large, result.edits) : result.message;
  expect(edited).toBe(large.replaceAll(/\bn7\b/g, 'seven'));
});

test('a name that is written with an escape is found', () => {
  const head = 'nodes:\n  a:\n    inputs: { x: { from: "\\u0062.o" } }\n    run: x\n';
  const text = `${head}  c: { run: x }\n  d: { run: x }\n  b: { run: y, outputs: { o: o } }\n`;
  const result = editWorkflow(text, parseWorkflow('a.workflow.yaml', text), {
    kind: 'renameNode',
    nodeId: 'b',
    to: 'bee',
  });
  const edited = result.kind === 'edits' ? applyEdits(text, result.edits) : result.message;
  expect(edited).toBe(text.replace('\\u0062.o', 'bee.o').replace('  b:', '  bee:'));
});

test('a file far too large is said to be, before it is parsed, and takes no edit', () => {
  const text = `nodes:\n  a:\n    run: |\n${`      ${'echo 1; '.repeat(1000)}\n`.repeat(1300)}`;
  const parsed = parseWorkflow('a.workflow.yaml', text);
  expect(parsed.problems.map(({ message }) => message)).toEqual([
    'This file has 10.5 million characters; a workflow may have 10 million. Move long scripts and data into files of their own.',
  ]);
  expect(breakOf(parsed)?.code).toBe('too-long');
  expect(editWorkflow(text, parsed, { kind: 'removeNodes', nodeIds: ['a'] })).toMatchObject({ code: 'broken-file' });
});
