/** The actions on one run and on several, from wherever they are called, also when the run is not what it was a moment ago. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/ids';
import type { RunElement } from '../../../src/extension/runTree/elements';
import type { RunSummary } from '../../../src/model/run/run';
import { isActive } from '../../../src/model/run/status';
import { deleteRun, getRun } from '../../../src/protocol/engine';
import { answering } from './answering';
import { api, scriptText, workflowText, World } from './editor-world';
import { eventually } from './runningParts';

const waiting = `name: NAME
nodes:
  wait:
    run: while [ ! -e "$WORKSPACE/actions-go" ]; do sleep 0.05; done
`;

/** What a tree hands to a command; VS Code may have drawn it a moment ago. */
const rowFor = (run: RunSummary): RunElement => ({ kind: 'run', parent: { kind: 'group', status: run.status }, run });

describe('An action', () => {
  let world: World;
  beforeEach(async () => {
    world = new World(await api());
    rmSync(go(), { force: true });
  });
  afterEach(async () => {
    writeFileSync(go(), '');
    await world.end();
  });

  const go = (): string => path.join(path.dirname(world.folder), 'actions-go');
  const get = (run: RunSummary) => world.runlens.connection.send(getRun, { run: run.id });
  const isThere = (run: RunSummary): Promise<boolean> =>
    get(run)
      .then(() => true)
      .catch(() => false);
  const folderOf = (run: RunSummary): string => path.join(process.env['RUNLENS_HOME'] ?? '', 'runs', run.id);
  const ended = (run: RunSummary): Promise<RunSummary> =>
    eventually(
      world.runlens.connection.onRunsChanged,
      async () => {
        const now = await get(run);
        return isActive(now.status) ? undefined : now;
      },
      `${run.id} has ended`,
    );
  const start = (file = world.workflow): Promise<RunSummary> => world.runlens.editors.run(file);
  const finished = async (): Promise<RunSummary> => ended(await start());
  const startWaiting = (name: string): Promise<RunSummary> => {
    const file = path.join(world.folder, 'waiting.workflow.yaml');
    writeFileSync(
      file,
      waiting.replace('NAME', () => JSON.stringify(name)),
    );
    return start(file);
  };

  it('Run Again: "start a new run using the same workflow version", also when the live file has changed', async () => {
    const run = await finished();
    writeFileSync(world.script, 'echo changed > words.txt\n');
    await vscode.commands.executeCommand(commandIds.runAgain, run.id);
    const again = await ended(await loadedRun());
    assert.equal(again.rerunOf, run.id);
    assert.equal(again.versionId, run.versionId);
    const { nodes } = await get(again);
    const words = nodes.find(({ id }) => id === 'fetch')?.outputs[0]?.path ?? '';
    assert.equal(readFileSync(words, 'utf8'), 'one two three\n');
  });

  it('Run Again runs the snapshot when workflow and script are gone', async () => {
    const run = await finished();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(world.folder, { recursive: true });
    await vscode.commands.executeCommand(commandIds.runAgain, run.id);
    const again = await ended(await loadedRun());
    assert.deepEqual([again.status, again.versionId, again.rerunOf], ['Completed', run.versionId, run.id]);
  });

  const loadedRun = async (): Promise<RunSummary> => {
    const id = world.runlens.editors.active()?.loadedRunId;
    assert.ok(id, 'no run is loaded');
    return world.runlens.connection.send(getRun, { run: id });
  };

  it('Delete: asks by name, and takes the files of the run from the disk', async () => {
    const run = await finished();
    assert.ok(existsSync(folderOf(run)));
    await answering({ button: undefined }, async (asked) => {
      await vscode.commands.executeCommand(commandIds.deleteRun, run.id);
      assert.equal(asked.question, `Delete the run “${run.name}”?`);
    });
    assert.ok(existsSync(folderOf(run)));
    await answering({ button: 'Delete' }, () => execute(commandIds.deleteRun, run.id));
    assert.equal(await isThere(run), false);
    assert.equal(existsSync(folderOf(run)), false);
  });

  const execute = async (command: string, ...parameters: unknown[]): Promise<void> => {
    await vscode.commands.executeCommand(command, ...parameters);
  };

  it('Delete of several runs names them, says which one stays, and deletes the others', async () => {
    const runs = [await finished(), await finished()];
    const running = await startWaiting('Busy');
    await answering({ button: 'Delete' }, async (asked) => {
      await execute(
        commandIds.deleteRun,
        [...runs, running].map(({ id }) => id),
      );
      assert.equal(asked.question, 'Delete 2 runs?');
      for (const { name } of [...runs, running]) assert.ok(asked.detail?.includes(`“${name}”`), asked.detail);
      assert.match(asked.detail ?? '', /is (Pending|Running); stop it before you delete it/);
    });
    assert.deepEqual(await Promise.all([...runs, running].map(isThere)), [false, false, true]);
  });

  it('Delete of more runs than a question has room for counts the rest', async () => {
    const runs: RunSummary[] = [];
    for (let count = 0; count < 12; count += 1) runs.push(await start());
    await Promise.all(runs.map(ended));
    await answering({ button: undefined }, async (asked) => {
      await execute(
        commandIds.deleteRun,
        runs.map(({ id }) => id),
      );
      assert.match(asked.detail ?? '', /\nand 2 more\n/);
      assert.equal(asked.detail?.match(/“/g)?.length, 10);
    });
  });

  it('Stop of several runs stops those that are active, and says why not the other', async () => {
    const over = await finished();
    const runs = [await startWaiting('One'), await startWaiting('Two')];
    await answering({}, async (asked) => {
      await execute(
        commandIds.stopRun,
        [...runs, over].map(({ id }) => id),
      );
      assert.deepEqual(asked.told, [`Stopping 2 of 3 runs. “${over.name}” has ended already (Completed).`]);
    });
    for (const run of runs) assert.equal((await ended(run)).status, 'Stopped');
    assert.equal((await get(over)).status, 'Completed');
  });

  it('on a run that has just ended is refused with a sentence, and does nothing', async () => {
    const run = await finished();
    // The row as it was drawn a moment ago.
    await answering({}, async (asked) => {
      await execute(commandIds.stopRun, rowFor({ ...run, status: 'Running' }));
      assert.match(asked.question ?? '', /has ended \(Completed\)/);
    });
    assert.equal((await get(run)).status, 'Completed');
  });

  it('on a run that was deleted in another window says so by its name', async () => {
    const run = await finished();
    await world.runlens.connection.send(deleteRun, { runId: run.id });
    const { runAgain, renameRun, exportIps, restoreRun, deleteRun: deletion } = commandIds;
    for (const command of [runAgain, renameRun, exportIps, restoreRun, deletion]) {
      await answering({ button: 'Delete', input: ['Another'], pick: 'Copy to clipboard' }, async (asked) => {
        await execute(command, rowFor(run));
        assert.match(asked.told.at(-1) ?? '', new RegExp(`“${run.name}” was deleted meanwhile`), command);
      });
    }
    await answering({}, async (asked) => {
      await execute(commandIds.stopRun, run.id);
      assert.match(asked.question ?? '', new RegExp(`${run.id} is not there any more`));
    });
  });

  it('shows a name of 10,000 characters, markup and direction marks as short text in its questions', async () => {
    const name = `[Now](command:workbench.action.quit) $(trash)\u202E<b> ${'long '.repeat(2000)}end`;
    const run = await startWaiting(name);
    writeFileSync(go(), '');
    const over = await ended(run);
    for (const command of [commandIds.deleteRun, commandIds.renameRun]) {
      await answering({ button: undefined }, async (asked) => {
        await execute(command, over.id);
        const question = asked.question ?? '';
        assert.ok(question.length < 200, `${question.length} characters`);
        assert.doesNotMatch(question, /\]\(|\$\(|\u202E/);
        assert.match(question, /“\[Now\].*….*”/);
      });
    }
  });

  it('is offered in the palette for the run that is searched by its name or its id, here or in the whole vault', async () => {
    const run = await finished();
    await finished();
    const vault = 'Search the runs of all workspaces';
    await answering({ search: run.name.toUpperCase(), pick: null }, async (asked) => {
      await execute(commandIds.copyLink);
      assert.ok(asked.offered.includes(run.name), [...asked.offered, ...asked.told].join());
      assert.ok(asked.offered.includes(vault));
    });
    await answering({ search: run.id.slice(3), pick: run.name }, async (asked) => {
      await execute(commandIds.copyLink);
      assert.deepEqual(asked.offered, [run.name, vault]);
      assert.match(asked.told.join(), /Copied the link to/);
    });
    await answering({ search: run.id, pick: [vault, run.name] }, async (asked) => {
      await execute(commandIds.copyLink);
      assert.deepEqual(asked.offered, [run.name]);
    });
    await answering({ search: 'no run is called so', pick: null }, async (asked) => {
      await execute(commandIds.copyLink);
      assert.deepEqual(asked.offered, ['No such run has “no run is called so” in its name or id.', vault]);
    });
  });

  it('keeps workflow and script as they are', async () => {
    const run = await finished();
    await execute(commandIds.copyLink, run.id);
    await execute(commandIds.viewInEditor, run.id);
    assert.equal(readFileSync(world.workflow, 'utf8'), workflowText);
    assert.equal(readFileSync(world.script, 'utf8'), scriptText);
  });
});
