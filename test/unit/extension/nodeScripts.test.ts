import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../../src/extension/nodeScripts/commandLine';
import { commandOf } from '../../../src/extension/nodeScripts/commandText';
import { nodeOfScriptPath, nodeScriptPath } from '../../../src/extension/nodeScripts/nodeScriptPath';
import { ScriptStamps } from '../../../src/extension/nodeScripts/scriptStamps';
import { editWorkflow } from '../../../src/model/workflow/edit/editWorkflow';
import { parseWorkflow } from '../../../src/model/workflow/parse';

const file = 'a.workflow.yaml';
const pieces = fc.constantFrom(
  'echo',
  ' ',
  '\n',
  '\t',
  '"',
  "'",
  '#',
  ': ',
  '- ',
  '\\',
  'ä',
  '✓',
  '😀',
  '%',
  '|',
  '\r',
  '$x',
  '  ',
);
const commands = fc
  .array(pieces, { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

function workflow(lineEnd: string): string {
  return ['nodes:', '  one:', '    run: echo 1 # first', '', '  two:', '    run: |', '      a', '      b', ''].join(
    lineEnd,
  );
}

/** Writes a command as a tab does that was saved. */
function save(text: string, nodeId: string, saved: string): string {
  const value = commandOf(saved, read(text, nodeId));
  const result = editWorkflow(text, parseWorkflow(file, text), {
    kind: 'setNodeField',
    nodeId,
    field: { name: 'run', value },
  });
  if (result.kind === 'refused') throw new Error(result.message);
  return result.edits.reduceRight(
    (now, edit) => now.slice(0, edit.offset) + edit.text + now.slice(edit.offset + edit.length),
    text,
  );
}

function read(text: string, nodeId: string): string {
  const action = parseWorkflow(file, text).workflow?.nodes.find(({ id }) => id === nodeId)?.action;
  return action?.kind === 'run' ? action.run : '';
}

describe('a script that is saved from its tab', () => {
  it('changes no byte of the workflow when it is what was read, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('one', 'two'),
        commands,
        (lineEnd, nodeId, command) => {
          const text = save(workflow(lineEnd), nodeId, command);
          expect(save(text, nodeId, read(text, nodeId))).toBe(text);
        },
      ),
    );
  });

  it('is read again as it was written, but for what editors add by themselves', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('one', 'two'),
        commands,
        (lineEnd, nodeId, command) => {
          const before = workflow(lineEnd);
          expect(read(save(before, nodeId, command), nodeId)).toBe(commandOf(command, read(before, nodeId)));
        },
      ),
    );
  });

  it('keeps its last line end, and loses one that was added to a command of one line', () => {
    expect(commandOf('a\nb\nc\n', 'a\nb\n')).toBe('a\nb\nc\n');
    expect(commandOf('a\nb\nc', 'a\nb\n')).toBe('a\nb\nc');
    expect(commandOf('echo 2\n', 'echo 1')).toBe('echo 2');
    expect(commandOf('echo 2\n\n', 'echo 1')).toBe('echo 2\n\n');
    expect(commandOf('echo 2\n', 'a\nb\n')).toBe('echo 2\n');
  });

  it('takes no byte order mark and no CR LF from an editor, unless the command had them', () => {
    expect(commandOf('\uFEFFa\r\nb\r\n', 'x\ny\n')).toBe('a\nb\n');
    expect(commandOf('a\r\nc', 'a\r\nb')).toBe('a\r\nc');
  });
});

describe('the address of a script', () => {
  it('leads back to the node, for every shell and path', () => {
    const parts = fc.stringMatching(/^[^/\0]{1,12}$/);
    const ids = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
    fc.assert(
      fc.property(fc.array(parts), ids, fc.constantFrom('sh', 'bash', 'python', 'node'), (folders, nodeId, shell) => {
        const address = { workflow: `/${[...folders, file].join('/')}`, nodeId };
        expect(nodeOfScriptPath(nodeScriptPath(address, shell))).toEqual(address);
      }),
    );
    expect(nodeOfScriptPath('/a/b.sh')).toBeUndefined();
    expect(nodeOfScriptPath('/a.workflow.yaml')).toBeUndefined();
  });
});

describe('the versions of a script, as VS Code tells them apart', () => {
  it('are never of one size for two texts, and later with each change', () => {
    const stamps = new ScriptStamps();
    const texts = ['aaaa', 'bbbb', 'ccccc', 'dddd', 'aaaa'];
    const seen = texts.map((text) => stamps.of(text));
    expect(new Set(seen.slice(0, 4).map(({ size }) => size)).size).toBe(4);
    expect(seen[4]?.size).toBe(seen[0]?.size);
    for (const [index, { mtime }] of seen.entries()) expect(mtime).toBeGreaterThan(seen[index - 1]?.mtime ?? 0);
    expect(stamps.of('aaaa')).toBe(seen[4]);
  });
});

describe('the line above which the text offers to open a script', () => {
  it('is that of the command, never a line of its text or of a label', () => {
    expect(commandLine(['  one:', '    label: |', '      run: no', '    run: |', '      run: no'])).toBe(3);
    expect(commandLine(['  one:', '    # about it', '', '    shell: sh', '    run: a'])).toBe(4);
    expect(commandLine(['  one: { run: a }'])).toBeNull();
    expect(commandLine(['  one:', '    script: |', '      run: b'])).toBeNull();
  });
});
