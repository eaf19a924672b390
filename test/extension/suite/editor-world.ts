/** What the tests of the workflow editor share: a workflow in the open workspace, and waiting for what the editor shows. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunlensApi } from '../../../src/extension/api';
import type { RunSummary } from '../../../src/model/run/run';
import { isActive } from '../../../src/model/run/status';
import type { EditorState } from '../../../src/protocol/editor';
import { getRun } from '../../../src/protocol/engine';

export const workflowText = `# Counts words. This comment stays.
name: Word count
nodes:
  fetch:
    script: tools/fetch.sh
    outputs: { words: words.txt }
  count:
    label: Count them
    inputs: { words: { from: fetch.words } }
    run: wc -w < "$words" > count.txt
    outputs: { count: count.txt }
layout:
  fetch: [0, 0] # the first
  count: [320, 0]
`;
export const scriptText = 'echo "one two three" > words.txt\n';

/** How long something real (a process, a webview, a watcher) may take on a slow machine, in milliseconds. */
const patience = 30_000;

/** The running extension. */
export async function api(): Promise<RunlensApi> {
  const extension = vscode.extensions.getExtension<RunlensApi>('runlens.runlens');
  assert.ok(extension, 'the extension is not installed');
  return extension.activate();
}

/** A folder of its own in the workspace, with a workflow and its script. */
export class World {
  /** Name of the folder. */
  readonly name: string;
  readonly folder: string;
  readonly workflow: string;
  readonly script: string;
  readonly uri: vscode.Uri;

  constructor(readonly runlens: RunlensApi) {
    const workspace = vscode.workspace.workspaceFolders?.[0];
    assert.ok(workspace, 'no folder is open');
    // Never the same twice: VS Code keeps documents for a while after their tabs are closed.
    this.folder = mkdtempSync(path.join(realpathSync(workspace.uri.fsPath), 'world-'));
    this.name = path.basename(this.folder);
    this.workflow = path.join(this.folder, 'words.workflow.yaml');
    this.script = path.join(this.folder, 'tools', 'fetch.sh');
    this.uri = vscode.Uri.file(this.workflow);
    mkdirSync(path.dirname(this.script), { recursive: true });
    writeFileSync(this.workflow, workflowText);
    writeFileSync(this.script, scriptText);
  }

  /** Opens the live editor. */
  async open(): Promise<void> {
    await this.runlens.editors.openLive(this.workflow);
    await this.shows('its nodes', (state) => state.graph?.nodes.length === 2);
  }

  /** Runs the workflow to its end. */
  async run(): Promise<RunSummary> {
    const run = await this.runlens.editors.run(this.workflow);
    await this.shows('the ended run', ({ loaded }) => {
      return loaded?.run?.id === run.id && loaded.mode.kind !== 'loading' && !isActive(loaded.run.status);
    });
    return this.runlens.connection.send(getRun, { run: run.id });
  }

  state(uri = this.uri): EditorState {
    const state = this.runlens.editors.stateOf(uri);
    assert.ok(state, `no editor is open for ${uri.toString()}`);
    return state;
  }

  /** Waits until the editor of a document shows what is asked for. */
  async shows(what: string, isShown: (state: EditorState) => boolean, uri = this.uri): Promise<EditorState> {
    const find = (): EditorState | undefined => {
      const state = this.runlens.editors.stateOf(uri);
      return state !== undefined && isShown(state) ? state : undefined;
    };
    return eventually(find, () => `${what}, in ${JSON.stringify(this.runlens.editors.stateOf(uri))}`);
  }

  /** The document of a file, opened. */
  document(file = this.workflow): Thenable<vscode.TextDocument> {
    return vscode.workspace.openTextDocument(vscode.Uri.file(file));
  }

  /** Replaces a part of a file's text by an edit, as typing does. */
  async edit(file: string, from: string, to: string): Promise<void> {
    const document = await this.document(file);
    const start = document.getText().indexOf(from);
    assert.ok(start >= 0, `${from} is not in ${file}`);
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
    edit.replace(document.uri, range, to);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  /** Closes all editors and removes the folder. */
  async end(): Promise<void> {
    for (const document of vscode.workspace.textDocuments) {
      if (document.isDirty && document.uri.fsPath.startsWith(this.folder)) await document.save();
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits for something in VS Code that has no event of its own. */
export async function eventually<T>(find: () => T | undefined, what: () => string): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The user's answer to every modal question until the function that is given back is called. The questions are kept. */
export function answerQuestions(answer: string): { readonly asked: string[]; restore(): void } {
  const original = vscode.window.showWarningMessage;
  const asked: string[] = [];
  Object.assign(vscode.window, {
    showWarningMessage: (question: string, options: vscode.MessageOptions) => {
      asked.push(`${question}\n${options.detail ?? ''}`);
      return Promise.resolve(answer);
    },
  });
  return { asked, restore: () => Object.assign(vscode.window, { showWarningMessage: original }) };
}

/** The user's click on Undo in the message that follows, at the moment of `take`. */
export function takeUndo(): { take(): void; restore(): void } {
  const original = vscode.window.showInformationMessage;
  let take = (): void => undefined;
  const click = new Promise<string>((resolve) => {
    take = () => resolve('Undo');
  });
  Object.assign(vscode.window, { showInformationMessage: () => click });
  return {
    take,
    restore: () => Object.assign(vscode.window, { showInformationMessage: original }),
  };
}
