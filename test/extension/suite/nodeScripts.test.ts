import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { nodeScriptUri } from '../../../src/extension/nodeScripts/nodeScriptUri';
import { commandIds } from '../../../src/extension/ids';
import type { Shell } from '../../../src/model/workflow/workflow';
import { api, eventually, workflowText, World } from './editor-world';

const command = 'wc -w < "$words" > count.txt';

describe('the script of a node in an editor of its own', () => {
  let world: World;
  beforeEach(async () => {
    world = new World(await api());
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await world.end();
  });

  const uriOf = (nodeId: string, shell: Shell = 'sh'): vscode.Uri =>
    nodeScriptUri({ workflow: world.uri, nodeId }, shell);

  const openScript = async (nodeId: string): Promise<vscode.TextEditor> => {
    await vscode.commands.executeCommand(commandIds.openNodeScript, world.uri, nodeId);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor, 'no text editor is in front');
    return editor;
  };
  const type = async ({ document }: vscode.TextEditor, text: string): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  };
  const onDisk = (): string => readFileSync(world.workflow, 'utf8');
  const shows = (document: vscode.TextDocument, text: string): Promise<true> =>
    eventually(
      () => (document.getText() === text ? true : undefined),
      () => `${JSON.stringify(text)} in ${JSON.stringify(document.getText())}`,
    );

  it('opens in the language of its shell, under the name of the node', async () => {
    const { document } = await openScript('count');
    assert.equal(document.getText(), command);
    assert.equal(document.languageId, 'shellscript');
    assert.equal(document.isDirty, false);
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, 'count.sh');
    await world.edit(world.workflow, '    run: wc', '    shell: python\n    run: wc');
    await eventually(
      () => (document.languageId === 'python' ? true : undefined),
      () => `python, not ${document.languageId}`,
    );
  });

  it('opens for the node at the cursor of the text, which says so above the command', async () => {
    const text = await vscode.window.showTextDocument(world.uri);
    const at = text.document.positionAt(text.document.getText().indexOf('label: Count'));
    text.selection = new vscode.Selection(at, at);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', world.uri);
    assert.deepEqual(
      lenses.map(({ range, command }) => [
        text.document.lineAt(range.start.line).text.trim().slice(0, 4),
        command?.title,
      ]),
      [['run:', 'Open script']],
    );
    await vscode.commands.executeCommand(commandIds.openNodeScript);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf('count').toString());
  });

  it('is saved into the workflow as a person would write it, on disk, and undone there comes back to the tab', async () => {
    await world.open();
    const editor = await openScript('count');
    await type(editor, 'set -e\nwc -w < "$words" |\n\ttee count.txt # zählt ✓\n');
    assert.equal(onDisk(), workflowText, 'nothing is written before it is saved');
    assert.ok(await editor.document.save());
    const expected = workflowText.replace(
      `run: ${command}`,
      'run: |\n      set -e\n      wc -w < "$words" |\n      \ttee count.txt # zählt ✓',
    );
    assert.equal(onDisk(), expected);
    assert.equal(editor.document.isDirty, false);

    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const again = await openScript('count');
    await world.runlens.editors.openLive(world.workflow);
    await vscode.commands.executeCommand('undo');
    assert.equal((await world.document()).getText(), workflowText);
    await shows(again.document, command);
    assert.equal(again.document.isDirty, false);
  });

  it('keeps a command of one line on one line, and what else was unsaved in the workflow', async () => {
    await world.edit(world.workflow, 'label: Count them', 'label: Count all');
    const editor = await openScript('count');
    await type(editor, 'wc -l < "$words" > count.txt\n');
    assert.ok(await editor.document.save());
    assert.equal(onDisk(), workflowText.replace('wc -w', 'wc -l').replace('Count them', 'Count all'));
    // The tab keeps the line that somebody may be about to write on, and that is no conflict.
    await type(editor, 'wc -l < "$words" > count.txt\n# done\n');
    assert.ok(await editor.document.save());
    assert.match(onDisk(), /run: \|\n {6}wc -l < "\$words" > count\.txt\n {6}# done\n/);
  });

  it('follows a change of the workflow, in its text and on disk', async () => {
    const { document } = await openScript('count');
    await world.edit(world.workflow, 'wc -w', 'wc -c');
    await shows(document, command.replace('-w', '-c'));
    await (await world.document()).save();
    writeFileSync(world.workflow, workflowText.replace('wc -w', 'wc -m'));
    await shows(document, command.replace('-w', '-m'));
  });

  it('is not written over a newer command, not even one of the same length', async () => {
    const editor = await openScript('count');
    await type(editor, 'echo mine');
    await world.edit(world.workflow, 'wc -w', 'wc -c');
    await (await world.document()).save();
    assert.equal(await editor.document.save(), false);
    assert.equal(editor.document.getText(), 'echo mine');
    assert.equal(onDisk(), workflowText.replace('wc -w', 'wc -c'));
  });

  const tabs = (): string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
  const hasTab = (label: string, notThis: string): Promise<true> =>
    eventually(
      () => (tabs().includes(label) && !tabs().includes(notThis) ? true : undefined),
      () => `${label} among ${tabs().join(', ')}`,
    );

  it('goes on under the new name of its node, and back with undo', async () => {
    await world.open();
    await openScript('count');
    await world.edit(world.workflow, '  count:\n    label', '  total:\n    label');
    await hasTab('total.sh', 'count.sh');
    const { document } = await openScript('total');
    assert.equal(document.getText(), command);
    await world.runlens.editors.openLive(world.workflow);
    await vscode.commands.executeCommand('undo');
    await hasTab('count.sh', 'total.sh');
  });

  it('keeps what is not saved when its node is renamed, and saves it into that node', async () => {
    const editor = await openScript('count');
    await type(editor, 'echo kept');
    await world.edit(world.workflow, '  count:\n    label', '  total:\n    label');
    assert.ok(await editor.document.save());
    assert.match(onDisk(), / {2}total:\n {4}label: Count them\n(?: {4}.*\n)*? {4}run: echo kept\n/);
    await hasTab('total.sh', 'count.sh');
  });

  it('stays in its tab and is not saved when the node was removed', async () => {
    const editor = await openScript('count');
    await type(editor, 'echo kept');
    const removed = (await world.document()).getText().match(/ {2}count:\n(?: {4}.*\n)+/)?.[0] ?? '';
    await world.edit(world.workflow, removed, '');
    await assert.rejects(
      Promise.resolve(vscode.workspace.fs.writeFile(uriOf('count'), Buffer.from('echo kept'))),
      /no node “count” in words\.workflow\.yaml any more.*Copy this text/,
    );
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(uriOf('count'))), { code: 'FileNotFound' });
    assert.equal(await editor.document.save(), false);
    assert.equal(editor.document.getText(), 'echo kept');
    assert.doesNotMatch((await world.document()).getText(), /kept/);
  });

  it('is read-only while the workflow is, and says why it is not written', async () => {
    await world.edit(world.workflow, 'label: Count them', 'label: &anchor Count them');
    await openScript('count');
    const { permissions } = await vscode.workspace.fs.stat(uriOf('count'));
    assert.equal(permissions, vscode.FilePermission.Readonly);
    const before = (await world.document()).getText();
    await assert.rejects(
      Promise.resolve(vscode.workspace.fs.writeFile(uriOf('count'), Buffer.from('x'))),
      /read-?only|anchors/i,
    );
    assert.equal((await world.document()).getText(), before);
  });

  it('refuses an empty command and bytes that are no UTF-8, and changes nothing', async () => {
    const write = (bytes: Uint8Array): Promise<void> =>
      Promise.resolve(vscode.workspace.fs.writeFile(uriOf('count'), bytes));
    await assert.rejects(write(Buffer.from(' \n')), /empty/);
    await assert.rejects(write(Buffer.from([0xe4])), /UTF-8/);
    assert.equal(onDisk(), workflowText);
    assert.equal((await world.document()).getText(), workflowText);
  });

  it('is the file itself for a node with a script file, which can be created when it is missing', async () => {
    const there = await openScript('fetch');
    assert.equal(there.document.uri.fsPath, world.script);
    await world.edit(world.workflow, 'tools/fetch.sh', 'tools/load.sh');
    const original = vscode.window.showInformationMessage;
    Object.assign(vscode.window, { showInformationMessage: (_: string, step: string) => Promise.resolve(step) });
    try {
      const made = await openScript('fetch');
      assert.equal(made.document.uri.fsPath, path.join(world.folder, 'tools', 'load.sh'));
    } finally {
      Object.assign(vscode.window, { showInformationMessage: original });
    }
  });

  it('keeps CR LF in the workflow and LF in the command', async () => {
    const text = workflowText.replaceAll('\n', '\r\n');
    writeFileSync(world.workflow, text);
    const editor = await openScript('count');
    await type(editor, 'echo one\necho two\n');
    assert.ok(await editor.document.save());
    assert.equal(onDisk(), text.replace(command, '|\r\n      echo one\r\n      echo two'));
    assert.equal(Buffer.from(await vscode.workspace.fs.readFile(uriOf('count'))).toString(), 'echo one\necho two\n');
  });
});
