/** The signs of runs outside of Runlens's own views: notices of ends, the status bar, terminals. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunlensApi } from '../../../src/extension/api';
import { commandIds, settingIds } from '../../../src/extension/ids';
import type { RunSummary } from '../../../src/model/run/run';
import { deleteRun, getRun, startRun, stopRun } from '../../../src/protocol/engine';
import { eventually, runlens, writeWorkflow } from './runningParts';

interface Notice {
  readonly severity: string;
  readonly text: string;
  readonly buttons: readonly string[];
}

/** Stands in for the person who reads notifications, from now until `dispose`. */
class Reader implements vscode.Disposable {
  readonly notices: Notice[] = [];
  readonly #read = new vscode.EventEmitter<Notice>();
  readonly #real = { ...vscode.window };
  /** The button that is pressed. */
  presses: string | undefined;

  constructor() {
    const answer =
      (severity: string) =>
      (text: string, ...buttons: string[]) => {
        const notice = { severity, text, buttons };
        this.notices.push(notice);
        this.#read.fire(notice);
        return Promise.resolve(buttons.find((button) => button === this.presses));
      };
    Object.assign(vscode.window, {
      showInformationMessage: answer('information'),
      showWarningMessage: answer('warning'),
      showErrorMessage: answer('error'),
    });
  }

  about(text: string): Promise<Notice> {
    return eventually(
      this.#read.event,
      () => this.notices.find((notice) => notice.text.includes(text)),
      `notice: ${text}`,
    );
  }

  dispose(): void {
    const { showInformationMessage, showWarningMessage, showErrorMessage } = this.#real;
    Object.assign(vscode.window, { showInformationMessage, showWarningMessage, showErrorMessage });
    this.#read.dispose();
  }
}

const gate = (name: string): string => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return path.join(folder.uri.fsPath, `${name}.gate`);
};
/** Ends as `command` does once its gate is open. */
const gated = (name: string, command = 'true'): string =>
  `name: ${JSON.stringify(name)}\nnodes:\n  only:\n    run: while [ ! -e "$WORKSPACE/${name}.gate" ]; do sleep 0.05; done; ${command}\n`;

async function setting(id: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(id, value, vscode.ConfigurationTarget.Global);
}

