/** Re-run from Failed and from Here: what succeeded before that point is taken over, and only the rest is executed. */
import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeEnvironment, type EngineClient } from '../../src/engine/client/client';
import type { RunDetails } from '../../src/model/run/run';
import { nodesToRun } from '../../src/model/workflow/nodesToRun';
import { runNodesOf, scopeOf } from '../../src/model/workflow/runNodes';
import type { Workflow, WorkflowNode } from '../../src/model/workflow/workflow';
import { deleteRun, readLog, rerun, type RerunPart } from '../../src/protocol/engine';
import { eachTestHasAVault, nodeStatuses } from './testVault';

const current = eachTestHasAVault();

/** Each node leaves a line in `marks` when it is executed. */
function workflow(count: string): string {
  const marks = current.vault.path('marks');
  const node = (name: string, rest: string, command: string): string =>
    `  ${name}: { ${rest}run: 'echo ${name} >> ${marks}; ${command}' }\n`;
  return [
    'nodes:\n',
    node('list', 'outputs: { list: list.txt }, ', 'echo listing; echo one two > list.txt'),
    node('other', '', 'true'),
    node('count', 'inputs: { list: { from: list.list } }, outputs: { count: count.txt }, ', count),
    node(
      'report',
      'inputs: { count: { from: count.count } }, outputs: { report: report.txt }, ',
      'cp "$count" report.txt',
    ),
    node('tidy', 'needs: [count], when: always, ', 'true'),
  ].join('');
}
const broken = 'exit 3';
const working = 'wc -w < "$list" > count.txt';

async function again(client: EngineClient, run: RunDetails, part: Omit<RerunPart & { kind: 'rest' }, 'kind'>) {
  rmSync(current.vault.path('marks'), { force: true });
  const params = { runId: run.id, part: { kind: 'rest' as const, ...part }, creationType: 'API' as const };
  const { id } = await client.send(rerun, { ...params, environment: nodeEnvironment(process.env) });
  return current.vault.ended(client, id);
}
const executed = (): string[] => current.vault.lines('marks').toSorted();

