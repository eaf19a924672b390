/** Pairs of a workflow with differences planted between them, each with the words in which the page has to name it. */
import * as fc from 'fast-check';

/** A file of a pair before it is written; JSON is YAML. */
export interface Draft {
  readonly inputs: Record<string, { type: string; default: string }>;
  readonly nodes: Record<string, DraftNode>;
  readonly layout: Record<string, [number, number]>;
  readonly scripts: Record<string, string>;
  /** Of the modules, by the node that uses it. */
  readonly modules: Record<string, DraftModule>;
}

interface DraftNode {
  label?: string;
  run?: string;
  script?: string;
  uses?: string;
  shell?: string;
  inputs?: Record<string, string | { from: string } | { file: string }>;
  outputs?: Record<string, string>;
  needs?: string[];
  when?: string;
  timeout?: string;
  retries?: number;
  machine?: string;
}

interface DraftModule {
  inputs: Record<string, { type: string; default: string }>;
  nodes: Record<string, DraftNode>;
}

/** What a person reads of one value: its name, and what stands on each side; null: nothing stands there. */
export interface ToldValue {
  readonly name: string;
  readonly left: string | null;
  readonly right: string | null;
}

/** A row of the list of differences. */
export interface ToldRow {
  readonly group: string;
  /** Of a planted one the path of a node, which the page may call by its label. */
  readonly title: string;
  readonly values: readonly ToldValue[];
}

export interface Plant {
  readonly name: string;
  readonly plant: (to: Draft) => readonly ToldRow[];
}

/** More than a page shows of one value. */
const long = Array.from({ length: 400 }, (_, index) => `echo line ${index}\n`).join('');

/** Nodes that are there for one kind of difference each, so that every set of them can be planted together. */
export const base = (): Draft => ({
  inputs: { depth: { type: 'number', default: '1' }, gone: { type: 'string', default: 'x' } },
  nodes: {
    first: { run: 'true', outputs: { a: 'a.txt', b: 'b.txt' } },
    plain: { run: 'echo 1\n', inputs: { literal: '1', path: { file: 'a.txt' }, wire: { from: 'first.a' } } },
    removed: { run: 'rm x' },
    scripted: { label: 'Told by its label', script: 'tools/one.sh' },
    module: { uses: 'one.module.yaml' },
    lengthy: { script: 'tools/long.sh', inputs: { list: long } },
    moved: { run: 'true' },
    same: { run: 'true', inputs: { wire: { from: 'first.a' } }, needs: ['plain'] },
  },
  layout: { moved: [0, 0], plain: [0, 200], same: [300, 0] },
  scripts: { one: 'echo one\n', long, deep: 'echo deep\n' },
  modules: {
    one: {
      inputs: { level: { type: 'string', default: 'low' } },
      nodes: { inner: { run: 'true' }, nested: { uses: 'two.module.yaml' } },
    },
    two: { inputs: {}, nodes: { deep: { script: 'tools/deep.sh' } } },
  },
});

/** The files of a draft, by the keys of a source. */
export function filesOf({ inputs, nodes, layout, scripts, modules }: Draft): Record<string, string> {
  const files: Record<string, string> = { 'a.workflow.yaml': JSON.stringify({ inputs, nodes, layout }) };
  for (const [name, text] of Object.entries(scripts)) files[`tools/${name}.sh`] = text;
  for (const [name, module] of Object.entries(modules)) files[`${name}.module.yaml`] = JSON.stringify(module);
  return files;
}

type Change = readonly [name: string, left: string | null, right: string | null];

/** Another value of one node, which is told with the node's row. */
function changed(name: string, id: string, change: (node: DraftNode) => Change): Plant {
  return {
    name,
    plant: ({ nodes }) => {
      const node = nodes[id];
      if (node === undefined) throw new Error(`no node ${id}`);
      const [value, left, right] = change(node);
      return [row(id, [value, left, right])];
    },
  };
}

function row(title: string, ...values: readonly Change[]): ToldRow {
  return { group: 'Changed', title, values: values.map(([name, left, right]) => ({ name, left, right })) };
}

