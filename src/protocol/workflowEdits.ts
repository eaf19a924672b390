/**
 * The shape of an edit that a webview asks for. Only the extension host applies it: a webview makes edits and never
 * receives one, and the canvas is held to a size.
 */
import * as z from 'zod/mini';
import type { WorkflowEdit } from '../model/workflow/edit/workflowEdit';

const text = z.string();
const textOrNull = z.nullable(text);
const nodeId = text;
const name = text;
const to = text;
const shell = z.enum(['sh', 'bash', 'python', 'node']);
const when = z.enum(['success', 'always']);
const machine = z.enum(['small', 'medium', 'large']);
const inputType = z.enum(['string', 'boolean', 'number', 'file', 'folder']);
const x = z.number();
const position = z.object({ x, y: x });
const moved = z.array(z.object({ nodeId, x, y: x }));

const wireSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('input'), input: text }),
  z.object({ kind: z.literal('output'), node: text, output: text }),
]);
const inputValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('literal'), value: text }),
  z.object({ kind: z.literal('path'), path: text }),
  z.object({ kind: z.literal('wire'), source: wireSource }),
]);
const workflowNode = z.object({
  id: text,
  label: z.exactOptional(text),
  action: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('run'), shell, run: text }),
    z.object({ kind: z.literal('script'), shell, script: text }),
    z.object({ kind: z.literal('module'), uses: text }),
  ]),
  inputs: z.array(z.object({ name, value: inputValue })),
  outputs: z.array(z.object({ name, path: text })),
  needs: z.array(text),
  when,
  timeoutSeconds: z.exactOptional(z.number()),
  retries: z.number(),
  machine: z.exactOptional(machine),
});
const nodeField = z.discriminatedUnion('name', [
  z.object({ name: z.literal('label'), value: textOrNull }),
  z.object({ name: z.enum(['run', 'script', 'uses']), value: text }),
  z.object({ name: z.literal('shell'), value: z.nullable(shell) }),
  z.object({ name: z.literal('needs'), value: z.array(text) }),
  z.object({ name: z.literal('when'), value: z.nullable(when) }),
  z.object({ name: z.literal('timeout'), value: textOrNull }),
  z.object({ name: z.literal('retries'), value: z.nullable(z.number()) }),
  z.object({ name: z.literal('machine'), value: z.nullable(machine) }),
]);

export const workflowEdit: z.ZodMiniType<WorkflowEdit> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('addNode'), node: workflowNode, at: z.exactOptional(position) }),
  z.object({ kind: z.literal('removeNodes'), nodeIds: z.array(text) }),
  z.object({ kind: z.literal('renameNode'), nodeId, to }),
  z.object({ kind: z.literal('setNodeField'), nodeId, field: nodeField }),
  z.object({ kind: z.literal('setNodeInput'), nodeId, name, value: inputValue }),
  z.object({ kind: z.literal('removeNodeInput'), nodeId, name }),
  z.object({ kind: z.literal('renameNodeInput'), nodeId, name, to }),
  z.object({ kind: z.literal('moveWire'), nodeId, name, to: z.object({ nodeId, name }) }),
  z.object({ kind: z.literal('setNodeOutput'), nodeId, name, path: text }),
  z.object({ kind: z.literal('removeNodeOutput'), nodeId, name }),
  z.object({ kind: z.literal('renameNodeOutput'), nodeId, name, to }),
  z.object({ kind: z.literal('addNeed'), nodeId, need: text }),
  z.object({ kind: z.literal('removeNeed'), nodeId, need: text }),
  z.object({
    kind: z.literal('setWorkflowField'),
    field: z.enum(['name', 'description', 'project', 'fleet']),
    value: textOrNull,
  }),
  z.object({ kind: z.literal('setWorkflowInput'), name, type: inputType, default: textOrNull }),
  z.object({ kind: z.literal('removeWorkflowInput'), name }),
  z.object({ kind: z.literal('renameWorkflowInput'), name, to }),
  z.object({ kind: z.literal('setWorkflowOutput'), name, from: wireSource }),
  z.object({ kind: z.literal('removeWorkflowOutput'), name }),
  z.object({ kind: z.literal('renameWorkflowOutput'), name, to }),
  z.object({ kind: z.literal('move'), moved }),
  z.object({ kind: z.literal('paste'), nodes: z.array(workflowNode), positions: moved }),
]);
