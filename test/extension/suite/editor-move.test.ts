import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { mustEditDocument } from '../../../src/extension/workflowEditor/editDocument';
import type { LiveWorkflow } from '../../../src/extension/workflows/liveWorkflow';
import { WorkflowParser } from '../../../src/extension/workflows/workflowParser';
import { api, workflowText, World } from './editor-world';

describe('moving nodes on the canvas', () => {
  let world: World;
  let parser: WorkflowParser;
  beforeEach(async () => {
    world = new World(await api());
    await world.open();
    const extension = vscode.extensions.getExtension('runlens.runlens');
    parser = new WorkflowParser(path.join(extension?.extensionPath ?? '', 'dist', 'parser.js'));
  });
  afterEach(async () => {
    parser.dispose();
    await world.end();
  });

  const move = async (readOnly: string | null, ...moved: { nodeId: string; x: number; y: number }[]): Promise<void> => {
    const state = world.state();
    const document = await world.document();
    const session = {
      document,
      fileName: 'words.workflow.yaml',
      // A move asks for nothing that was read before.
      live: { handle: 'unread', settled: () => Promise.resolve({ kind: 'gone' }) } as unknown as LiveWorkflow,
      state: () => ({ ...state, file: { ...state.file, readOnly } }),
    };
    await mustEditDocument(session, { kind: 'move', moved }, parser);
  };

  it('writes the new positions and leaves every other byte, as one step of undo', async () => {
    await move(null, { nodeId: 'fetch', x: 10, y: 20 }, { nodeId: 'count', x: 330, y: 20 });
    const expected = workflowText
      .replace('[0, 0] # the first', '[10, 20] # the first')
      .replace('[320, 0]', '[330, 20]');
    assert.equal((await world.document()).getText(), expected);
    await world.shows(
      'the new position',
      ({ graph }) => graph?.nodes.some(({ position }) => position.x === 330) ?? false,
    );
    await vscode.commands.executeCommand('undo');
    assert.equal((await world.document()).getText(), workflowText);
  });

  it('is refused with the reason where the canvas is read-only', async () => {
    await assert.rejects(move('This is a snapshot.', { nodeId: 'fetch', x: 1, y: 1 }), /This is a snapshot/);
    assert.equal((await world.document()).isDirty, false);
  });
});
