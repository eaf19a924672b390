import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { performEditorCommand } from '../../../src/extension/workflowEditor/editorCommands';
import type { EditorSession } from '../../../src/extension/workflowEditor/editorSession';
import { api, eventually, workflowText, World } from './editor-world';

describe('the file of an open editor', () => {
  let world: World;
  beforeEach(async () => {
    world = new World(await api());
    await world.open();
  });
  afterEach(() => world.end());

  it('may be deleted by another program: the editor says so, and writes it again when asked to', async () => {
    const document = await world.document();
    rmSync(world.workflow);
    const gone = await world.shows('that the file is gone', ({ file }) => file.isGone);
    assert.equal(gone.graph, null);
    assert.match(gone.file.readOnly ?? '', /deleted or moved/);

    const session = { document, live: { state: { kind: 'gone' } } } as unknown as EditorSession;
    await performEditorCommand(session, 'save', {
      unload: () => Promise.resolve(),
      close: () => Promise.resolve(),
      restorePart: () => Promise.resolve(),
    });
    const back = await world.shows('its nodes again', ({ graph }) => graph?.nodes.length === 2);
    assert.equal(back.file.isGone, false);
    assert.equal(readFileSync(world.workflow, 'utf8'), workflowText);
  });

  it('may be renamed in VS Code with unsaved changes: the canvas goes with it, and so do the changes', async () => {
    await world.edit(world.workflow, 'name: Word count', 'name: Words');
    await world.shows('the change', ({ file }) => file.title === 'Words');
    const renamed = vscode.Uri.file(path.join(world.folder, 'letters.workflow.yaml'));
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(world.uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(rename));
    const { graph } = await world.shows('it under its new name', ({ file }) => file.title === 'Words', renamed);
    assert.deepEqual(
      graph?.nodes.map(({ id }) => id),
      ['fetch', 'count'],
    );
    assert.equal(existsSync(world.workflow), false);
    await eventually(
      () => (world.runlens.editors.stateOf(world.uri) === undefined ? true : undefined),
      () => 'the editor of the old name to go',
    );
  });
});
