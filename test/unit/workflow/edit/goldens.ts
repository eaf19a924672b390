/** Edits with the text that a person would have written. */
import type { WorkflowEdit } from '../../../../src/model/workflow/edit/workflowEdit';
import type { WorkflowNode } from '../../../../src/model/workflow/workflow';

interface Golden {
  readonly name: string;
  readonly before: string;
  readonly edits: readonly WorkflowEdit[];
  readonly after: string;
}

const plain = { inputs: [], outputs: [], needs: [], when: 'success', retries: 0 } as const;

function command(id: string, run: string, more: Partial<WorkflowNode> = {}): WorkflowNode {
  return { id, action: { kind: 'run', shell: 'sh', run }, ...plain, ...more };
}

const two = `name: Two
nodes:
  # Fetches all.
  fetch:
    label: Fetch
    run: curl "$url" > data.json
    outputs:
      data: data.json

  count:   # every line
    needs: [fetch]
    inputs:
      data: { from: fetch.data }
    run: wc -l < "$data"

layout:
  fetch: [0, 0]
  count: [300, 0]
`;

export const goldens: readonly Golden[] = [
  {
    name: 'the first node of an empty file',
    before: '',
    edits: [{ kind: 'addNode', node: command('build', 'make\n'), at: { x: 0, y: 40.2 } }],
    after: `nodes:
  build:
    run: |
      make
layout:
  build: [0, 40]
`,
  },
  {
    name: 'the first node of a file with comments alone',
    before: '# Owned by us.\n\n# To do',
    edits: [{ kind: 'addNode', node: command('build', 'make') }],
    after: '# Owned by us.\n\n# To do\nnodes:\n  build:\n    run: make\n',
  },
  {
    name: 'a node goes behind the others, set apart as they are',
    before: two,
    edits: [
      {
        kind: 'addNode',
        node: command('report', 'cat "$n" > report.md', {
          label: 'Write: all',
          needs: ['count'],
          when: 'always',
          inputs: [
            { name: 'n', value: { kind: 'wire', source: { kind: 'output', node: 'fetch', output: 'data' } } },
            { name: 'style', value: { kind: 'path', path: 'style.css' } },
            { name: 'version', value: { kind: 'literal', value: '1.10' } },
          ],
          outputs: [{ name: 'report', path: 'report.md' }],
          timeoutSeconds: 5400,
          retries: 1,
          machine: 'small',
        }),
        at: { x: 600, y: 0 },
      },
    ],
    after: two
      .replace(
        '    run: wc -l < "$data"\n',
        `    run: wc -l < "$data"

  report:
    label: "Write: all"
    needs: [count]
    when: always
    inputs:
      n: { from: fetch.data }
      style: { file: style.css }
      version: 1.10
    run: cat "$n" > report.md
    outputs:
      report: report.md
    timeout: 1h30m
    retries: 1
    machine: small
`,
      )
      .replace('count: [300, 0]\n', 'count: [300, 0]\n  report: [600, 0]\n'),
  },
  {
    name: 'a node among nodes in braces is written in braces',
    before: 'nodes:\n    a: { run: echo a }\n    b: { run: echo b }\n',
    edits: [{ kind: 'addNode', node: command('c', 'echo c') }],
    after: 'nodes:\n    a: { run: echo a }\n    b: { run: echo b }\n    c: { run: echo c }\n',
  },
  {
    name: 'but not one with a command of several lines; it is indented as the file is',
    before: 'nodes:\n    a: { run: echo a }\n',
    edits: [{ kind: 'addNode', node: command('c', 'one\n\n\ttwo\n') }],
    after: 'nodes:\n    a: { run: echo a }\n    c:\n        run: |\n            one\n\n            \ttwo\n',
  },
  {
    name: 'a removed node takes its comment, its wires, needs and place along',
    before: two,
    edits: [{ kind: 'removeNodes', nodeIds: ['fetch'] }],
    after: `name: Two
nodes:
  count:   # every line
    run: wc -l < "$data"

layout:
  count: [300, 0]
`,
  },
  {
    name: 'the last of the nodes leaves one blank line to what follows',
    before: two,
    edits: [{ kind: 'removeNodes', nodeIds: ['count'] }],
    after: `name: Two
nodes:
  # Fetches all.
  fetch:
    label: Fetch
    run: curl "$url" > data.json
    outputs:
      data: data.json

layout:
  fetch: [0, 0]
`,
  },
  {
    name: 'with the last node goes everything but `nodes`, and a node can come again',
    before: two,
    edits: [
      { kind: 'removeNodes', nodeIds: ['count', 'fetch'] },
      { kind: 'addNode', node: command('again', 'true') },
    ],
    after: 'name: Two\nnodes:\n  again:\n    run: true\n',
  },
  {
    name: 'a heading of several nodes stays when the first of them goes',
    before:
      'nodes:\n  a: { run: x }\n\n  # --- checks ---\n  b: { run: y }\n\n  # two of a kind\n  c: { run: z }\n  d: { run: z }\n',
    edits: [{ kind: 'removeNodes', nodeIds: ['b', 'c'] }],
    after: 'nodes:\n  a: { run: x }\n\n  # --- checks ---\n\n  # two of a kind\n  d: { run: z }\n',
  },
  {
    name: 'a renamed node is renamed wherever it is named, in the quotes that stand there',
    before: `nodes:
  'fetch': { run: curl, outputs: { data: d } } # fetch
  count:
    needs:
      - "fetch"
    inputs: { data: {from: 'fetch.data'}, other: fetch.data }
    run: echo fetch
outputs:
  all:
    from: fetch.data   # all
layout: {fetch: [0, 0]}
`,
    edits: [{ kind: 'renameNode', nodeId: 'fetch', to: 'load' }],
    after: `nodes:
  'load': { run: curl, outputs: { data: d } } # fetch
  count:
    needs:
      - "load"
    inputs: { data: {from: 'load.data'}, other: fetch.data }
    run: echo fetch
outputs:
  all:
    from: load.data   # all
layout: {load: [0, 0]}
`,
  },
  {
    name: 'a first wire makes `inputs` before the command that reads them',
    before: 'nodes:\n  a:\n    run: x\n    outputs:\n      out: o\n  b:\n    label: B\n    run: y # why\n',
    edits: [
      {
        kind: 'setNodeInput',
        nodeId: 'b',
        name: 'in',
        value: { kind: 'wire', source: { kind: 'output', node: 'a', output: 'out' } },
      },
    ],
    after:
      'nodes:\n  a:\n    run: x\n    outputs:\n      out: o\n  b:\n    label: B\n    inputs:\n      in: { from: a.out }\n    run: y # why\n',
  },
  {
    name: 'another source of a wire changes that word alone',
    before:
      'inputs: { x: { type: file } }\nnodes:\n  b:\n    inputs:\n      in:   # this\n        from: "a.out"   # there\n    run: y\n',
    edits: [
      { kind: 'setNodeInput', nodeId: 'b', name: 'in', value: { kind: 'wire', source: { kind: 'input', input: 'x' } } },
    ],
    after:
      'inputs: { x: { type: file } }\nnodes:\n  b:\n    inputs:\n      in:   # this\n        from: "inputs.x"   # there\n    run: y\n',
  },
  {
    name: 'a literal in the place of a wire over two lines keeps the comment',
    before: 'nodes:\n  b:\n    inputs:\n      in:   # this\n        from: a.out\n    run: y\n',
    edits: [{ kind: 'setNodeInput', nodeId: 'b', name: 'in', value: { kind: 'literal', value: '# 7' } }],
    after: 'nodes:\n  b:\n    inputs:\n      in: "# 7"   # this\n    run: y\n',
  },
  {
    name: 'a text of several lines in the place of such a wire does not swallow the comment',
    before: 'nodes:\n  b:\n    inputs:\n      in:\n        from: a.out   # there\n    run: y\n',
    edits: [{ kind: 'setNodeInput', nodeId: 'b', name: 'in', value: { kind: 'literal', value: 'one\ntwo\n' } }],
    after: 'nodes:\n  b:\n    inputs:\n      in: |\n        one\n        two\n    run: y\n',
  },
  {
    name: 'the last need takes `needs` along, the first makes it behind the label',
    before:
      'nodes:\n  a: { run: x, needs: [b] }\n  b:\n    # runs\n    run: y\n    needs:\n      - c # last\n  c:\n    label: C\n    run: z\n',
    edits: [
      { kind: 'removeNeed', nodeId: 'a', need: 'b' },
      { kind: 'removeNeed', nodeId: 'b', need: 'c' },
      { kind: 'addNeed', nodeId: 'c', need: 'a' },
      { kind: 'addNeed', nodeId: 'c', need: 'b' },
    ],
    after: 'nodes:\n  a: { run: x }\n  b:\n    # runs\n    run: y\n  c:\n    label: C\n    needs: [a, b]\n    run: z\n',
  },
  {
    name: 'a need is added to a list in lines as a line',
    before: 'nodes:\n  a: { run: x }\n  b: { run: x }\n  c:\n    needs:\n    - a   # first\n    run: z\n',
    edits: [{ kind: 'addNeed', nodeId: 'c', need: 'b' }],
    after: 'nodes:\n  a: { run: x }\n  b: { run: x }\n  c:\n    needs:\n    - a   # first\n    - b\n    run: z\n',
  },
  {
    name: 'a changed line of a command changes that line alone; its header and its comment stay',
    before: 'nodes:\n  a:\n    run: |-   # careful\n         one\n         two\n         three\n\n    shell: bash\n',
    edits: [{ kind: 'setNodeField', nodeId: 'a', field: { name: 'run', value: 'one\n2\n\nthree\n' } }],
    after: 'nodes:\n  a:\n    run: |   # careful\n         one\n         2\n\n         three\n\n    shell: bash\n',
  },
  {
    name: 'a command of one line grows to several, and back',
    before: 'nodes:\n  a:\n    run: one   # runs\n    shell: bash\n',
    edits: [
      { kind: 'setNodeField', nodeId: 'a', field: { name: 'run', value: 'one\ntwo' } },
      { kind: 'setNodeField', nodeId: 'a', field: { name: 'run', value: 'two' } },
      { kind: 'setNodeField', nodeId: 'a', field: { name: 'shell', value: null } },
    ],
    after: 'nodes:\n  a:\n    run: two   # runs\n',
  },
  {
    name: 'a script file takes the place of a command',
    before: 'nodes:\n  a:\n    label: A\n    run: |\n      one\n      two\n    outputs: { o: o }\n',
    edits: [{ kind: 'setNodeField', nodeId: 'a', field: { name: 'script', value: 'tools/a b.sh' } }],
    after: 'nodes:\n  a:\n    label: A\n    script: tools/a b.sh\n    outputs: { o: o }\n',
  },
  {
    name: 'a module takes the place of a command, its shell and its outputs',
    before: 'nodes:\n  a:\n    run: one\n    shell: bash # or sh\n    # all of them\n    outputs: { o: o }\n',
    edits: [{ kind: 'setNodeField', nodeId: 'a', field: { name: 'uses', value: './m.module.yaml' } }],
    after: 'nodes:\n  a:\n    uses: ./m.module.yaml\n',
  },
  {
    name: 'fields go where people write them, and a quoted value stays quoted',
    before: "nodes:\n  a:\n    # does it\n    run: x\n    outputs:\n      o: 'o.txt'\n",
    edits: [
      { kind: 'setNodeField', nodeId: 'a', field: { name: 'label', value: 'null' } },
      { kind: 'setNodeField', nodeId: 'a', field: { name: 'retries', value: 2 } },
      { kind: 'setNodeField', nodeId: 'a', field: { name: 'timeout', value: '10m' } },
      { kind: 'setNodeField', nodeId: 'a', field: { name: 'machine', value: 'large' } },
      { kind: 'setNodeOutput', nodeId: 'a', name: 'o', path: "it's" },
      { kind: 'setNodeOutput', nodeId: 'a', name: 'p', path: 'p.txt' },
    ],
    after:
      "nodes:\n  a:\n    label: \"null\"\n    # does it\n    run: x\n    outputs:\n      o: 'it''s'\n      p: p.txt\n    timeout: 10m\n    retries: 2\n    machine: large\n",
  },
  {
    name: 'settings of the workflow go to the top, under the head of the file',
    before: '# yaml-language-server: $schema=x\nnodes:\n  a: { run: x }\n',
    edits: [
      { kind: 'setWorkflowField', field: 'project', value: 'supply-chain' },
      { kind: 'setWorkflowField', field: 'name', value: 'Nightly' },
      { kind: 'setWorkflowField', field: 'description', value: 'One\ntwo' },
      { kind: 'setWorkflowInput', name: 'day', type: 'string', default: '7' },
      { kind: 'setWorkflowInput', name: 'file', type: 'file', default: null },
    ],
    after:
      '# yaml-language-server: $schema=x\nname: Nightly\ndescription: |-\n  One\n  two\nproject: supply-chain\ninputs:\n  day: { type: string, default: 7 }\n  file: { type: file }\nnodes:\n  a: { run: x }\n',
  },
  {
    name: 'sections that stand apart stay apart',
    before: 'name: N\n\nnodes:\n  a:\n    run: x\n',
    edits: [
      { kind: 'setWorkflowInput', name: 'day', type: 'string', default: null },
      { kind: 'addNode', node: command('b', 'y'), at: { x: 1, y: 2 } },
    ],
    after:
      'name: N\n\ninputs:\n  day: { type: string }\n\nnodes:\n  a:\n    run: x\n\n  b:\n    run: y\n\nlayout:\n  b: [1, 2]\n',
  },
  {
    name: 'a folded description stays folded',
    before: 'description: >-\n  What it\n  is for.\nnodes: {}\n',
    edits: [{ kind: 'setWorkflowField', field: 'description', value: 'What it is good for.' }],
    after: 'description: >-\n  What it is good for.\nnodes: {}\n',
  },
  {
    name: 'in braces over lines, an entry is a line',
    before: '{\n  "nodes": {\n    "a": { "run": "x" }, # one\n    "b": { "run": "y" } # two\n  }\n}\n',
    edits: [
      { kind: 'addNode', node: command('c', 'z') },
      { kind: 'removeNodes', nodeIds: ['b'] },
      { kind: 'removeNodes', nodeIds: ['c'] },
    ],
    after: '{\n  "nodes": {\n    "a": { "run": "x" } # one\n  }\n}\n',
  },
  {
    name: 'in brackets over lines, the comment behind what stays is no trap',
    before:
      'nodes:\n  a: { run: x }\n  b: { run: x }\n  e: { run: x }\n  d:\n    needs: [\n      a, # first\n      c\n    ]\n    run: x\n',
    edits: [{ kind: 'setNodeField', nodeId: 'd', field: { name: 'needs', value: ['a', 'b', 'e'] } }],
    after:
      'nodes:\n  a: { run: x }\n  b: { run: x }\n  e: { run: x }\n  d:\n    needs: [\n      a, # first\n      b,\n      e\n    ]\n    run: x\n',
  },
  {
    name: 'renamed outputs and inputs of the workflow are renamed in their wires',
    before:
      'inputs:\n  day: { type: string }\nnodes:\n  a: { run: x, inputs: { d: { from: inputs.day } }, outputs: { out: o } }\n  b: { run: y, inputs: { o: { from: a.out } } }\noutputs:\n  all: { from: a.out }\n',
    edits: [
      { kind: 'renameWorkflowInput', name: 'day', to: 'date' },
      { kind: 'renameNodeOutput', nodeId: 'a', name: 'out', to: 'rows' },
      { kind: 'renameWorkflowOutput', name: 'all', to: 'rows' },
    ],
    after:
      'inputs:\n  date: { type: string }\nnodes:\n  a: { run: x, inputs: { d: { from: inputs.date } }, outputs: { rows: o } }\n  b: { run: y, inputs: { o: { from: a.rows } } }\noutputs:\n  rows: { from: a.rows }\n',
  },
  {
    name: 'pasted nodes get free ids, the wires between them go with them',
    before: 'nodes:\n  a: { run: x, outputs: { out: o } }\n',
    edits: [
      {
        kind: 'paste',
        nodes: [
          command('a', 'x', { outputs: [{ name: 'out', path: 'o' }] }),
          command('b', 'y', {
            needs: ['gone', 'a'],
            inputs: [
              { name: 'o', value: { kind: 'wire', source: { kind: 'output', node: 'a', output: 'out' } } },
              { name: 'g', value: { kind: 'wire', source: { kind: 'output', node: 'gone', output: 'out' } } },
            ],
          }),
        ],
        positions: [{ nodeId: 'a', x: 10, y: 20 }],
      },
    ],
    after:
      'nodes:\n  a: { run: x, outputs: { out: o } }\n  a-2: { run: x, outputs: { out: o } }\n  b: { needs: [a-2], inputs: { o: { from: a-2.out } }, run: y }\nlayout:\n  a-2: [10, 20]\n',
  },
  {
    name: 'the end of a wire goes to another node',
    before: `nodes:
  list: { run: ls, outputs: { files: files.txt } }
  count:
    inputs: # what is counted
      files: { from: list.files }
      depth: 2 # levels
    run: wc -l < "$files"
  sort: { run: sort "$files" }
`,
    edits: [{ kind: 'moveWire', nodeId: 'count', name: 'files', to: { nodeId: 'sort', name: 'files' } }],
    after: `nodes:
  list: { run: ls, outputs: { files: files.txt } }
  count:
    inputs: # what is counted
      depth: 2 # levels
    run: wc -l < "$files"
  sort: { run: sort "$files", inputs: { files: { from: list.files } } }
`,
  },
];
