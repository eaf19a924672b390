/** Re-run from Failed and from Here: what succeeded before that point is taken over, and only the rest is executed. */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeEnvironment, type EngineClient } from '../../src/engine/client/client';
import { everyRun } from '../../src/model/run/query';
import type { NodeRun, RunDetails } from '../../src/model/run/run';
import { deleteRun, listRuns, readLog, rerun, stopRun, type RerunPart } from '../../src/protocol/engine';
import { eachTestHasAVault, killAll, nodeStatuses, waitFor } from './testVault';

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
const nodesOf = (run: RunDetails, id: string): NodeRun | undefined => run.nodes.find((node) => node.id === id);
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

  test('from a node before a module runs the module whole, and nothing that does not come after it', async () => {
    const { vault } = current;
    const step = (name: string, rest: string): string =>
      `  ${name}: { ${rest}run: 'echo ${name} >> ${vault.path('marks')}' }\n`;
    vault.write('part.module.yaml', `nodes:\n${step('in', '')}${step('out', 'needs: [in], ')}`);
    const first = await vault.run(
      `nodes:\n${step('begin', '')}${step('other', '')}  part: { uses: ./part.module.yaml, needs: [begin] }\n`,
    );
    expect(first.status).toBe('Completed');
    const run = await again(await vault.connect(), first, { from: 'begin', version: 'ran' });
    expect(executed()).toEqual(['begin', 'in', 'out']);
    expect(nodesOf(run, 'other')).toMatchObject({ reusedFrom: first.id });
    expect(nodesOf(run, 'part')).toMatchObject({ reusedFrom: null, status: 'succeeded' });
  });

  test('of a run that was stopped runs what was running and what had not begun', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const marks = vault.path('marks');
    const { id } = await vault.start(
      client,
      `nodes:
  done: { run: 'echo done >> ${marks}' }
  wait: { needs: [done], run: 'echo wait >> ${marks}; until [ -e "$WORKSPACE/go" ]; do sleep 0.05; done' }
  late: { needs: [wait], run: 'echo late >> ${marks}' }
`,
    );
    await waitFor(() => vault.lines('marks').includes('wait'));
    await client.send(stopRun, { runId: id });
    const stopped = await vault.ended(client, id);
    expect(stopped.status).toBe('Stopped');
    vault.write('go', '');
    const run = await again(client, stopped, { from: null, version: 'ran' });
    expect(run.status).toBe('Completed');
    expect(executed()).toEqual(['late', 'wait']);
    expect(nodesOf(run, 'done')).toMatchObject({ reusedFrom: id });
  });

  test('is refused when a result is gone, when there is nothing to do, and for a node that is not there', async () => {
    const { vault } = current;
    const first = await vault.run(workflow(working));
    const client = await vault.connect();
    await expect(again(client, first, { from: null, version: 'ran' })).rejects.toThrow('Every node of the run');
    await expect(again(client, first, { from: 'gone', version: 'ran' })).rejects.toThrow('no node gone');
    rmSync(dirname(first.nodes[0]!.outputs[0]!.path), { recursive: true });
    await expect(again(client, first, { from: 'count', version: 'ran' })).rejects.toThrow(
      /^Nothing was started, since a result to go on with is gone: the output list \(.*list\.txt\) of the node list\./,
    );
    expect(executed()).toEqual([]);
    const all = await again(client, first, { from: 'count', version: 'ran', gone: 'run' });
    expect(executed()).toEqual(['count', 'list', 'report', 'tidy']);
    expect(all.status).toBe('Completed');
    expect(nodesOf(all, 'other')).toMatchObject({ reusedFrom: first.id });
  });

  test('is refused while the run is active, and for files that are not what was looked at', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const waiting = 'nodes:\n  wait: { run: \'while [ ! -e "$WORKSPACE/go" ]; do sleep 0.05; done; exit 1\' }\n';
    const { id } = await vault.start(client, waiting);
    const active = await vault.until(client, id, ({ status }) => status === 'Running');
    await expect(again(client, active, { from: null, version: 'ran' })).rejects.toThrow('Wait until it has ended');
    vault.write('go', '');
    const ended = await vault.ended(client, id);
    const live = { from: null, version: 'live' as const };
    await expect(again(client, ended, { ...live, versionId: '0'.repeat(64) })).rejects.toThrow('was changed on disk');
    vault.write('test.workflow.yaml', 'nodes: { wait: { needs: [nobody], run: "true" } }');
    await expect(again(client, ended, live)).rejects.toThrow('nobody');
    await client.send(deleteRun, { runId: id });
    await expect(again(client, ended, { from: null, version: 'ran' })).rejects.toThrow(/no run/);
  });

  test('drops an input that has another type by now, and runs what it feeds', async () => {
    const { vault } = current;
    const text = (input: string): string =>
      `inputs:\n  level: ${input}\nnodes:\n` +
      `  free: { run: 'echo free >> ${vault.path('marks')}' }\n` +
      `  fed: { inputs: { level: { from: inputs.level } }, run: 'echo fed $level >> ${vault.path('marks')}' }\n`;
    const first = await vault.run(text('{ type: string, default: x }'), { inputs: { level: 'high' } });
    vault.write('test.workflow.yaml', text('{ type: number, default: 3 }'));
    const run = await again(await vault.connect(), first, { from: null, version: 'live' });
    expect(executed()).toEqual(['fed 3']);
    expect(run.inputs).toMatchObject([{ name: 'level', type: 'number', value: '3' }]);
  });
});

