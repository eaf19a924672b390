import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandNode } from '../../../src/model/workflow/newNode';
import { nodeSize } from '../../../src/model/workflow/graph';
import { addNodes } from '../../../src/extension/workflowEditor/adding/addNodes';
import type { EditorSession } from '../../../src/extension/workflowEditor/editorSession';
import { mustEditDocument } from '../../../src/extension/workflowEditor/editDocument';
import type { LiveShare } from '../../../src/extension/workflows/liveWorkflows';
import { api, workflowText, World } from './editor-world';

describe('deleting nodes on the canvas', () => {
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

  const remove = async (readOnly: string | null, ...nodeIds: string[]): Promise<void> => {
    const state = world.state();
    const session = {
      document: await world.document(),
      fileName: 'words.workflow.yaml',
      live: share.live,
      state: () => ({ ...state, file: { ...state.file, readOnly } }),
    };
    await mustEditDocument(session, { kind: 'removeNodes', nodeIds }, world.runlens.editors.versions.parser);
  };

  it('takes the node, the wires from it and its place out of the text, as one step of undo', async () => {
    await remove(null, 'fetch');
    const expected = workflowText
      .replace('  fetch:\n    script: tools/fetch.sh\n    outputs: { words: words.txt }\n', '')
      .replace('    inputs: { words: { from: fetch.words } }\n', '')
      .replace('  fetch: [0, 0] # the first\n', '');
    assert.equal((await world.document()).getText(), expected);
    await world.shows('one node', ({ graph }) => graph?.nodes.length === 1 && graph.edges.length === 0);
    await vscode.commands.executeCommand('undo');
    assert.equal((await world.document()).getText(), workflowText);
    await world.shows('both nodes again', ({ graph }) => graph?.nodes.length === 2 && graph.edges.length === 1);
  });

  it('sees what was typed a moment ago', async () => {
    await world.edit(world.workflow, 'label: Count them', 'label: Count all');
    await remove(null, 'fetch');
    const text = (await world.document()).getText();
    assert.match(text, /label: Count all/);
    assert.doesNotMatch(text, /fetch/);
  });

  it('is refused with the reason where the canvas is read-only, and changes nothing', async () => {
    await assert.rejects(remove('This is a snapshot.', 'fetch'), /This is a snapshot/);
    await assert.rejects(remove(null, 'nowhere'), /nowhere/);
    assert.equal((await world.document()).isDirty, false);
  });
});

describe('adding nodes on the canvas', () => {
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

  it('leaves none under another one, however fast they are asked for', async () => {
    const session = {
      document: await world.document(),
      fileName: 'words.workflow.yaml',
      live: share.live,
      state: () => world.state(),
    } as unknown as EditorSession;
    const nodes = [commandNode('Copy', 'sh')];
    const add = () => addNodes(session, { nodes, middle: { x: 500, y: 500 } }, world.runlens.editors.versions.parser);
    const answers = await Promise.all([add(), add(), add()]);
    assert.deepEqual(
      answers.map((answer) => answer.kind === 'done' && answer.nodeIds),
      [['copy'], ['copy-2'], ['copy-3']],
    );
    const { graph } = await world.shows('all of them', (state) => state.graph?.nodes.length === 5);
    const copies = (graph?.nodes ?? []).slice(2).toSorted((one, other) => one.position.y - other.position.y);
    for (const [index, node] of copies.entries()) {
      const below = copies[index + 1];
      assert.ok(below === undefined || node.position.y + nodeSize(node).height <= below.position.y);
    }
  });
});
