/** "Export IPs: export the IP addresses used by the run". */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/ids';
import type { RunSummary } from '../../../src/model/run/run';
import { listMachines } from '../../../src/protocol/engine';
import { answering } from './answering';
import { api, World } from './editor-world';

describe('Export IPs', () => {
  let world: World;
  let run: RunSummary;
  beforeEach(async () => {
    world = new World(await api());
    await world.open();
    run = await world.run();
  });
  afterEach(() => world.end());

  const addresses = async (): Promise<string> => {
    const { machines } = await world.runlens.connection.send(listMachines, { runId: run.id });
    assert.ok(machines.length > 0, 'the run used no machine');
    return machines.map(({ ip }) => `${ip}\n`).join('');
  };

  it('copies the address of every machine that the run used, one a line', async () => {
    await vscode.env.clipboard.writeText('before');
    await answering({ pick: 'Copy to clipboard' }, async (asked) => {
      await vscode.commands.executeCommand(commandIds.exportIps, run.id);
      assert.deepEqual(asked.offered, ['Copy to clipboard', 'Save as text file…']);
      assert.match(asked.told.join(), /Copied 1 address\./);
    });
    assert.equal(await vscode.env.clipboard.readText(), await addresses());
  });

  it('saves them as a text file that is named after the run, safely', async () => {
    await answering({ input: ['../..<b>\u202E nightly'] }, async () => {
      await vscode.commands.executeCommand(commandIds.renameRun, run.id);
    });
    const target = vscode.Uri.file(path.join(world.folder, 'ips.txt'));
    await answering({ pick: 'Save as text file…', save: target }, async (asked) => {
      await vscode.commands.executeCommand(commandIds.exportIps, run.id);
      assert.equal(path.basename(asked.suggested ?? ''), 'b-nightly-ips.txt');
    });
    assert.equal(readFileSync(target.fsPath, 'utf8'), await addresses());
  });

  it('of several runs names a machine that they share once', async () => {
    const other = await world.run();
    await answering({ pick: 'Copy to clipboard' }, async () => {
      await vscode.commands.executeCommand(commandIds.exportIps, [run.id, other.id]);
    });
    assert.equal(await vscode.env.clipboard.readText(), await addresses());
  });

  it('leaves the clipboard alone when the question is left', async () => {
    await vscode.env.clipboard.writeText('before');
    await answering({ pick: null }, async (asked) => {
      await vscode.commands.executeCommand(commandIds.exportIps, run.id);
      assert.deepEqual(asked.told, []);
    });
    assert.equal(await vscode.env.clipboard.readText(), 'before');
  });
});
