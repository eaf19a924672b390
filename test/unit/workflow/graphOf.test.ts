import { expect, test } from 'vitest';
import { graphOf } from '../../../src/model/workflow/graphOf';
import { loadWorkflow, readFrom } from '../../../src/model/workflow/load';

async function graph(text: string, files: Record<string, string> = {}) {
  return graphOf(await loadWorkflow('a.workflow.yaml', readFrom({ 'a.workflow.yaml': text, ...files })));
}

const module = 'nodes:\n  w: { run: x, outputs: { o: o } }\noutputs: { o: { from: w.o } }\n';

test('the canvas has a box for each node and for the inputs, a port for each name, an edge for each wire and need', async () => {
  const drawn = await graph(
    `inputs: { file: { type: file } }
nodes:
  a: { label: First, script: s.sh, inputs: { f: { from: inputs.file }, n: 2 }, outputs: { out: o } }
  m: { uses: m.module.yaml }
  b: { run: x, shell: bash, needs: [a], inputs: { i: { from: m.o } } }
layout: { a: [300, 7] }
`,
    { 's.sh': '', 'm.module.yaml': module },
  );
  expect(drawn?.nodes.map(({ position: _position, ...node }) => node)).toEqual([
    {
      id: 'inputs',
      title: 'Inputs',
      kind: 'inputs',
      what: 'Inputs of the workflow',
      inputPorts: [],
      outputPorts: ['file'],
      problems: [],
    },
    {
      id: 'a',
      title: 'First',
      kind: 'script',
      what: 's.sh',
      inputPorts: ['f', 'n'],
      outputPorts: ['out'],
      problems: [],
    },
    { id: 'm', title: 'm', kind: 'module', what: 'm.module.yaml', inputPorts: [], outputPorts: ['o'], problems: [] },
    { id: 'b', title: 'b', kind: 'run', what: 'bash', inputPorts: ['i'], outputPorts: [], problems: [] },
  ]);
  expect(drawn?.nodes[1]?.position).toEqual({ x: 300, y: 7 });
  expect(drawn?.edges).toEqual([
    { id: 'inputs.file>a.f', source: 'inputs', target: 'a', sourcePort: 'file', targetPort: 'f' },
    { id: 'm.o>b.i', source: 'm', target: 'b', sourcePort: 'o', targetPort: 'i' },
    { id: 'a>b', source: 'a', target: 'b', sourcePort: null, targetPort: null },
  ]);
});

test('a problem is on its node; an edge to what is not there is not drawn', async () => {
  const drawn = await graph('nodes:\n  a: { run: x, needs: [z], retries: -1 }\n');
  expect(drawn?.edges).toEqual([]);
  expect(drawn?.nodes[0]?.problems).toHaveLength(2);
});

test('a module node says that its module has errors', async () => {
  const drawn = await graph('nodes:\n  a: { uses: m.module.yaml }\n', {
    'm.module.yaml': 'nodes:\n  w: { retries: -1, run: x }\n',
  });
  expect(drawn?.nodes[0]?.problems).toEqual([
    { severity: 'error', message: 'm.module.yaml has an error; open it and correct what is named there.' },
  ]);
});

test('a text that is no workflow has no graph', async () => {
  expect(await graph('just words')).toBeNull();
});
