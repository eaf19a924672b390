/** Answers what the canvas asks for to add nodes. */
import type { MessageConnection } from 'vscode-jsonrpc';
import { freeId } from '../../../model/workflow/edit/freeId';
import { commandNode, fileNode } from '../../../model/workflow/newNode';
import type { Position } from '../../../model/workflow/workflow';
import * as wire from '../../../protocol/adding';
import { onRequest } from '../../../protocol/rpc';
import { Refusal } from '../../commands/commandErrors';
import type { WorkflowParser } from '../../workflows/workflowParser';
import type { EditorSession } from '../editorSession';
import { addNodes } from './addNodes';
import { copyNodes, duplicateNodes, pasteNodes } from './clipboard';
import { referencesToDropped } from './droppedFiles';
import { createScript } from './newScript';
import { findNodeFiles } from './workspaceFiles';

/** Declares the answers on a wire that is not listening yet. */
export function answerAdding(connection: MessageConnection, session: EditorSession, parser: WorkflowParser): void {
  const { place } = session.live;
  onRequest(connection, wire.findNodeFiles, ({ query }, token) => findNodeFiles(place, query, parser, token));
  onRequest(connection, wire.copyNodes, async ({ nodeIds }) => ({ text: await copyNodes(session, nodeIds, parser) }));
  onRequest(connection, wire.addNode, ({ node, middle }) =>
    adding(session, () => addNewNode(session, node, middle, parser)),
  );
  onRequest(connection, wire.addDroppedFiles, ({ uris, middle }) =>
    adding(session, async () => {
      const references = await referencesToDropped(place, uris, parser);
      return addNodes(session, { nodes: apart(references), middle }, parser);
    }),
  );
  onRequest(connection, wire.duplicateNodes, ({ nodeIds }) =>
    adding(session, () => duplicateNodes(session, nodeIds, parser)),
  );
  onRequest(connection, wire.pasteNodes, ({ text, middle }) =>
    adding(session, () => pasteNodes(session, text, middle, parser)),
  );
}

async function addNewNode(
  session: EditorSession,
  node: wire.NewNode,
  middle: Position,
  parser: WorkflowParser,
): Promise<wire.AddAnswer> {
  switch (node.kind) {
    case 'command':
      return addNodes(session, { nodes: [commandNode(node.name, node.shell)], middle }, parser);
    case 'file':
      return addNodes(session, { nodes: [fileNode(node.path)], middle }, parser);
    case 'newScript': {
      const script = await createScript(session.live.place, node.path);
      const answer = await addNodes(session, { nodes: [fileNode(script.reference)], middle }, parser);
      if (answer.kind === 'refused') await script.discard();
      return answer;
    }
  }
}

/** A file that takes no edits is not asked for any; a refusal belongs to the spot where it was asked for. */
async function adding(session: EditorSession, add: () => Promise<wire.AddAnswer>): Promise<wire.AddAnswer> {
  const { readOnly } = session.state().file;
  if (readOnly !== null) return { kind: 'refused', message: readOnly };
  try {
    return await add();
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', message: error.message };
    throw error;
  }
}

/** Files of one name in several folders are nodes of several names. */
function apart(references: readonly string[]) {
  const taken = new Set<string>();
  return references.map((reference) => {
    const node = fileNode(reference);
    const id = freeId(node.id, taken);
    taken.add(id);
    return { ...node, id };
  });
}
