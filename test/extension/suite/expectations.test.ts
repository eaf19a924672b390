/** What past runs let expect of a run, in the extension host: real runs of a real engine. */
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunlensApi } from '../../../src/extension/api';
import { commandIds } from '../../../src/extension/ids';
import { expectedEndWords } from '../../../src/model/history/expectedEndWords';
import type { RunSummary } from '../../../src/model/run/run';
import { isActive } from '../../../src/model/run/status';
import { getRun } from '../../../src/protocol/engine';
import { eventually, rowOf, runlens, writeWorkflow } from './runningParts';

const text = `name: Usual
inputs:
  seconds: { type: number, default: 0.2 }
nodes:
  first:
    run: sleep "$seconds"
    inputs: { seconds: { from: inputs.seconds } }
  last:
    needs: [first]
    run: sleep 0.2
`;

describe('What is expected of a run', () => {
  let api: RunlensApi;
  let file: vscode.Uri;
  before(async () => {
    api = await runlens();
    file = await writeWorkflow('usual', text);
  });

  async function started(seconds: string): Promise<RunSummary> {
    const { id } = await api.connection.start({
      workflowPath: file.fsPath,
      workspace: path.dirname(file.fsPath),
      versionId: null,
      inputs: { seconds },
      name: null,
      fleet: null,
      environment: { PATH: process.env['PATH'] ?? '' },
    });
    return until(id, ({ status }) => status !== 'Pending');
  }

  const until = (id: string, holds: (run: RunSummary) => boolean): Promise<RunSummary> =>
    eventually(
      api.connection.onRunsChanged,
      async () => {
        const run = await api.connection.send(getRun, { run: id });
        return holds(run) ? run : undefined;
      },
      `the run ${id} comes so far`,
    );

  it('is nothing without a past; then its end and what is usual for its nodes, also in the tree', async () => {
    const { expectations } = api.editors;
    const ended: RunSummary[] = [];
    for (let run = 0; run < 3; run += 1) {
      ended.push(await until((await started('0.2')).id, ({ status }) => !isActive(status)));
    }
    const [first] = ended;
    assert.ok(first);
    assert.deepEqual((await expectations.read(first)).usual, [], 'two other runs are no past');

    const running = await started('60');
    const expected = await expectations.read(running);
    assert.deepEqual(
      expected.usual.map(({ id, median, slowFrom }) => [
        id,
        median >= 200 && median < 10_000,
        slowFrom >= median + 5_000,
      ]),
      [
        ['first', true, true],
        ['last', true, true],
      ],
    );
    assert.equal(expected.expectedEnd?.kind, 'about');
    await vscode.commands.executeCommand('runlens.vaultRuns.focus');
    const found = await eventually(
      api.vaultRuns.onDidChange,
      () => rowOf(api.vaultRuns, ({ id }) => id === running.id),
      'the run has a row',
    );
    const words = expectedEndWords(expected.expectedEnd, Date.now());
    assert.ok(words !== null);
    const description = await eventually(
      expectations.onDidChange,
      async () => {
        const item = await api.vaultRuns.rows.getTreeItem(found.row);
        const said = String(item.description);
        return /longer than usual|left/.test(said) ? said : undefined;
      },
      'the row says when the run is expected to end',
    );
    assert.match(description, /Running.* · (longer than usual|.* left) · Usual/);

    await vscode.commands.executeCommand(commandIds.stopRun, running.id);
    await until(running.id, ({ status }) => !isActive(status));
    const after = await eventually(
      expectations.onDidChange,
      () => {
        const now = expectations.current({ ...running, status: 'Stopped' });
        return now.expectedEnd === null ? now : undefined;
      },
      'nothing is expected of the end of a run that has ended',
    );
    assert.equal(after.usual.length, 2);
  });
});