/** Every kind of difference, with values as they come. `text` differs from all that the base says. */
export const plantsWith = (text: string): readonly Plant[] => [
  changed('a command', 'plain', (node) => {
    node.run = `echo 1\n${text}`;
    return ['command', 'echo 1\n', node.run];
  }),
  changed('a shell', 'plain', (node) => ((node.shell = 'bash'), ['shell', 'sh', 'bash'])),
  changed('a literal', 'plain', (node) => {
    node.inputs = { ...node.inputs, literal: text };
    return ['input literal', '1', text];
  }),
  changed('a path', 'plain', (node) => {
    node.inputs = { ...node.inputs, path: { file: 'b.txt' } };
    return ['input path', 'file a.txt', 'file b.txt'];
  }),
  changed('a wire from elsewhere', 'plain', (node) => {
    node.inputs = { ...node.inputs, wire: { from: 'first.b' } };
    return ['input wire', 'from first.a', 'from first.b'];
  }),
  changed('a wire in the place of a value', 'first', (node) => {
    node.inputs = { depth: { from: 'inputs.depth' } };
    return ['input depth', null, 'from inputs.depth'];
  }),
  changed('a wire that is gone', 'same', (node) => {
    node.inputs = {};
    return ['input wire', 'from first.a', null];
  }),
  changed('an output', 'first', (node) => {
    node.outputs = { ...node.outputs, c: 'c.txt' };
    return ['output c', null, 'c.txt'];
  }),
  changed('an order without data', 'same', (node) => {
    node.needs = ['first', 'plain'];
    return ['runs after', 'plain', 'first, plain'];
  }),
  changed('when it runs', 'plain', (node) => ((node.when = 'always'), ['when it runs', null, 'always'])),
  changed('a time-out', 'plain', (node) => ((node.timeout = '61s'), ['timeout', null, '1m1s'])),
  changed('retries', 'plain', (node) => ((node.retries = 2), ['retries', null, '2'])),
  changed('a machine', 'plain', (node) => ((node.machine = 'large'), ['machine', null, 'large'])),
  changed(
    'a label',
    'scripted',
    (node) => ((node.label = 'Other label'), ['label', 'Told by its label', 'Other label']),
  ),
  changed('a shell of a script', 'scripted', (node) => ((node.shell = 'node'), ['shell', 'sh', 'node'])),
  {
    name: 'the text of a script',
    plant: ({ scripts }) => {
      scripts['one'] = `echo one\n${text}`;
      return [row('scripted', ['script', 'echo one\n', scripts['one']])];
    },
  },
  {
    name: 'the end of a long script',
    plant: ({ scripts }) => {
      scripts['long'] = `${long}${text}`;
      return [row('lengthy', ['script', long, scripts['long']])];
    },
  },
  changed('the middle of a long value', 'lengthy', (node) => {
    const list = long.replace('line 350', text.replaceAll('$', ''));
    node.inputs = { list };
    return ['input list', long, list];
  }),
  {
    name: 'what is inside of a module',
    plant: ({ modules }) => {
      const inner = modules['one']?.nodes['inner'];
      if (inner === undefined) throw new Error('no inner');
      inner.run = text;
      return [row('module', ['module', '*', '*']), row('module/inner', ['command', 'true', text])];
    },
  },
  {
    name: 'a script two modules deep',
    plant: ({ scripts }) => {
      scripts['deep'] = `echo deep\n${text}`;
      return [
        row('module', ['module', '*', '*']),
        row('module/nested', ['module', '*', '*']),
        row('module/nested/deep', ['script', 'echo deep\n', scripts['deep']]),
      ];
    },
  },
  {
    name: 'an input of a module',
    plant: ({ modules }) => {
      const level = modules['one']?.inputs['level'];
      if (level === undefined) throw new Error('no level');
      level.default = text;
      return [
        row('module', ['module', '*', '*'], ['module input level', 'string, default low', `string, default ${text}`]),
      ];
    },
  },
  {
    name: 'a node that is only moved',
    plant: ({ layout }) => {
      layout['moved'] = [900, 40];
      return [{ group: 'Only moved', title: 'moved', values: [] }];
    },
  },
  {
    name: 'a node that is new',
    plant: ({ nodes }) => {
      nodes['new'] = { run: text, outputs: { o: 'o.txt' } };
      const values = [
        { name: 'command', left: null, right: text },
        { name: 'shell', left: null, right: 'sh' },
        { name: 'output o', left: null, right: 'o.txt' },
      ];
      return [{ group: 'Added', title: 'new', values }];
    },
  },
  {
    name: 'a node that is gone',
    plant: ({ nodes }) => {
      delete nodes['removed'];
      const values = [
        { name: 'command', left: 'rm x', right: null },
        { name: 'shell', left: 'sh', right: null },
      ];
      return [{ group: 'Removed', title: 'removed', values }];
    },
  },
  {
    name: 'an input of the workflow that is other, new or gone',
    plant: ({ inputs }) => {
      delete inputs['gone'];
      inputs['depth'] = { type: 'number', default: '2' };
      inputs['fresh'] = { type: 'string', default: text };
      const told: Change[] = [
        ['input depth', 'number, default 1', 'number, default 2'],
        ['input gone', 'string, default x', null],
        ['input fresh', null, `string, default ${text}`],
      ];
      return told.map(([name, left, right]) => ({ group: 'Workflow', title: name, values: [{ name, left, right }] }));
    },
  },
];

/** Texts that a person could have written, or could have meant to break the page with. */
export const oddText = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 30 }).map((text) => `t${text.replaceAll(/[\r\n\u0085\u2028\u2029]/g, '')}t`),
    fc.constantFrom('<img src=x onerror=alert(1)>', '**bold** `code`', '\u202Eabc\u202C', 'a\nb\nc', 'from first.a t'),
    fc.nat(9000).map((length) => `${'line of a long text\n'.repeat(length / 20)}end`),
  )
  .filter((text) => text !== 'echo 1');
