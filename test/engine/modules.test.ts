/** A module node runs its own graph: its node runs stand under it, and its status comes from them. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { getRun, rerun, stopRun } from '../../src/protocol/engine';
import { nodeEnvironment } from '../../src/engine/client/client';
import { eachTestHasAVault, killAll, nodeStatuses, waitFor } from './testVault';

const current = eachTestHasAVault();

const shout = `
inputs:
  words: { type: file }
  mark: { type: string, default: "!" }
nodes:
  upper: { inputs: { words: { from: inputs.words } }, run: 'tr a-z A-Z < "$words" > out.txt', outputs: { loud: out.txt } }
  marked:
    inputs: { loud: { from: upper.loud }, mark: { from: inputs.mark } }
    run: 'printf "%s%s" "$(cat "$loud")" "$mark" > out.txt; echo "$NODE_ID" > id.txt'
    outputs: { loud: out.txt, id: id.txt }
outputs:
  loud: { from: marked.loud }
  given: { from: inputs.words }
`;
const usesShout = `
nodes:
  say: { run: echo hello > said.txt, outputs: { said: said.txt } }
  shout: { uses: ./parts/shout.module.yaml, inputs: { words: { from: say.said }, mark: "?" } }
  show:
    inputs: { loud: { from: shout.loud }, given: { from: shout.given } }
    run: cat "$loud" "$given" > both.txt
    outputs: { both: both.txt }
`;

function outputText(
  run: { nodes: readonly { id: string; outputs: readonly { name: string; path: string }[] }[] },
  place: string,
) {
  const [id, name] = place.split('.');
  return readFileSync(
    run.nodes.find((node) => node.id === id)!.outputs.find((output) => output.name === name)!.path,
    'utf8',
  );
}

describe('a module', () => {
  test('is given its inputs, hands on its outputs, and has the node runs of its own graph under it', async () => {
    current.vault.write('parts/shout.module.yaml', shout);
    const run = await current.vault.run(usesShout);
    expect(run).toMatchObject({ status: 'Completed', message: null });
    expect(nodeStatuses(run)).toEqual({
      say: 'succeeded',
      shout: 'succeeded',
      'shout/upper': 'succeeded',
      'shout/marked': 'succeeded',
      show: 'succeeded',
    });
    expect(outputText(run, 'show.both')).toBe('HELLO?hello\n');
    expect(outputText(run, 'shout.loud')).toBe('HELLO?');
    expect(outputText(run, 'shout/marked.id')).toBe('shout/marked\n');
    const [module, first, last] = ['shout', 'shout/upper', 'shout/marked'].map((id) =>
      run.nodes.find((node) => node.id === id)!,
    );
    expect(Date.parse(module!.startedAt!)).toBeLessThanOrEqual(Date.parse(first!.startedAt!));
    expect(Date.parse(module!.endedAt!)).toBeGreaterThanOrEqual(Date.parse(last!.endedAt!));
    expect(module).toMatchObject({ attempt: 0, exitCode: null, machine: null, message: null });
  });

  test('reads scripts, files and defaults beside its own file, and a path it is given beside the file that gives it', async () => {
    const { vault } = current;
    vault.write('parts/say.sh', 'cat "$own" "$default" "$given"\n');
    for (const place of ['parts/own.txt', 'parts/default.txt', 'given.txt']) vault.write(place, `${place}\n`);
    vault.write(
      'parts/part.module.yaml',
      `
inputs: { default: { type: file, default: default.txt }, given: { type: file } }
nodes:
  say:
    script: say.sh
    inputs: { own: { file: own.txt }, default: { from: inputs.default }, given: { from: inputs.given } }
`,
    );
    const run = await vault.run('nodes: { part: { uses: ./parts/part.module.yaml, inputs: { given: given.txt } } }');
    expect(run.status).toBe('Completed');
    expect(run.nodes[1]!.inputFiles.map(({ path }) => path)).toEqual(
      ['parts/own.txt', 'parts/default.txt', 'given.txt'].map((place) => vault.path(place)),
    );
  });

  test('in a module in a module runs, each use of it apart', async () => {
    const { vault } = current;
    vault.write(
      'a.module.yaml',
      'inputs: { w: { type: string } }\nnodes: { x: { uses: ./b.module.yaml, inputs: { w: { from: inputs.w } } }, y: { uses: ./b.module.yaml, inputs: { w: own } } }\noutputs: { o: { from: x.o } }\n',
    );
    vault.write(
      'b.module.yaml',
      'inputs: { w: { type: string } }\nnodes: { leaf: { uses: ./c.module.yaml, inputs: { w: { from: inputs.w } } } }\noutputs: { o: { from: leaf.o } }\n',
    );
    vault.write(
      'c.module.yaml',
      'inputs: { w: { type: string } }\nnodes: { say: { inputs: { w: { from: inputs.w } }, run: printf "%s" "$w" > w.txt, outputs: { o: w.txt } } }\noutputs: { o: { from: say.o } }\n',
    );
    const run = await vault.run('nodes: { a: { uses: ./a.module.yaml, inputs: { w: deep } } }');
    expect(run.status).toBe('Completed');
    expect(run.nodes.map(({ id }) => id)).toEqual([
      'a',
      'a/x',
      'a/x/leaf',
      'a/x/leaf/say',
      'a/y',
      'a/y/leaf',
      'a/y/leaf/say',
    ]);
    expect(outputText(run, 'a.o')).toBe('deep');
    expect(outputText(run, 'a/x/leaf/say.o')).toBe('deep');
    expect(outputText(run, 'a/y/leaf/say.o')).toBe('own');
  });

  test('of which a node failed has failed, names it, and what needs the module is skipped', async () => {
    current.vault.write(
      'part.module.yaml',
      'nodes: { good: { run: "true" }, bad: { run: "echo broken >&2; exit 3" }, after: { needs: [bad], run: "true" } }',
    );
    const run = await current.vault.run(
      'nodes: { part: { uses: ./part.module.yaml }, next: { needs: [part], run: "true" }, last: { needs: [part], when: always, run: "true" } }',
    );
    expect(run).toMatchObject({ status: 'Failed', message: 'part/bad: broken' });
    expect(nodeStatuses(run)).toEqual({
      part: 'failed',
      'part/good': 'succeeded',
      'part/bad': 'failed',
      'part/after': 'skipped',
      next: 'skipped',
      last: 'succeeded',
    });
    expect(run.nodes[0]).toMatchObject({ message: 'part/bad: broken' });
  });

  test('says why it failed from however deep, and nothing when it succeeded', async () => {
    current.vault.write('outer.module.yaml', 'nodes: { inner: { uses: ./inner.module.yaml } }');
    current.vault.write('inner.module.yaml', 'nodes: { bad: { run: "echo broken >&2; exit 3" } }');
    current.vault.write('good.module.yaml', 'nodes: { leaf: { run: "true" } }');
    const run = await current.vault.run(
      'nodes: { good: { uses: ./good.module.yaml }, outer: { uses: ./outer.module.yaml } }',
    );
    expect(Object.fromEntries(run.nodes.map(({ id, message }) => [id, message]))).toEqual({
      good: null,
      'good/leaf': null,
      outer: 'outer/inner/bad: broken',
      'outer/inner': 'outer/inner/bad: broken',
      'outer/inner/bad': 'broken',
    });
  });

  test('that is skipped skips all inside it, also what would always run', async () => {
    current.vault.write(
      'part.module.yaml',
      'nodes: { inner: { uses: ./inner.module.yaml }, always: { when: always, run: "true" } }',
    );
    current.vault.write('inner.module.yaml', 'nodes: { leaf: { run: "true" } }');
    const run = await current.vault.run(
      'nodes: { bad: { run: "false" }, part: { needs: [bad], uses: ./part.module.yaml } }',
    );
    expect(nodeStatuses(run)).toEqual({
      bad: 'failed',
      part: 'skipped',
      'part/inner': 'skipped',
      'part/inner/leaf': 'skipped',
      'part/always': 'skipped',
    });
  });

  test('is stopped with all inside it', async () => {
    current.vault.write(
      'part.module.yaml',
      'nodes: { long: { run: sleep 100 }, after: { needs: [long], run: "true" } }',
    );
    const client = await current.vault.connect();
    const { id } = await current.vault.start(
      client,
      'nodes: { part: { uses: ./part.module.yaml }, next: { needs: [part], run: "true" } }',
    );
    await current.vault.until(client, id, (run) =>
      run.nodes.some((node) => node.id === 'part/long' && node.status === 'running'),
    );
    expect((await client.send(getRun, { run: id })).nodes[0]).toMatchObject({ id: 'part', status: 'running' });
    await client.send(stopRun, { runId: id });
    const run = await current.vault.ended(client, id);
    expect(run.status).toBe('Stopped');
    expect(nodeStatuses(run)).toEqual({
      part: 'stopped',
      'part/long': 'stopped',
      'part/after': 'stopped',
      next: 'stopped',
    });
  });

  test('is run by itself with the defaults of its inputs', async () => {
    const { vault } = current;
    vault.write('hello.txt', 'hello\n');
    const run = await vault.run(shout.replace('{ type: file }', '{ type: file, default: hello.txt }'), {
      file: 'shout.module.yaml',
    });
    expect(run.status).toBe('Completed');
    expect(outputText(run, 'marked.loud')).toBe('HELLO!');
  });

  test('is run again as it was, though its file is gone', async () => {
    const { vault } = current;
    const module = vault.write(
      'part.module.yaml',
      'nodes: { a: { run: echo first > o.txt, outputs: { o: o.txt } } }\noutputs: { o: { from: a.o } }\n',
    );
    const first = await vault.run('nodes: { part: { uses: ./part.module.yaml } }');
    rmSync(module);
    const client = await vault.connect();
    const again = await client.send(rerun, {
      runId: first.id,
      part: { kind: 'all', inputs: null },
      creationType: 'API',
      environment: nodeEnvironment(process.env),
    });
    expect(outputText(await vault.ended(client, again.id), 'part.o')).toBe('first\n');
  });

  test('goes on under the next engine after its own was killed, each node once', async () => {
    const { vault } = current;
    const marks = vault.path('marks');
    const step = (name: string, needs: string) => `  ${name}: { ${needs}run: 'echo ${name} >> ${marks}; sleep 0.2' }\n`;
    vault.write(
      'part.module.yaml',
      `nodes:\n${step('one', '')}${step('two', 'needs: [one], ')}${step('three', 'needs: [two], ')}`,
    );
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `nodes:\n  part: { uses: ./part.module.yaml }\n${step('last', 'needs: [part], ')}`,
    );
    for (const wanted of ['one', 'three']) {
      await waitFor(() => existsSync(marks) && readFileSync(marks, 'utf8').includes(wanted));
      await killAll(vault.engines());
      await vault.connect();
    }
    const run = await vault.ended(await vault.connect(), id);
    expect(run.status).toBe('Completed');
    expect(readFileSync(marks, 'utf8')).toBe('one\ntwo\nthree\nlast\n');
  });
});
