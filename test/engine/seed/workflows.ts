/** The workflows that seeded runs are of: files on disk, each with the version it has now and the one it had before. */
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunWorkflow } from '../../../src/model/run/run';
import { loadWorkflow, readFrom } from '../../../src/model/workflow/load';
import { versionAlgorithm } from '../../../src/model/workflow/version';
import type { StoredSnapshot } from '../../../src/engine/store/snapshots';

export interface SeededWorkflow {
  readonly workflow: RunWorkflow;
  /** What its older runs executed, and what its file says now. */
  readonly versions: { readonly before: StoredSnapshot; readonly now: StoredSnapshot };
}

const kinds = [
  { name: 'Dependency audit', project: 'supply-chain' },
  { name: 'Port survey', project: 'recon' },
  { name: 'Nightly build', project: 'delivery' },
  { name: 'Subdomain sweep', project: 'recon' },
  { name: 'Link check', project: 'handbook' },
  { name: 'Log digest', project: 'operations' },
  { name: 'Certificate watch', project: 'recon' },
  { name: 'Backup drill', project: 'operations' },
  { name: 'Licence review', project: 'supply-chain' },
  { name: 'Release notes', project: 'delivery' },
  { name: 'Bücherübersicht', project: 'handbook' },
  { name: 'Image shrink', project: 'delivery' },
];

/** Writes the workflow files, dealt out to the workspaces in turn. @param workspaces absolute paths; made if missing */
export async function seedWorkflows(workspaces: readonly string[]): Promise<SeededWorkflow[]> {
  for (const workspace of workspaces) mkdirSync(workspace, { recursive: true });
  const folders = workspaces.map((workspace) => realpathSync(workspace));
  const seeded: SeededWorkflow[] = [];
  for (const [index, kind] of kinds.entries()) {
    const workspace = folders[index % folders.length];
    if (workspace === undefined) throw new Error('Seeding needs at least one workspace folder.');
    const key = `${kind.project}/${kind.name.toLowerCase().replaceAll(' ', '-')}.workflow.yaml`;
    const path = join(workspace, key);
    const now = textOf(kind, 20);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, now);
    seeded.push({
      workflow: { path, ...kind, workspace },
      versions: { before: await snapshotOf(key, textOf(kind, 10)), now: await snapshotOf(key, now) },
    });
  }
  return seeded;
}

/** @param most lines that the report keeps: what makes one version another */
function textOf({ name, project }: (typeof kinds)[number], most: number): string {
  return `name: ${name}
project: ${project}
nodes:
  fetch: { label: Fetch, run: seq 1 40 > list.txt, outputs: { list: list.txt } }
  check: { label: Check, inputs: { list: { from: fetch.list } }, run: grep -c 1 "$list" }
  report:
    label: Report
    inputs: { list: { from: fetch.list } }
    run: head -n ${most} "$list" > report.md
    outputs: { report: report.md }
`;
}

async function snapshotOf(entry: string, text: string): Promise<StoredSnapshot> {
  const { workflow, versionId, source, modules } = await loadWorkflow(entry, readFrom({ [entry]: text }));
  if (workflow === null || versionId === null) throw new Error(`The seeded workflow ${entry} has errors.`);
  return { versionId, versionAlgorithm, source, workflow, modules };
}
