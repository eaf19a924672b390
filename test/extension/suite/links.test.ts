/** Links to runs, as the operating system hands them to VS Code and VS Code to us. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { PendingLink } from '../../../src/extension/deepLinks/pendingLink';
import { commandIds } from '../../../src/extension/ids';
import type { RunSummary } from '../../../src/model/run/run';
import { deleteRun, listRuns } from '../../../src/protocol/engine';
import { everyRun } from '../../../src/model/run/query';
import { answering, type Answers, type Asked } from './answering';
import { api, eventually, workflowText, World } from './editor-world';

describe('A link', () => {
  let world: World;
  let run: RunSummary;
  beforeEach(async () => {
    world = new World(await api());
    await world.open();
    run = await world.run();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  afterEach(() => world.end());

  const address = (rest: string): vscode.Uri => vscode.Uri.parse(`${vscode.env.uriScheme}://runlens.runlens${rest}`);
  /** As VS Code's own opener does with an address of its scheme, which hands it to the extension that it names. */
  const open = async (rest: string): Promise<void> => {
    await vscode.commands.executeCommand('vscode.open', address(rest));
  };
  /** Follows the link and gives what was said, once anything was. */
  const told = async (rest: string, answers: Answers = {}): Promise<Asked> => {
    let said: Asked | undefined;
    await answering(answers, async (asked) => {
      await open(rest);
      await eventually(
        () => (asked.told.length > 0 ? true : undefined),
        () => `a sentence about ${rest.slice(0, 100)}`,
      );
      said = asked;
    });
    assert.ok(said);
    return said;
  };
  const shown = (runId: string | null, file = world.workflow): Promise<true> =>
    eventually(
      () => {
        const active = world.runlens.editors.active();
        return active?.path === file && active.loadedRunId === runId ? true : undefined;
      },
      () => `${runId} in ${file}, not ${JSON.stringify(world.runlens.editors.active())}`,
    );
  const runs = async (): Promise<readonly string[]> => {
    const filter = { ...everyRun, workflowPaths: [world.workflow] };
    const page = await world.runlens.connection.send(listRuns, { filter, order: 'newest', limit: 100, after: null });
    return page.runs.map(({ id }) => id);
  };

  it('to a run opens the editor with this run loaded: "/editor/<workflow>?run=<runId>"', async () => {
    await open(`/editor${world.workflow}?run=${run.id}&node=count`);
    await shown(run.id);
    await world.shows('the overlay', ({ loaded }) => loaded?.mode.kind === 'overlay');
    assert.deepEqual(await runs(), [run.id], 'a link started something');
    assert.equal(readFileSync(world.workflow, 'utf8'), workflowText);
    assert.equal((await world.document()).isDirty, false);
  });

  it('to a workflow "opens the live editor for that workflow with no run context"', async () => {
    await open(`/editor${world.workflow}`);
    await shown(null);
  });

  it('with a run means that run, whatever its path says', async () => {
    await open(`/editor/somewhere/else.workflow.yaml?run=${run.id}`);
    await shown(run.id);
  });

  it('that Copy Link made leads to the run again', async () => {
    await answering({}, async (asked) => {
      await vscode.commands.executeCommand(commandIds.copyLink, run.id);
      assert.match(asked.told.join(), /Copied the link to “Word count #\d+”/);
    });
    const copied = new URL(await vscode.env.clipboard.readText());
    if (vscode.env.uiKind === vscode.UIKind.Desktop) await open(copied.pathname + copied.search);
    else await open(`${copied.searchParams.get('vscode-path')}?${copied.searchParams.get('vscode-query')}`);
    await shown(run.id);
  });

  it('from the row of a node leads to that node', async () => {
    const row = { kind: 'run', parent: { kind: 'group', status: run.status }, run };
    await answering({}, async () => {
      await vscode.commands.executeCommand(commandIds.copyLink, {
        kind: 'nodeRun',
        parent: row,
        nodeRun: { id: 'count' },
      });
    });
    assert.match(decodeURIComponent(await vscode.env.clipboard.readText()), /node=count/);
  });

  it('to a node that the run does not have shows the run, and says so', async () => {
    const { told: said } = await told(`/editor${world.workflow}?run=${run.id}&node=nowhere`);
    assert.match(said.join(), /has no node “nowhere”; the run is shown as a whole/);
    await shown(run.id);
  });

  it('to a deleted run says so, and offers the workflow', async () => {
    await world.runlens.connection.send(deleteRun, { runId: run.id });
    const { question } = await told(`/editor${world.workflow}?run=${run.id}`, { button: 'Open Workflow' });
    assert.match(question ?? '', new RegExp(`The run ${run.id} of the link is not in this vault`));
    await shown(null);
  });

  it('to a workflow that is gone says so', async () => {
    rmSync(world.workflow);
    assert.match((await told(`/editor${world.workflow}`)).question ?? '', /was deleted or moved/);
  });

  for (const [what, link] of Object.entries({
    'a way out of the path': '/editor/tmp/..%2f..%2fetc/x.workflow.yaml',
    'another server': '/editor//server/share/x.workflow.yaml',
    'another scheme': '/editor/vscode-remote:%2f%2fhost/x.workflow.yaml?run=command:x',
    'a command': '/command:workbench.action.quit',
    'a file that is no workflow': '/editor/etc/passwd',
    '10,000 characters': `/editor/${'x'.repeat(10_000)}.workflow.yaml`,
    'bad escapes': '/editor/%zz%/%c0%af?run=%zz',
    'a run that is none': '/editor/x.workflow.yaml?run=1%27%20OR%201=1',
    nothing: '/editor',
  })) {
    it(`with ${what} gets a sentence and opens nothing`, async () => {
      const { question } = await told(link);
      assert.match(
        question ?? '',
        /^(The link|The path in the link|Runlens does not know this kind of link|There is no workflow)/,
      );
      assert.ok((question ?? '').length < 200);
      assert.equal(world.runlens.editors.active(), undefined);
    });
  }

  describe('to a folder that is not open', () => {
    let away: string;
    let file: string;
    beforeEach(() => {
      away = mkdtempSync(path.join(realpathSync(tmpdir()), 'runlens-away-'));
      mkdirSync(path.join(away, '.vscode'));
      file = path.join(away, 'far.workflow.yaml');
      writeFileSync(file, 'name: Far\nnodes:\n  only:\n    run: echo far\n');
    });
    afterEach(() => rmSync(away, { recursive: true, force: true }));

    const answered = async (button: string | undefined): Promise<{ asked: Asked; opened: readonly unknown[] }> => {
      const opened: unknown[] = [];
      const { executeCommand } = vscode.commands;
      // The window would go, and the tests with it.
      const instead = (command: string, ...parameters: unknown[]): Thenable<unknown> => {
        if (command !== 'vscode.openFolder') return executeCommand(command, ...parameters);
        opened.push(...parameters);
        return Promise.resolve();
      };
      Object.assign(vscode.commands, { executeCommand: instead });
      try {
        const asked = await told(`/editor${file}`, { button });
        if (button?.startsWith('Open Folder')) {
          await eventually(
            () => (opened.length > 0 ? true : undefined),
            () => 'the folder to be opened',
          );
        }
        return { asked, opened };
      } finally {
        Object.assign(vscode.commands, { executeCommand });
      }
    };

    it('offers to open it, and does nothing when the question is left', async () => {
      const { asked, opened } = await answered(undefined);
      assert.match(asked.question ?? '', /“far.workflow.yaml” belongs to a folder that is not open in this window/);
      assert.equal(asked.detail, away);
      assert.deepEqual(opened, []);
      assert.equal(world.runlens.editors.active(), undefined);
    });

    it('shows it here when that is asked for', async () => {
      const { opened } = await answered('Show Here');
      assert.deepEqual(opened, []);
      await shown(null, file);
    });

    it('opens the folder, and goes on with the link there', async () => {
      const { opened } = await answered('Open Folder in New Window');
      const [folder, where] = opened;
      assert.ok(folder instanceof vscode.Uri);
      assert.equal(folder.fsPath, away);
      assert.deepEqual(where, { forceNewWindow: true });
      assert.equal(world.runlens.editors.active(), undefined);
      // In this window the folder is not open, so the link waits on.
      await world.runlens.links.resume();
      assert.equal(world.runlens.editors.active(), undefined);
    });
  });
});

describe('A link that waits for its folder', () => {
  const memento = (): vscode.Memento => {
    const kept = new Map<string, unknown>();
    return {
      keys: () => [...kept.keys()],
      get: (key: string, otherwise?: unknown) => kept.get(key) ?? otherwise,
      update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
    };
  };
  const link = { path: '/editor/w/a.workflow.yaml', query: '' };

  it('is given once, to the window that has the folder', async () => {
    const pending = new PendingLink(memento());
    await pending.keep(link, '/w', 0);
    assert.equal(await pending.take(['/other'], 1000), undefined);
    assert.deepEqual(await pending.take(['/w'], 1000), link);
    assert.equal(await pending.take(['/w'], 1000), undefined);
  });

  it('is forgotten after two minutes', async () => {
    const pending = new PendingLink(memento());
    await pending.keep(link, '/w', 0);
    assert.equal(await pending.take(['/w'], 120_001), undefined);
    assert.equal(await pending.take(['/w'], 1000), undefined);
  });
});
