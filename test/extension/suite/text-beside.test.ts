import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { WorkflowEdit } from '../../../src/model/workflow/edit/workflowEdit';
import type { EditAnswer } from '../../../src/protocol/authoring';
import { editDocument } from '../../../src/extension/workflowEditor/editDocument';
import type { LiveShare } from '../../../src/extension/workflows/liveWorkflows';
import type { WorkflowParser } from '../../../src/extension/workflows/workflowParser';
import { api, eventually, workflowText, World } from './editor-world';

describe('the text beside the canvas', () => {
  let world: World;
  let share: LiveShare;
  beforeEach(async () => {
    world = new World(await api());
    await world.open();
    share = await world.runlens.editors.versions.workflows.share(world.workflow);
  });
  afterEach(async () => {
    share.dispose();
    await world.end();
  });

  const parser = (): WorkflowParser => world.runlens.editors.versions.parser;
  const edit = async (what: WorkflowEdit, by: Pick<WorkflowParser, 'edit'> = parser()): Promise<EditAnswer> => {
    const document = await world.document();
    const session = { document, fileName: 'words.workflow.yaml', live: share.live, state: () => world.state() };
    return editDocument(session, what, by);
  };
  const move = (nodeId: string, x: number): WorkflowEdit => ({ kind: 'move', moved: [{ nodeId, x, y: 0 }] });
  const text = async (): Promise<string> => (await world.document()).getText();
  const titles = (): string[] => (world.state().graph?.nodes ?? []).map(({ title }) => title);
  /** A parser during whose work somebody types, once. */
  const whileTyping = (from: string, to: string): Pick<WorkflowParser, 'edit'> => {
    let hasTyped = false;
    return {
      edit: async (...asked) => {
        const answer = await parser().edit(...asked);
        if (!hasTyped) await world.edit(world.workflow, from, to);
        hasTyped = true;
        return answer;
      },
    };
  };

  describe('edits on the canvas', () => {
    it('all land, in their order, when they come faster than the text can be read', async () => {
      const label = (value: string): WorkflowEdit => {
        return { kind: 'setNodeField', nodeId: 'count', field: { name: 'label', value } };
      };
      const asked = Array.from({ length: 10 }, (_, n) => [
        edit(label(`Label ${n}`)),
        edit(move('fetch', n * 20)),
      ]).flat();
      const answers = await Promise.all(asked);
      assert.deepEqual([...new Set(answers.map(({ kind }) => kind))], ['done']);
      const expected = workflowText.replace('Count them', 'Label 9').replace('fetch: [0, 0]', 'fetch: [180, 0]');
      assert.equal(await text(), expected);
      for (let step = 0; step < asked.length; step += 1) await vscode.commands.executeCommand('undo');
      assert.equal(await text(), workflowText);
    });

    it('are worked out again for what was typed meanwhile, and lose none of it', async () => {
      const answer = await edit({ kind: 'removeNodes', nodeIds: ['fetch'] }, whileTyping('# Counts', '# It counts'));
      assert.equal(answer.kind, 'done');
      assert.match(await text(), /^# It counts words/);
      assert.doesNotMatch(await text(), /fetch/);
    });

    it('are refused whole when what was typed meanwhile leaves them no place', async () => {
      const typed = whileTyping('  count:\n    label: Count them', '  tally:\n    label: Count them');
      const answer = await edit({ kind: 'setNodeField', nodeId: 'count', field: { name: 'retries', value: 2 } }, typed);
      assert.ok(answer.kind === 'refused');
      assert.match(answer.message, /count/);
      assert.equal(await text(), workflowText.replace('  count:\n    label', '  tally:\n    label'));
    });

    it('reach a file of 2 MB too', async () => {
      const many = Array.from({ length: 1000 }, (_, n) => `  n${n}:\n    run: |\n      ${'echo 1; '.repeat(250)}\n`);
      const big = `nodes:\n${many.join('')}layout:\n  n0: [0, 0]\n`;
      assert.ok(big.length > 2_000_000);
      writeFileSync(world.workflow, big);
      await world.shows('all nodes', ({ graph }) => graph?.nodes.length === 1000);
      assert.deepEqual(await edit(move('n0', 60)), { kind: 'done', notes: [] });
      assert.equal(await text(), big.replace('[0, 0]', '[60, 0]'));
    });
  });

  describe('text that cannot be read for a moment', () => {
    it('leaves the last good canvas, not to be edited, with the line to mend; and it lives again', async () => {
      const before = world.state().graph;
      await world.edit(world.workflow, 'run: wc', 'run: "wc');
      const { file, graph } = await world.shows('the broken text', (state) => state.file.outdated !== null);
      assert.deepEqual(graph, before);
      assert.match(file.readOnly ?? '', /last text that could be read. Mend line \d+ to go on/);
      const answer = await edit(move('fetch', 40));
      assert.deepEqual(answer, { kind: 'refused', message: file.readOnly });
      await world.edit(world.workflow, 'run: "wc', 'run: wc');
      const mended = await world.shows('the mended text', (state) => state.file.outdated === null);
      assert.equal(mended.file.readOnly, null);
      assert.deepEqual(mended.graph, before);
    });

    it('does not take the run off the canvas', async () => {
      await world.run();
      await world.edit(world.workflow, 'run: wc', 'run: "wc');
      const { loaded, nodeRuns, graph } = await world.shows('the broken text', ({ file }) => file.outdated !== null);
      assert.equal(loaded?.mode.kind, 'overlay');
      assert.equal(nodeRuns.length, 2);
      assert.equal(graph?.nodes.length, 2);
      await vscode.commands.executeCommand('undo');
      await world.shows('no difference', (state) => state.file.outdated === null && !state.loaded?.versionsDiffer);
    });
  });

  describe('a file that changes on disk', () => {
    it('shows on the canvas when nothing is unsaved', async () => {
      writeFileSync(world.workflow, workflowText.replace('Count them', 'From outside'));
      await world.shows('the new label', () => titles().includes('From outside'));
    });

    it('takes nothing of what is unsaved: canvas and text keep it, and VS Code asks before it is written over', async () => {
      await edit({ kind: 'setNodeField', nodeId: 'count', field: { name: 'label', value: 'Unsaved' } });
      const outside = workflowText.replace('Word count', 'Written outside');
      writeFileSync(world.workflow, outside);
      await share.live.refresh('file');
      await world.shows('the unsaved label', () => titles().includes('Unsaved'));
      assert.deepEqual(await edit(move('fetch', 40)), { kind: 'done', notes: [] });
      const document = await world.document();
      assert.equal(document.isDirty, true);
      assert.match(document.getText(), /Unsaved[^]*fetch: \[40, 0\]/);
      assert.equal(readFileSync(world.workflow, 'utf8'), outside);
      // So that the test's own end does not meet the question.
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });
  });

  describe('undo on the canvas', () => {
    const selected = async (): Promise<readonly string[]> => {
      const { beside } = world.runlens.editors;
      return eventually(
        () => beside.selectedOn(world.uri),
        () => 'what the undo selects',
      );
    };

    it('selects what came back', async () => {
      await edit({ kind: 'removeNodes', nodeIds: ['fetch'] });
      await world.shows('one node', ({ graph }) => graph?.nodes.length === 1);
      await vscode.commands.executeCommand('undo');
      await world.shows('both nodes', ({ graph }) => graph?.nodes.length === 2);
      // Its reader has its wire again, and so changed too.
      assert.deepEqual(await selected(), ['fetch', 'count']);
    });

    it('selects the node whose text it changed, though the card looks the same', async () => {
      await edit({ kind: 'setNodeField', nodeId: 'count', field: { name: 'retries', value: 3 } });
      await share.live.settled();
      await vscode.commands.executeCommand('undo');
      assert.deepEqual(await selected(), ['count']);
    });

    it('selects the node that it moved back', async () => {
      await edit(move('fetch', 400));
      await world.shows('it moved', ({ graph }) => graph?.nodes[0]?.position.x === 400);
      await vscode.commands.executeCommand('undo');
      assert.deepEqual(await selected(), ['fetch']);
    });
  });

  describe('side by side', () => {
    const visibleText = (): vscode.TextEditor | undefined =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.fsPath === world.workflow);

    it('opens the text beside and keeps the canvas; asked again it is the same one', async () => {
      await vscode.commands.executeCommand('runlens.openAsText');
      assert.ok(visibleText());
      assert.equal(vscode.window.tabGroups.all.length, 2);
      assert.ok(world.state().graph);
      await vscode.commands.executeCommand('runlens.openAsText', world.uri);
      assert.equal(vscode.window.tabGroups.all.length, 2);
      assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 2);
    });

    it('opens the canvas beside a text, which keeps the focus', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.window.showTextDocument(world.uri);
      await vscode.commands.executeCommand('runlens.openCanvasToSide');
      await world.shows('its nodes', ({ graph }) => graph?.nodes.length === 2);
      assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, world.workflow);
      assert.equal(vscode.window.tabGroups.all.length, 2);
    });
  });
});
