/** The extension's running parts, and a way to wait for what they say. */
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunlensApi } from '../../../src/extension/api';
import type { RunSummary } from '../../../src/model/run/run';
import type { RunTreeElement } from '../../../src/extension/runTree/elements';

const patienceMs = 30_000;

/** What `activate` gave. */
export async function runlens(): Promise<RunlensApi> {
  const extension = vscode.extensions.getExtension<RunlensApi>('runlens.runlens');
  assert.ok(extension, 'the extension is not installed');
  return extension.activate();
}

/** The first value that is not undefined, looked at now and at each event; fails with `what` after the limit (milliseconds). */
export async function eventually<T>(
  event: vscode.Event<unknown>,
  look: () => T | undefined | Promise<T | undefined>,
  what: string,
  limitMs = patienceMs,
): Promise<T> {
  const { promise, resolve, reject } = deferred<T>();
  const check = async (): Promise<void> => {
    const value = await look();
    if (value !== undefined) resolve(value);
  };
  const listener = event(() => void check().catch(reject));
  const limit = setTimeout(() => reject(new Error(`This did not happen: ${what}`)), limitMs);
  try {
    await check();
    return await promise;
  } finally {
    clearTimeout(limit);
    listener.dispose();
  }
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

function deferred<T>(): Deferred<T> {
  let parts: Omit<Deferred<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    parts = { resolve, reject };
  });
  assert.ok(parts);
  return { promise, ...parts };
}

/** A workflow file of its own in the opened folder. */
export async function writeWorkflow(name: string, text: string): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the suite runs in a folder');
  const uri = vscode.Uri.file(path.join(folder.uri.fsPath, `${name}.workflow.yaml`));
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  return uri;
}

/** The rows below an element, as VS Code asks for them. */
export async function rowsBelow(
  tree: RunlensApi['workspaceRuns'],
  element?: RunTreeElement,
): Promise<readonly RunTreeElement[]> {
  return (await tree.rows.getChildren(element)) ?? [];
}

/** The row of a run and the name of the group it stands in; undefined while it has none. */
export async function rowOf(
  tree: RunlensApi['workspaceRuns'],
  matches: (run: RunSummary) => boolean,
): Promise<{ readonly row: RunTreeElement & { kind: 'run' }; readonly group: string } | undefined> {
  for (const group of await rowsBelow(tree)) {
    if (group.kind !== 'group') continue;
    for (const row of await rowsBelow(tree, group)) {
      if (row.kind === 'run' && matches(row.run)) return { row, group: group.status };
    }
  }
  return undefined;
}
