import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAttempts } from '../../src/protocol/nodeAttempts';
import { eachTestHasAVault } from './testVault';

const current = eachTestHasAVault();
const before = process.env['NODE_OPTIONS'];
/** The engine's clock is off by as many milliseconds as stand in the file `shift` of the workspace. */
beforeEach(() => {
  const { folder, workspace } = current.vault;
  const clock = join(folder, 'clock.cjs');
  writeFileSync(
    clock,
    `const { readFileSync } = require('node:fs');
     const now = Date.now;
     Date.now = () => { try { return now() + Number(readFileSync(${JSON.stringify(join(workspace, 'shift'))}, 'utf8')); } catch { return now(); } };`,
  );
  process.env['NODE_OPTIONS'] = `--require ${clock}`;
});
afterEach(() => {
  if (before === undefined) delete process.env['NODE_OPTIONS'];
  else process.env['NODE_OPTIONS'] = before;
});

test('nothing ends before it began when the clock is set back in the midst of a run', async () => {
  const { vault } = current;
  vault.write('part.module.yaml', `nodes: { a: { retries: 1, run: 'echo -7200000 > "$WORKSPACE/shift"; exit 1' } }`);
  const run = await vault.run('nodes: { part: { uses: ./part.module.yaml } }');
  const client = await vault.connect();
  const { nodes } = await client.send(listAttempts, { runId: run.id });
  const spans = [run, ...run.nodes, ...nodes.flatMap(({ attempts }) => attempts)];
  expect(spans).toHaveLength(5);
  for (const { startedAt, endedAt } of spans) {
    expect(Date.parse(endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(startedAt ?? ''));
  }
  expect(run).toMatchObject({ status: 'Failed', durationMs: 0 });
});
