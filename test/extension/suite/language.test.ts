import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { LiveShare } from '../../../src/extension/workflows/liveWorkflows';
import { api, workflowText, World } from './editor-world';

const moduleText = `inputs: { words: { type: file } }
nodes: { sort: { run: sort "$words" > s.txt, inputs: { words: { from: inputs.words } }, outputs: { sorted: s.txt } } }
outputs: { sorted: { from: sort.sorted } }
`;

describe('a workflow as text', () => {
  let world: World;
  let share: LiveShare;
  beforeEach(async () => {
    world = new World(await api());
    writeFileSync(path.join(world.folder, 'sort.module.yaml'), moduleText);
    share = await world.runlens.editors.versions.workflows.share(world.workflow);
  });
  afterEach(async () => {
    share.dispose();
    await world.end();
  });

  /** The text in an editor, unsaved; the cursor stands where the bar was. */
  const written = async (marked: string): Promise<{ document: vscode.TextDocument; at: vscode.Position }> => {
    const document = await vscode.workspace.openTextDocument(world.uri);
    const offset = marked.lastIndexOf('|');
    const text = offset === -1 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, whole, text);
    await vscode.workspace.applyEdit(edit);
    await share.live.settled();
    return { document, at: document.positionAt(offset) };
  };

  const outlineOf = async ({ uri }: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> =>
    await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);

  const completions = async (marked: string): Promise<{ labels: string[]; items: vscode.CompletionItem[] }> => {
    const { document, at } = await written(marked);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    // Words of the document are offered by VS Code itself.
    const items = list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
    return { items, labels: items.map(({ label }) => (typeof label === 'string' ? label : label.label)) };
  };

  const hoverAt = async (document: vscode.TextDocument, at: vscode.Position): Promise<string> => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    return hovers
      .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
      .join('\n')
      .replaceAll('&nbsp;', ' ');
  };

  /** The quick fixes of the first problem of a code, as soon as it is reported. */
  const fixesOf = async (document: vscode.TextDocument, code: string): Promise<vscode.CodeAction[]> => {
    const find = (): vscode.Diagnostic | undefined =>
      vscode.languages.getDiagnostics(document.uri).find((one) => one.code === code);
    const problem = await new Promise<vscode.Diagnostic>((resolve) => {
      const look = (): void => {
        const found = find();
        if (found === undefined) return;
        subscription.dispose();
        resolve(found);
      };
      const subscription = vscode.languages.onDidChangeDiagnostics(look);
      look();
    });
    return vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      'quickfix',
      10,
    );
  };

  it('has an outline of its nodes with their inputs and outputs', async () => {
    const outline = await outlineOf(await vscode.workspace.openTextDocument(world.uri));
    const [nodes] = outline;
    assert.deepEqual(
      outline.map(({ name }) => name),
      ['nodes'],
    );
    assert.deepEqual(
      nodes?.children.map(({ name, detail, children }) => [name, detail, children.map((one) => one.name)]),
      [
        ['fetch', 'tools/fetch.sh', ['words']],
        ['count', 'Count them', ['words', 'count']],
      ],
    );
  });

  it('keeps the outline of all that can be read while a line is unfinished', async () => {
    const { document } = await written(
      workflowText.replace('{ words: { from: fetch.words } }', '{ words: { from: fet'),
    );
    const [nodes] = await outlineOf(document);
    assert.deepEqual(
      nodes?.children.map(({ name }) => name),
      ['fetch', 'count'],
    );
    const count = nodes?.children[1];
    assert.equal(document.getText(count?.selectionRange), 'count');
  });

  it('says of a node what it does, in text that is not read as markup', async () => {
    const label = '[x](command:evil) <b>$(flame)';
    const { document, at } = await written(
      workflowText.replace('label: Count them', `label: '${label}'`).replace('from: fetch.words', 'from: fe|tch.words'),
    );
    const hover = await hoverAt(document, at);
    assert.match(hover, /tools\/fetch\.sh/);
    assert.match(hover, /words → words\.txt/);
    const place = document.positionAt(document.getText().indexOf('count:') + 1);
    const hostile = await hoverAt(document, place);
    assert.doesNotMatch(hostile, /[^\\]\]\(command/);
    assert.doesNotMatch(hostile, /<b>/);
  });

  it('offers what a wire may come from, in a text that is not valid yet and not saved', async () => {
    const { labels } = await completions(
      workflowText.replace('{ words: { from: fetch.words } }', '{ words: { from: |'),
    );
    assert.deepEqual(labels, ['fetch.words']);
    const needs = await completions(workflowText.replace('    run: wc', '    needs: [|\n    run: wc'));
    assert.deepEqual(needs.labels, ['fetch']);
  });

  it('offers the files of the workspace for a module', async () => {
    const { labels } = await completions('nodes:\n  a:\n    uses: |\n');
    assert.ok(labels.includes('sort.module.yaml'), labels.join());
  });

  it('offers the outputs of a module', async () => {
    const { labels } = await completions(
      'nodes:\n  a: { uses: ./sort.module.yaml }\n  b: { run: x, inputs: { i: { from: a.| } } }\n',
    );
    assert.deepEqual(labels, ['a.sorted']);
  });

  it('leads from a wire to the output, and from a path to the file', async () => {
    const { document, at } = await written(workflowText.replace('from: fetch.words', 'from: fetch.wo|rds'));
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    assert.equal(
      link?.targetRange.start.line,
      document.positionAt(document.getText().indexOf('words: words.txt')).line,
    );
    const inPath = document.positionAt(document.getText().indexOf('tools/fetch.sh') + 2);
    const [file] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      inPath,
    );
    assert.equal(file?.targetUri.fsPath, world.script);
  });

  it('renames a node everywhere, or says why not', async () => {
    const { document, at } = await written(workflowText.replace('  fetch:\n    script', '  fe|tch:\n    script'));
    const rename = (to: string): Thenable<vscode.WorkspaceEdit> =>
      vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, at, to);
    await assert.rejects(async () => rename('count'), /There is a node `count` already/);
    await assert.rejects(async () => rename('inputs'), /stands for the inputs/);
    await vscode.workspace.applyEdit(await rename('get'));
    assert.match(document.getText(), /from: get\.words/);
    assert.match(document.getText(), /^ {2}get: \[0, 0\] # the first$/m);
  });

  it('mends a wire from a node that is not there, in one step of undo', async () => {
    const broken = workflowText.replace('from: fetch.words', 'from: fecth.words');
    const { document } = await written(broken);
    const [fix] = await fixesOf(document, 'unknown-node');
    assert.equal(fix?.title, 'Change to “fetch.words”');
    assert.equal(fix.isPreferred, true);
    assert.ok(fix.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.getText(), workflowText);
  });

  it('shows a cycle on the canvas', async () => {
    const cycle = workflowText.replace('    script:', '    needs: [count]\n    script:');
    const { document } = await written(cycle);
    const [fix] = await fixesOf(document, 'cycle');
    assert.equal(fix?.title, 'Show the cycle');
    assert.ok(fix.command);
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    await world.shows('its nodes', (state) => state.graph?.nodes.length === 2);
  });

  it('has an outline and completion before it is saved anywhere', async () => {
    const uri = vscode.Uri.file(path.join(tmpdir(), `runlens-${Date.now()}`, 'fresh.workflow.yaml')).with({
      scheme: 'untitled',
    });
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      uri,
      new vscode.Position(0, 0),
      'nodes:\n  a: { run: x, outputs: { o: o } }\n  b: { run: x, needs: [] }\n',
    );
    await vscode.workspace.applyEdit(edit);
    const [nodes] = await outlineOf(document);
    assert.deepEqual(
      nodes?.children.map(({ name }) => name),
      ['a', 'b'],
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
