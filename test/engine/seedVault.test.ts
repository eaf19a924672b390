import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { nodeEnvironment } from '../../src/engine/client/client';
import { everyRun } from '../../src/model/run/query';
import { countRuns, getRun, getSnapshot, listFacets, listRuns, rerun } from '../../src/protocol/engine';
import { seedVault } from './seed/seedVault';
import { eachTestHasAVault } from './testVault';

const current = eachTestHasAVault();

describe('a seeded vault', () => {
  test('is one that an engine leads, and goes on with new runs of the same versions', async () => {
    const { vault } = current;
    const runs = 400;
    const { authors, workflowPaths, newestRunId } = await seedVault({
      home: vault.home,
      workspaces: [vault.workspace, vault.path('second')],
      runs,
      until: Date.now(),
    });
    const client = await vault.connect();
    const { counts } = await client.send(countRuns, { filter: everyRun });
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(runs);
    expect(new Set(counts.map(({ status }) => status))).toEqual(
      new Set(['Completed', 'Partial Success', 'Failed', 'Stopped', 'Error']),
    );
    const facets = await client.send(listFacets, { folders: null });
    expect(facets.workflows.map(({ path }) => path).toSorted()).toEqual(workflowPaths.toSorted());
    expect(new Set(facets.authors)).toEqual(new Set(authors));

    const newest = await client.send(listRuns, {
      filter: { ...everyRun, statuses: ['Completed'] },
      order: 'newest',
      limit: 1,
      after: null,
    });
    const seeded = await client.send(getRun, { run: newest.runs[0]!.id });
    const environment = nodeEnvironment(process.env);
    const { id } = await client.send(rerun, {
      runId: seeded.id,
      part: { kind: 'all', inputs: null },
      creationType: 'API',
      environment,
    });
    expect(id > newestRunId!).toBe(true);
    const real = await vault.ended(client, id);
    expect(factsOf(real)).toEqual(factsOf(seeded));
    const { workspace, path } = seeded.workflow;
    const live = await vault.startFile(client, path, { workspace });
    expect(live.versionId).toBe(seeded.versionId);
    expect((await vault.ended(client, live.id)).number).toBe(real.number + 1);
    const { source } = await client.send(getSnapshot, { runId: seeded.id });
    expect(source.files[source.entry]).toBe(readFileSync(path, 'utf8'));
  });
});

/** What an execution of the same version leaves behind, whenever and wherever it is executed. */
function factsOf(run: Awaited<ReturnType<typeof current.vault.ended>>) {
  const { status, versionId, workflow, fleet, message, hasSnapshot, inputs } = run;
  const nodes = run.nodes.map(({ id, status, exitCode, attempt, message }) => ({
    id,
    status,
    exitCode,
    attempt,
    message,
  }));
  return { status, versionId, workflow, fleet, message, hasSnapshot, inputs, nodes, machines: run.machines.length };
}
