import { expect, test } from 'vitest';
import { describeVersions } from '../../../src/model/workflow/describeVersions';
import { loadWorkflow, readFrom } from '../../../src/model/workflow/load';

const entry = 'a.workflow.yaml';
const files = {
  [entry]: 'nodes:\n  scan: { uses: parts/outer.module.yaml }\n  again: { uses: parts/outer.module.yaml }\n',
  'parts/outer.module.yaml': 'nodes:\n  deep: { uses: inner.module.yaml }\n',
  'parts/inner.module.yaml': 'nodes:\n  fetch: { label: Fetch it, run: one }\n  keep: { run: keep }\n',
};

async function described(changed: Record<string, string>): Promise<string[]> {
  const before = await loadWorkflow(entry, readFrom(files));
  const after = await loadWorkflow(entry, readFrom({ ...files, ...changed }));
  return describeVersions(before, after);
}

test('what changed two modules deep is told with the file that it changed in, once', async () => {
  const inner = files['parts/inner.module.yaml'].replace('one', 'two');
  expect(await described({ 'parts/inner.module.yaml': inner })).toEqual([
    'scan: module changed',
    'again: module changed',
    'In parts/outer.module.yaml: deep: module changed',
    'In parts/inner.module.yaml: Fetch it: command changed',
  ]);
});

test('a node added to a module is told with its file', async () => {
  const outer = `${files['parts/outer.module.yaml']}  more: { run: more }\n`;
  expect(await described({ 'parts/outer.module.yaml': outer })).toContain(
    'In parts/outer.module.yaml: Node more added',
  );
});

test('a position in a module changes no version, and has no line', async () => {
  const inner = `${files['parts/inner.module.yaml']}layout: { fetch: [1, 2] }\n`;
  expect(await described({ 'parts/inner.module.yaml': inner })).toEqual([]);
});
