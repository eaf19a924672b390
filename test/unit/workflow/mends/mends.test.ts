import { expect, test } from 'vitest';
import { mendsIn, opened, textAfter } from './mended';

const audit = `nodes:
  packages: { run: x, outputs: { list: l.txt } }
  report:
    NODE
`;
const module = {
  'flows/m.module.yaml':
    'inputs: { names: { type: file } }\nnodes: { a: { run: x, outputs: { o: o } } }\noutputs: { o: { from: a.o } }\n',
};

/** What is wrong, the text, the title of the first mend, and the line of the text that it makes. */
const cases: [what: string, text: string, title: string, line: string][] = [
  [
    'a node that is not there, in a wire',
    audit.replace('NODE', 'inputs: { a: { from: pakages.list } } # why\n    run: x'),
    'Change to “packages.list”',
    '    inputs: { a: { from: packages.list } } # why',
  ],
  [
    'a node and an output that are not there',
    audit.replace('NODE', 'inputs: { a: { from: "pakages.lists" } }\n    run: x'),
    'Change to “packages.list”',
    '    inputs: { a: { from: "packages.list" } }',
  ],
  [
    'a node that is not there, in needs',
    audit.replace('NODE', 'needs: [pakages]\n    run: x'),
    'Change to “packages”',
    '    needs: [packages]',
  ],
  [
    'a need that is there beside the right one',
    audit.replace('NODE', 'needs: [packages, pakages]\n    run: x'),
    'Remove “pakages”',
    '    needs: [packages]',
  ],
  [
    'an output that is nearly there',
    audit.replace('NODE', 'inputs: { a: { from: packages.lst } }\n    run: x'),
    'Change to “packages.list”',
    '    inputs: { a: { from: packages.list } }',
  ],
  [
    'an output that is not there at all',
    audit.replace('NODE', 'inputs: { a: { from: packages.licences } }\n    run: x'),
    'Declare the output “licences” of “packages”',
    '  packages: { run: x, outputs: { list: l.txt, licences: licences } }',
  ],
  [
    'an input of the workflow that is nearly there',
    'inputs: { lockfile: { type: file } }\nnodes: { a: { run: x, inputs: { l: { from: inputs.lokfile } } } }\n',
    'Change to “inputs.lockfile”',
    'nodes: { a: { run: x, inputs: { l: { from: inputs.lockfile } } } }',
  ],
  [
    'the word before an input of the workflow',
    'inputs: { lockfile: { type: file } }\nnodes: { a: { run: x, inputs: { l: { from: input.lockfile } } } }\n',
    'Change to “inputs.lockfile”',
    'nodes: { a: { run: x, inputs: { l: { from: inputs.lockfile } } } }',
  ],
  [
    'an input of the workflow that is not there at all',
    'nodes: { a: { run: x, inputs: { l: { from: inputs.lockfile } } } }\n',
    'Declare the input “lockfile” of the workflow',
    'inputs: { lockfile: { type: string } }',
  ],
  [
    'an input that the module does not have',
    'nodes: { a: { uses: m.module.yaml, inputs: { name: x } } }\n',
    'Change to “names”',
    'nodes: { a: { uses: m.module.yaml, inputs: { names: x } } }',
  ],
  [
    'a wire without its output',
    audit.replace('NODE', 'inputs: { a: { from: packages } }\n    run: x'),
    'Change to “packages.list”',
    '    inputs: { a: { from: packages.list } }',
  ],
  [
    'a need twice',
    audit.replace('NODE', 'needs:\n      - packages # one\n      - packages # two\n    run: x'),
    'Remove the second “packages”',
    '      - packages # one',
  ],
  ['a node that needs itself', audit.replace('NODE', 'needs: [report]\n    run: x'), 'Remove “report”', '  report:'],
  ['a misspelt key', audit.replace('NODE', 'timout: 3s\n    run: x'), 'Change to “timeout”', '    timeout: 3s'],
  [
    'a misspelt key in quotes',
    audit.replace('NODE', '"timout": 3s\n    run: x'),
    'Change to “timeout”',
    '    "timeout": 3s',
  ],
  [
    'a misspelt key of the file',
    audit.replace('NODE', 'run: x').replace('nodes:', 'node:'),
    'Change to “nodes”',
    'nodes:',
  ],
  [
    'a misspelt shell',
    audit.replace('NODE', 'run: x\n    shell: Pyton # 3'),
    'Change to “python”',
    '    shell: python # 3',
  ],
  [
    'a misspelt condition',
    audit.replace('NODE', 'run: x\n    when: allways'),
    'Change to “always”',
    '    when: always',
  ],
  ['a misspelt machine', audit.replace('NODE', 'run: x\n    machine: larg'), 'Change to “large”', '    machine: large'],
  [
    'a misspelt type',
    'inputs: { a: { type: strng, default: b } }\nnodes: { a: { run: x } }\n',
    'Change to “string”',
    'inputs: { a: { type: string, default: b } }',
  ],
  [
    'an input that is its type',
    'inputs: { a: file }\nnodes: { a: { run: x } }\n',
    'Change to “{ type: file }”',
    'inputs: { a: { type: file } }',
  ],
  [
    'an input without a type',
    'inputs: { a: { default: 3 } }\nnodes: { a: { run: x } }\n',
    'Add “type: number”',
    'inputs: { a: { default: 3, type: number } }',
  ],
  [
    'a shell of a module',
    'nodes:\n  a:\n    uses: m.module.yaml\n    shell: bash # no\n',
    'Remove “shell”',
    '    uses: m.module.yaml',
  ],
  [
    'an id that cannot be used',
    'nodes:\n  Build It: { run: x }\n  b: { run: x, needs: [Build It] }\n',
    'Rename to “build-it”',
    '  b: { run: x, needs: [build-it] }',
  ],
  [
    'a name that cannot be used',
    'inputs: { lock-file: { type: file } }\nnodes: { a: { run: x } }\n',
    'Rename to “lock_file”',
    'inputs: { lock_file: { type: file } }',
  ],
  [
    'a place of no node',
    'nodes: { packages: { run: x } }\nlayout: { pakages: [0, 0] }\n',
    'Change to “packages”',
    'layout: { packages: [0, 0] }',
  ],
  [
    'a place of a node that went',
    'nodes: { packages: { run: x } }\nlayout: { packages: [1, 1], scan: [0, 0] }\n',
    'Remove the place of “scan”',
    'layout: { packages: [1, 1] }',
  ],
];

