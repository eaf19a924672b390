import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCopy, type CopyPlan } from '../../../src/extension/newFromRun/copyPlan';
import { loadWorkflow, readFrom } from '../../../src/model/workflow/load';
import type { WorkflowSource } from '../../../src/model/workflow/workflow';

const entryText = `nodes:
  list: { script: tools/list.sh, outputs: { list: l.txt } }
  scan: { uses: ../shared/scan.module.yaml, inputs: { list: { from: list.list } } }
`;
const moduleText = `inputs:
  list: { type: file }
nodes:
  only: { script: scan.sh }
`;
const ran: WorkflowSource = {
  entry: 'audit/audit.workflow.yaml',
  files: {
    'audit/audit.workflow.yaml': entryText,
    'audit/tools/list.sh': 'echo list > l.txt\n',
    'shared/scan.module.yaml': moduleText,
    'shared/scan.sh': 'echo scan\n',
  },
};
const versionOf = async ({ entry, files }: WorkflowSource) => (await loadWorkflow(entry, readFrom(files))).versionId;
const plan = (disk: Readonly<Record<string, string>>, entry = 'audit/audit-copy.workflow.yaml'): Promise<CopyPlan> =>
  planCopy(ran, { entry, freeFolder: 'audit/audit-copy', read: (key) => Promise.resolve(disk[key]) });

describe('A new workflow of the version that ran', () => {
  it('is one file while all that it refers to is as it was', async () => {
    expect((await plan(ran.files)).created).toEqual(['audit/audit-copy.workflow.yaml']);
  });

  it('brings back a script that is missing beside it, and makes nothing outside of its folder', async () => {
    const { 'audit/tools/list.sh': _script, ...others } = ran.files;
    expect((await plan(others)).created).toEqual(['audit/audit-copy.workflow.yaml', 'audit/tools/list.sh']);
    const { 'shared/scan.sh': _scan, ...without } = ran.files;
    expect(await plan(without)).toMatchObject({ layout: 'folder' });
  });

  it('has a folder of its own when a file that it refers to is another now', async () => {
    const { created, source, layout } = await plan({ ...ran.files, 'shared/scan.sh': 'echo changed\n' });
    expect(layout).toBe('folder');
    expect(source.entry).toBe('audit/audit-copy/audit/audit-copy.workflow.yaml');
    expect(created).toContain('audit/audit-copy/shared/scan.sh');
  });

  it('is that version wherever it goes and whatever is there, and overwrites nothing', async () => {
    const version = await versionOf(ran);
    expect(version).not.toBeNull();
    const disks = fc.dictionary(
      fc.constantFrom(...Object.keys(ran.files), 'x/tools/list.sh'),
      fc.constantFrom('', 'other\n'),
    );
    const entries = fc.constantFrom('audit/audit-copy.workflow.yaml', 'new.workflow.yaml', 'x/y/new.workflow.yaml');
    const same = fc.subarray(Object.entries(ran.files));
    await fc.assert(
      fc.asyncProperty(disks, same, entries, async (changed, unchanged, entry) => {
        const disk = { ...changed, ...Object.fromEntries(unchanged) };
        const made = await plan(disk, entry);
        expect(made.created.filter((key) => key in disk)).toEqual([]);
        const after = {
          ...disk,
          ...Object.fromEntries(made.created.map((key) => [key, made.source.files[key] ?? ''])),
        };
        expect(await versionOf({ entry: made.source.entry, files: after })).toBe(version);
      }),
    );
  });
});