describe('what is taken over', () => {
  /** Its first node leaves so many files that copying them takes a while. */
  const manyFiles = (): string =>
    "nodes:\n  many: { run: 'mkdir all; cd all; i=0; while [ $i -lt 700 ]; do : > f$i; i=$((i+1)); done', outputs: { all: all } }\n" +
    `  late: { inputs: { all: { from: many.all } }, run: 'echo late >> ${current.vault.path('marks')}; test -e "$WORKSPACE/fixed"' }\n`;
  const copies = (): string[] => {
    const folder = join(current.vault.home, 'takeovers');
    return existsSync(folder) ? readdirSync(folder) : [];
  };

  test('leaves no folder without a run when the engine is killed in the midst of copying', async () => {
    const { vault } = current;
    const first = await vault.run(manyFiles());
    const client = await vault.connect();
    const asked = again(client, first, { from: null, version: 'ran' }).catch(() => 'lost');
    await waitFor(() => copies().length > 0);
    await killAll([client.engine.pid]);
    expect(await asked).toBe('lost');
    expect(copies()).toHaveLength(1);
    const next = await vault.connect();
    const { runs } = await next.send(listRuns, { filter: everyRun, order: 'newest', limit: 10, after: null });
    expect(runs.map(({ id }) => id)).toEqual([first.id]);
    expect(copies()).toEqual([]);
    expect(readdirSync(join(vault.home, 'runs'))).toEqual([first.id]);
    vault.write('fixed', '');
    const run = await again(next, first, { from: null, version: 'ran' });
    expect(run.status).toBe('Completed');
    expect(readdirSync(run.nodes[0]!.outputs[0]!.path)).toHaveLength(700);
  });

  test('reaches its run also when the engine died before the files were in their place', async () => {
    const { vault } = current;
    const first = await vault.run(workflow(working));
    const client = await vault.connect();
    const run = await again(client, first, { from: 'report', version: 'ran' });
    await killAll([client.engine.pid]);
    // As it is right after the run was stored.
    renameSync(join(vault.home, 'runs', run.id), join(vault.home, 'takeovers', run.id));
    await vault.connect();
    expect(copies()).toEqual([]);
    expect(readFileSync(run.nodes[0]!.outputs[0]!.path, 'utf8')).toBe('one two\n');
  });

  test('cannot be deleted while it is copied, and can be afterwards', async () => {
    const { vault } = current;
    const first = await vault.run(manyFiles());
    const client = await vault.connect();
    const asked = again(client, first, { from: null, version: 'ran' });
    await waitFor(() => copies().length > 0);
    await expect(client.send(deleteRun, { runId: first.id })).rejects.toThrow('being copied');
    const run = await asked;
    await client.send(deleteRun, { runId: first.id });
    expect(readdirSync(run.nodes[0]!.outputs[0]!.path)).toHaveLength(700);
  });

  test('goes on without sockets and pipes that a command left in its folder', async () => {
    const { vault } = current;
    const first = await vault.run(
      `nodes:\n  pipes: { run: 'mkfifo pipe; ln -s pipe link; echo x > o', outputs: { o: o } }\n  bad: { needs: [pipes], run: exit 1 }\n`,
    );
    const run = await again(await vault.connect(), first, { from: null, version: 'ran' });
    expect(run.nodes.map(({ status, reusedFrom }) => [status, reusedFrom])).toEqual([
      ['succeeded', first.id],
      ['failed', null],
    ]);
  });
});