describe('a part of a run', () => {
  test('from what failed, with the live version: only what must run does, on the results that stand', async () => {
    const { vault } = current;
    const first = await vault.run(workflow(broken));
    expect(first.status).toBe('Partial Success');
    const client = await vault.connect();
    vault.write('test.workflow.yaml', workflow(working));
    const run = await again(client, first, { from: null, version: 'live' });
    expect(run).toMatchObject({ status: 'Completed', rerunOf: first.id });
    expect(executed()).toEqual(['count', 'report', 'tidy']);
    expect(run.nodes.map(({ id, reusedFrom }) => [id, reusedFrom])).toEqual([
      ['list', first.id],
      ['other', first.id],
      ['count', null],
      ['report', null],
      ['tidy', null],
    ]);
    expect(readFileSync(run.nodes[3]!.outputs[0]!.path, 'utf8').trim()).toBe('2');

    // What it took over is its own: the run before may go.
    await client.send(deleteRun, { runId: first.id });
    expect(readFileSync(run.nodes[0]!.outputs[0]!.path, 'utf8')).toBe('one two\n');
    const log = { runId: run.id, nodeId: 'list', attempt: null, stream: 'stdout' as const };
    expect(await client.send(readLog, { ...log, offset: 0, maxBytes: 100 })).toMatchObject({ text: 'listing\n' });

    const third = await again(client, run, { from: 'report', version: 'ran' });
    expect(executed()).toEqual(['report']);
    expect(third.nodes[0]).toMatchObject({ reusedFrom: first.id });
    expect(third.status).toBe('Completed');
  });

  test('of the version that ran, fails as it did, though the live one is mended', async () => {
    const first = await current.vault.run(workflow(broken));
    current.vault.write('test.workflow.yaml', workflow(working));
    const run = await again(await current.vault.connect(), first, { from: null, version: 'ran' });
    expect(executed()).toEqual(['count', 'tidy']);
    expect(nodeStatuses(run)).toEqual({
      list: 'succeeded',
      other: 'succeeded',
      count: 'failed',
      report: 'skipped',
      tidy: 'succeeded',
    });
  });

  test('inside a module is run with what comes after the module, not with what the module did before', async () => {
    const { vault } = current;
    const marks = vault.path('marks');
    const step = (name: string, rest: string, command: string) =>
      `  ${name}: { ${rest}run: 'echo ${name} >> ${marks}; ${command}' }\n`;
    const module = (command: string): string =>
      `nodes:\n${step('good', '', 'true')}${step('bad', 'needs: [good], ', command)}${step('late', 'needs: [bad], ', 'true')}`;
    vault.write('part.module.yaml', module('test -e "$WORKSPACE/fixed"'));
    const first = await vault.run(
      `nodes:\n  part: { uses: ./part.module.yaml }\n${step('next', 'needs: [part], ', 'true')}`,
    );
    expect(first.status).toBe('Failed');
    vault.write('fixed', '');
    const run = await again(await vault.connect(), first, { from: null, version: 'live' });
    expect(run.status).toBe('Completed');
    expect(executed()).toEqual(['bad', 'late', 'next']);
    expect(run.nodes.find(({ id }) => id === 'part/good')).toMatchObject({ reusedFrom: first.id });
    expect(run.nodes.find(({ id }) => id === 'part')).toMatchObject({ reusedFrom: null, status: 'succeeded' });
  });

  test('is refused when a result is gone, when there is nothing to do, and for a node that is not there', async () => {
    const { vault } = current;
    const first = await vault.run(workflow(working));
    const client = await vault.connect();
    await expect(again(client, first, { from: null, version: 'ran' })).rejects.toThrow('Every node of the run');
    await expect(again(client, first, { from: 'gone', version: 'ran' })).rejects.toThrow('no node gone');
    rmSync(dirname(first.nodes[0]!.outputs[0]!.path), { recursive: true });
    await expect(again(client, first, { from: 'count', version: 'ran' })).rejects.toThrow(
      'The output list of the node list is gone',
    );
    const all = await again(client, first, { from: 'list', version: 'ran' });
    expect(executed()).toEqual(['count', 'list', 'report', 'tidy']);
    expect(all.status).toBe('Completed');
  });
});

describe('the nodes to run', () => {
  const node = (id: string, needs: readonly string[]): WorkflowNode => ({
    id,
    action: { kind: 'run', shell: 'sh', run: 'true' },
    inputs: [],
    outputs: [],
    needs,
    when: 'success',
    retries: 0,
  });

  test('are those that must, and exactly all that come after them', () => {
    const graphs = fc
      .array(fc.tuple(fc.array(fc.nat(30), { maxLength: 3 }), fc.boolean()), { minLength: 1, maxLength: 30 })
      .map((rows) =>
        rows.map(([before, must], index) => ({ must, node: node(`n${index}`, namesBefore(before, index)) })),
      );
    const namesBefore = (before: readonly number[], index: number): string[] =>
      [...new Set(before.filter((other) => other < index))].map((other) => `n${other}`);
    fc.assert(
      fc.property(graphs, (rows) => {
        const nodes = rows.map(({ node }) => node);
        const workflow: Workflow = { kind: 'workflow', fleet: 'local', inputs: [], nodes, outputs: [], layout: {} };
        const scope = scopeOf({ source: { entry: 'w.workflow.yaml' }, workflow, modules: {} });
        const must = new Set(rows.filter(({ must }) => must).map(({ node }) => node.id));
        const found = nodesToRun(scope, ({ path }) => must.has(path));
        for (const { path, node } of runNodesOf(scope)) {
          expect(found.has(path)).toBe(must.has(path) || node.needs.some((need) => found.has(need)));
        }
      }),
    );
  });
});
