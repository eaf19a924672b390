/** Runs the no-ops on a real engine with a vault of its own. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noops } from './layers.mjs';

/** An engine that is warm; `round` gives the seconds of one run, `stop` ends it. */
export async function startEngineRounds(parts, engineFile, folder) {
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace, { recursive: true });
  const workflowPath = join(workspace, 'noops.workflow.yaml');
  const lines = noops.map(({ id, before }) => `  ${id}: { run: "true", needs: [${before.join(', ')}] }`);
  writeFileSync(workflowPath, `nodes:\n${lines.join('\n')}\n`);

  const client = await parts.connectToEngine({ home: join(folder, 'home'), engineFile, clientVersion: '0.0.0-bench' });
  return {
    async round() {
      const from = performance.now();
      const run = await runToEnd(parts, client, workflowPath, workspace);
      const fromRequest = Number(((performance.now() - from) / 1000).toFixed(3));
      if (run.status !== 'Completed') throw new Error(`The run ended as ${run.status}: ${run.message}`);
      return { duration: run.durationMs / 1000, fromRequest };
    },
    async stop() {
      const closed = new Promise((resolve) => client.onClosed(resolve));
      // It may be gone before it has answered.
      await client.send(parts.stopEngine, {}).catch(() => null);
      await closed;
    },
  };
}

function runToEnd({ startRun, isActive, nodeEnvironment }, client, workflowPath, workspace) {
  return new Promise((resolve, reject) => {
    const listener = client.onRunsChanged(({ runs }) => {
      const ended = runs.find(({ status }) => !isActive(status));
      if (!ended) return;
      listener.dispose();
      resolve(ended);
    });
    const environment = nodeEnvironment(process.env);
    const params = { workflowPath, workspace, versionId: null, inputs: {}, name: null, fleet: null };
    client.send(startRun, { ...params, creationType: 'API', environment }).catch(reject);
  });
}
