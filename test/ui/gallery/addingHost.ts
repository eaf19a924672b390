/** The host's answers to what the canvas asks for to add nodes, by the real model on the text of the page. */
import type { MessageConnection } from 'vscode-jsonrpc/browser';
import { fragmentOf, readFragment } from '../../../src/model/workflow/edit/fragment';
import { commandNode, fileNode } from '../../../src/model/workflow/newNode';
import { parseWorkflow } from '../../../src/model/workflow/parse';
import { middleOf, placeGroup, type PlacedBox } from '../../../src/model/workflow/placeGroup';
import { rankedPaths } from '../../../src/model/workflow/rankedPaths';
import type { Position, WorkflowNode } from '../../../src/model/workflow/workflow';
import {
  addDroppedFiles,
  addNode,
  copyNodes,
  duplicateNodes,
  findNodeFiles,
  pasteNodes,
  type AddAnswer,
  type NodeFile,
} from '../../../src/protocol/adding';
import { onRequest } from '../../../src/protocol/rpc';
import type { WrittenWorkflow } from './writtenWorkflow';

const files: readonly NodeFile[] = [
  { path: './scan.module.yaml', kind: 'module' },
  { path: 'tools/list-packages.mjs', kind: 'script' },
  { path: 'tools/count-licences.py', kind: 'script' },
  { path: 'tools/a-folder-with-a-long-name/and-a-file-with-a-longer-one-that-fits-nowhere.sh', kind: 'script' },
];

/** Declares the answers; `written` is null for states without a text, to which nothing is added. */
export function answerAdding(
  connection: MessageConnection,
  written: WrittenWorkflow | null,
  changed: () => void,
): void {
  const add = (nodes: readonly WorkflowNode[], boxes: readonly PlacedBox[], middle: Position): AddAnswer => {
    const graph = written?.state().graph ?? { nodes: [], edges: [] };
    const answer = written?.edit({ kind: 'paste', nodes, positions: placeGroup(boxes, graph, middle) });
    if (answer === undefined || answer.kind === 'refused') {
      return { kind: 'refused', message: answer?.message ?? 'The file is read-only.' };
    }
    changed();
    const ids = new Map(answer.notes.flatMap((note) => (note.kind === 'renamed' ? [[note.from, note.to]] : [])));
    return { kind: 'done', nodeIds: nodes.map(({ id }) => ids.get(id) ?? id), notes: answer.notes };
  };
  const addOne = (node: WorkflowNode, middle: Position): AddAnswer =>
    add([node], [{ id: node.id, inputPorts: [], outputPorts: [], position: { x: 0, y: 0 } }], middle);
  const copied = (nodeIds: readonly string[]): string => {
    const { workflow, file } = parseWorkflow('audit.workflow.yaml', written?.text ?? '');
    return workflow === null ? '' : fragmentOf(workflow, nodeIds, file, written?.state().graph ?? null);
  };
  const paste = (text: string, middle: Position): AddAnswer => {
    const read = readFragment(text);
    return read.kind === 'refused' ? read : add(read.nodes, read.boxes, middle);
  };

  onRequest(connection, findNodeFiles, ({ query }) => ({
    files: rankedPaths(
      files.map(({ path }) => path),
      query,
    ).flatMap((path) => files.filter((file) => file.path === path)),
    hasMore: false,
  }));
  onRequest(connection, addNode, ({ node, middle }) =>
    addOne(node.kind === 'command' ? commandNode(node.name, node.shell) : fileNode(node.path), middle),
  );
  onRequest(connection, addDroppedFiles, ({ uris, middle }) =>
    addOne(fileNode(uris[0]?.split('/').at(-1) ?? ''), middle),
  );
  onRequest(connection, copyNodes, async ({ nodeIds }) => {
    const text = copied(nodeIds);
    await navigator.clipboard.writeText(text);
    return { text };
  });
  onRequest(connection, pasteNodes, async ({ text, middle }) =>
    paste(text ?? (await navigator.clipboard.readText()), middle),
  );
  onRequest(connection, duplicateNodes, ({ nodeIds }) => {
    const chosen = (written?.state().graph?.nodes ?? []).filter(({ id }) => nodeIds.includes(id));
    return paste(copied(nodeIds), middleOf(chosen) ?? { x: 0, y: 0 });
  });
}
