import { expect, test } from 'vitest';
import { loadWorkflow, readFrom } from '../../../src/model/workflow/load';
import { pathOfModule, renamedEntry, scopeAtPath, sourceOfScope } from '../../../src/model/workflow/moduleScope';
import { scopeOf } from '../../../src/model/workflow/runNodes';

const files = {
  'a.workflow.yaml': 'nodes:\n  one: { uses: parts/b.module.yaml }\n  list: { script: list.sh }\n',
  'list.sh': 'ls\n',
  'parts/b.module.yaml': 'nodes:\n  two: { uses: c.module.yaml }\n  plain: { run: x }\n',
  'parts/c.module.yaml': 'nodes:\n  three: { uses: deeper/d.module.yaml }\n',
  'parts/deeper/d.module.yaml': 'nodes:\n  four: { script: four.sh }\n',
  'parts/deeper/four.sh': 'echo four\n',
};

async function loaded() {
  const { source, workflow, modules } = await loadWorkflow('a.workflow.yaml', readFrom(files));
  if (workflow === null) throw new Error('The workflow of the test cannot be read.');
  return { source, scope: scopeOf({ source, workflow, modules }) };
}

test('a module three levels deep is found by its path', async () => {
  const { scope } = await loaded();
  expect(scopeAtPath(scope, 'one/two/three')?.file).toBe('parts/deeper/d.module.yaml');
  expect(pathOfModule(scope, 'parts/deeper/d.module.yaml')).toBe('one/two/three');
});

test('there is no module at a node that is none, nor at a path that leads nowhere', async () => {
  const { scope } = await loaded();
  for (const path of ['list', 'one/plain', 'one/none/three', '']) expect(scopeAtPath(scope, path)).toBeNull();
  expect(pathOfModule(scope, 'a.workflow.yaml')).toBeNull();
});

test('a module as a workflow of its own has what it is made of, and nothing of what uses it', async () => {
  const { scope, source } = await loaded();
  const two = scopeAtPath(scope, 'one/two');
  if (two === null) throw new Error('The module of the test is not found.');
  const { entry, files: kept } = sourceOfScope(two, source);
  expect(entry).toBe('parts/c.module.yaml');
  expect(Object.keys(kept).sort()).toEqual([
    'parts/c.module.yaml',
    'parts/deeper/d.module.yaml',
    'parts/deeper/four.sh',
  ]);
});

test('a module under another name in its folder is the same version', async () => {
  const texts: Record<string, string> = {
    'parts/scan.module.yaml': 'nodes: { deep: { uses: deep.module.yaml }, look: { script: look.sh } }',
    'parts/deep.module.yaml': 'nodes: { list: { run: ls } }',
    'parts/look.sh': 'ls',
  };
  const versionOf = async (entry: string, files: Readonly<Record<string, string>>) =>
    (await loadWorkflow(entry, (file) => Promise.resolve(files[file]))).versionId;
  const renamed = renamedEntry({ entry: 'parts/scan.module.yaml', files: texts }, 'look.module.yaml');
  expect(renamed.entry).toBe('parts/look.module.yaml');
  expect(Object.keys(renamed.files).sort()).toEqual([
    'parts/deep.module.yaml',
    'parts/look.module.yaml',
    'parts/look.sh',
  ]);
  const before = await versionOf('parts/scan.module.yaml', texts);
  expect(before).not.toBeNull();
  expect(await versionOf(renamed.entry, renamed.files)).toBe(before);
});