describe('the signs of runs in the workbench', () => {
  let parts: RunlensApi;
  let reader: Reader;
  before(async () => {
    parts = await runlens();
  });
  beforeEach(() => {
    reader = new Reader();
  });
  afterEach(async () => {
    reader.dispose();
    for (const id of Object.values(settingIds)) await setting(id, undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const ended = (run: RunSummary): Promise<RunSummary> =>
    eventually(
      parts.connection.onRunsChanged,
      async () => {
        const now = await parts.connection.send(getRun, { run: run.id });
        return now.endedAt === null ? undefined : now;
      },
      `the end of ${run.name}`,
    );

  /** Starts a workflow as a person does, then looks at something else. */
  async function startAndLeave(name: string, text = gated(name)): Promise<RunSummary> {
    rmSync(gate(name), { force: true });
    const uri = await writeWorkflow(name, text);
    const run = await parts.editors.run(uri.fsPath);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(parts.editors.onDidChangeActive, () => (parts.editors.active() ? undefined : true), 'no editor');
    return run;
  }

  describe('a notice of the end', () => {
    it('names a run that completed, with how long it took, and View opens it', async () => {
      const run = await startAndLeave('notice-good');
      reader.presses = 'View';
      writeFileSync(gate('notice-good'), '');
      const notice = await reader.about('notice-good #');
      assert.equal(notice.severity, 'information');
      assert.match(notice.text, /^“notice-good #\d+” completed in [\d.]+ ?\w+\.$/);
      assert.deepEqual(notice.buttons, ['View']);
      const shown = () => (parts.editors.active()?.loadedRunId === run.id ? true : undefined);
      await eventually(parts.editors.onDidChangeActive, shown, 'the run in the editor');
    });

    it('is an error with the reason for a run that failed, and comes once', async () => {
      const run = await startAndLeave('notice-bad', gated('notice-bad', 'echo no luck >&2; exit 3'));
      writeFileSync(gate('notice-bad'), '');
      const notice = await reader.about('notice-bad #');
      assert.equal(notice.severity, 'error');
      assert.match(notice.text, /^“notice-bad #\d+” failed after .*\./);
      await parts.connection.send(deleteRun, { runId: (await ended(run)).id });
      assert.equal(reader.notices.filter(({ text }) => text.includes('notice-bad #')).length, 1);
    });

    it('comes for Run Again too', async () => {
      writeFileSync(gate('notice-good'), '');
      const uri = await writeWorkflow('notice-good', gated('notice-good'));
      const first = await parts.editors.run(uri.fsPath);
      await ended(first);
      rmSync(gate('notice-good'));
      await vscode.commands.executeCommand(commandIds.runAgain, first.id);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      writeFileSync(gate('notice-good'), '');
      await reader.about(`notice-good #${first.number + 1}`);
    });

    it('does not come for a run that somebody else started', async () => {
      const uri = await writeWorkflow('notice-other', gated('notice-other'));
      rmSync(gate('notice-other'), { force: true });
      const run = await parts.connection.send(startRun, {
        workflowPath: uri.fsPath,
        workspace: path.dirname(uri.fsPath),
        versionId: null,
        inputs: {},
        name: null,
        fleet: null,
        creationType: 'API',
        environment: { PATH: process.env['PATH'] ?? '' },
      });
      const own = await startAndLeave('notice-own');
      writeFileSync(gate('notice-other'), '');
      await ended(run);
      writeFileSync(gate('notice-own'), '');
      await ended(own);
      await reader.about('notice-own #');
      assert.deepEqual(
        reader.notices.filter(({ text }) => text.includes('notice-other')),
        [],
      );
    });

    it('shows a name with links, icons and marks as text, and a long one cut', async () => {
      const name = `[press](command:workbench.action.quit) $(bell) <b> \u202e${'long '.repeat(2000)}`;
      const text = `name: ${JSON.stringify(name)}\nnodes:\n  only:\n    run: while [ ! -e "$WORKSPACE/odd.gate" ]; do sleep 0.05; done\n`;
      await startAndLeave('odd', text);
      writeFileSync(gate('odd'), '');
      const notice = await reader.about('[press]');
      assert.ok(notice.text.length < 150, notice.text);
      assert.ok(!notice.text.includes(']('), 'a link');
      assert.ok(!notice.text.includes('\u202e'), 'a turn of the writing direction');
    });

    it('comes as the setting says; a wrong value counts as the default', async () => {
      const end = async (name: string, command = 'true'): Promise<string[]> => {
        const run = await startAndLeave(name, gated(name, command));
        writeFileSync(gate(name), '');
        await ended(run);
        // A run whose notice is never withheld, after it: what did not come until then does not come.
        await setting(settingIds.notifyWhenRunEnds, undefined);
        const mark = await startAndLeave('mark');
        writeFileSync(gate('mark'), '');
        await reader.about(mark.name);
        return reader.notices.map(({ text }) => text).filter((text) => text.includes(`${name} #`));
      };
      await setting(settingIds.notifyWhenRunEnds, 'never');
      assert.equal((await end('set-never', 'exit 1')).length, 0);
      await setting(settingIds.notifyWhenRunEnds, 'problems');
      assert.equal((await end('set-good')).length, 0);
      await setting(settingIds.notifyWhenRunEnds, 'problems');
      assert.equal((await end('set-bad', 'exit 1')).length, 1);
      await setting(settingIds.notifyWhenRunEnds, 'sometimes');
      assert.equal((await end('set-wrong')).length, 1);
    });
  });

  describe('the status bar', () => {
    const item = () => parts.signs.statusBarItem;
    const shows = (text: string | null) =>
      eventually(
        parts.signs.activeRuns.onDidChange,
        () => (item().text === text ? true : undefined),
        `status bar: ${text}`,
      );

    it('counts the active runs of the open folders, and is empty without any', async () => {
      await shows(null);
      const first = await startAndLeave('bar-one');
      await shows('$(pulse) 1 active run');
      const second = await startAndLeave('bar-two');
      await shows('$(pulse) 2 active runs');
      await setting(settingIds.showActiveRunsInStatusBar, false);
      assert.equal(item().text, null);
      await setting(settingIds.showActiveRunsInStatusBar, undefined);
      assert.equal(item().text, '$(pulse) 2 active runs');
      await parts.connection.send(stopRun, { runId: first.id });
      await shows('$(pulse) 1 active run');
      writeFileSync(gate('bar-two'), '');
      await ended(second);
      await shows(null);
    });
  });

  describe('a terminal of VS Code', () => {
    it('has the command runlens, on the vault of the window', async () => {
      await parts.signs.terminalsReady;
      const env: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', HOME: process.env['HOME'] };
      // As VS Code gives them to a new terminal.
      for (const [name, { type, value }] of parts.signs.terminalVariables) {
        env[name] = type === vscode.EnvironmentVariableMutatorType.Prepend ? value + (env[name] ?? '') : value;
      }
      assert.ok(parts.signs.terminalVariables.description);
      writeFileSync(gate('shell'), '');
      const uri = await writeWorkflow('shell', gated('shell'));
      const run = await parts.editors.run(uri.fsPath);
      const printed = execFileSync('/bin/sh', ['-c', 'runlens runs --json --limit 1'], { env, encoding: 'utf8' });
      const [listed] = JSON.parse(printed) as { id: string; workflow: { path: string } }[];
      assert.equal(listed?.id, run.id);
      await ended(run);
    });
  });
});