test.each(cases)('%s has a mend', async (_, text, title, line) => {
  const before = await opened(text, module);
  const [problem, ...others] = before.loaded.problems;
  const [mend] = problem === undefined ? [] : mendsIn(before, problem);
  expect(mend?.title).toBe(title);
  const after = mend === undefined ? '' : textAfter(before, mend);
  expect(after.split('\n')).toContain(line);
  const left = (await opened(after, module)).loaded.problems;
  expect(left.length).toBeLessThanOrEqual(others.length);
});

test('a wrong word is mended in a file with anchors too, in its own place', async () => {
  const before = await opened('nodes:\n  packages: &p { run: x }\n  b: { run: x, needs: [pakages] }\n');
  const [problem] = before.loaded.problems;
  const [mend] = problem === undefined ? [] : mendsIn(before, problem);
  expect(mend?.kind).toBe('text');
  expect(mend && textAfter(before, mend)).toContain('needs: [packages]');
});

test('a cycle is shown, since only a person knows which way it should go', async () => {
  const before = await opened('nodes:\n  a: { run: x, needs: [b] }\n  b: { run: x, needs: [a] }\n');
  const [problem] = before.loaded.problems;
  expect(problem && mendsIn(before, problem)).toEqual([{ kind: 'show', title: 'Show the cycle', nodeIds: ['b', 'a'] }]);
});

test.each([
  ['would wait for itself', 'nodes:\n  packages: { run: x, needs: [b] }\n  b: { run: x, needs: [pakages] }\n'],
  ['would be two actions', 'nodes: { a: { run: x, scrpt: y } }\n'],
  ['could not have the value', 'nodes: { a: { run: x, timout: soon } }\n'],
  ['is there already', 'nodes: { a: { run: x, timeout: 3s, timout: 4s } }\n'],
  ['could be many things', 'nodes: { a: { run: x, needs: [something-else] } }\n'],
])('nothing is offered for what %s', async (_, text) => {
  const before = await opened(text);
  expect(before.loaded.problems.flatMap((problem) => mendsIn(before, problem))).toEqual([]);
});

test('a place for no node at all is not taken for one that was misspelt', async () => {
  const before = await opened('nodes:\n  n: { run: x }\nlayout:\n  : [0, 0]\n');
  expect(before.loaded.problems.map(({ message }) => message)).toContain('There is no node `` to place.');
  expect(before.loaded.problems.flatMap((problem) => mendsIn(before, problem).map(({ title }) => title))).not.toContain(
    'Change to “n”',
  );
});

test('a name of 1,000 letters does not fill the menu', async () => {
  const name = `A${'b'.repeat(1000)}`;
  const before = await opened(`nodes:\n  ${JSON.stringify(name)}: { run: x }\n`);
  const [mend] = before.loaded.problems.flatMap((problem) => mendsIn(before, problem));
  expect(mend?.title.length).toBeLessThan(100);
});