describe('from Failed, after all was mended', () => {
  /** Each node leaves its path; it fails while a file of its path is in `bad`. */
  const step = '{ NEEDS run: \'echo "$NODE_ID" >> "$WORKSPACE/marks"; test ! -e "$WORKSPACE/bad/$NODE_ID"\' REST }';
  const written = (needs: readonly string[], rest: string): string =>
    step.replace('NEEDS', needs.length === 0 ? '' : `needs: [${needs.join(', ')}],`).replace('REST', rest);

  interface Row {
    readonly needs: readonly number[];
    readonly kind: 'step' | 'retried' | 'always' | 'module';
    readonly isBad: boolean;
  }
  const graphs: fc.Arbitrary<readonly Row[]> = fc.array(
    fc.record({
      needs: fc.array(fc.nat(7), { maxLength: 2 }),
      kind: fc.constantFrom<Row['kind']>('step', 'step', 'retried', 'always', 'module'),
      isBad: fc.boolean(),
    }),
    { minLength: 3, maxLength: 8 },
  );

  test('executes what did not succeed and all after it, and nothing else, whatever the graph', async () => {
    const { vault } = current;
    vault.write(
      'part.module.yaml',
      `nodes:\n  a: ${written([], '')}\n  b: ${written(['a'], '')}\n  c: ${written([], '')}\n`,
    );
    const client = await vault.connect();
    await fc.assert(
      fc.asyncProperty(graphs, async (rows) => {
        rmSync(vault.path('bad'), { recursive: true, force: true });
        const ids = rows.map((_, index) => `n${index}`);
        const needs = rows.map((row, index) => [...new Set(row.needs.filter((other) => other < index))]);
        const leaves = rows.map(({ kind }, index) =>
          kind === 'module' ? ['a', 'b', 'c'].map((inner) => `n${index}/${inner}`) : [`n${index}`],
        );
        const lines = rows.map(({ kind, isBad }, index) => {
          const names = (needs[index] ?? []).map((other) => `n${other}`);
          if (isBad) vault.write(`bad/${kind === 'module' ? `n${index}/b` : `n${index}`}`, '');
          if (kind === 'module') return `  n${index}: { uses: ./part.module.yaml, needs: [${names.join(', ')}] }`;
          const rest = kind === 'retried' ? ', retries: 1' : kind === 'always' ? ', when: always' : '';
          return `  n${index}: ${written(names, rest)}`;
        });
        rmSync(vault.path('marks'), { force: true });
        const first = await vault.run(`nodes:\n${lines.join('\n')}\n`);
        const status = nodeStatuses(first);

        // What has to run, by nothing but reachability between nodes that have a process.
        const after = (path: string): string[] => {
          const top = ids.indexOf(path.split('/')[0] ?? '');
          const behind = leaves.filter((_, other) => needs[other]?.includes(top)).flat();
          return path.endsWith('/a') ? [...behind, path.replace(/a$/, 'b')] : behind;
        };
        const expected = new Set(leaves.flat().filter((path) => status[path] !== 'succeeded'));
        for (const path of expected) for (const next of after(path)) expected.add(next);

        rmSync(vault.path('bad'), { recursive: true, force: true });
        if (expected.size === 0) {
          await expect(again(client, first, { from: null, version: 'ran' })).rejects.toThrow('Every node of the run');
          return;
        }
        const run = await again(client, first, { from: null, version: 'ran' });
        expect(executed()).toEqual([...expected].toSorted());
        expect(run.status).toBe('Completed');
        const reused = run.nodes.filter(({ reusedFrom }) => reusedFrom === first.id).map(({ id }) => id);
        expect(reused.filter((id) => leaves.flat().includes(id))).toEqual(
          leaves.flat().filter((path) => !expected.has(path)),
        );
      }),
      { numRuns: 12 },
    );
  });
});
