/** That an edit stays at its place. */
import { expect } from 'vitest';
import type { WorkflowEdit } from '../../../../src/model/workflow/edit/workflowEdit';
import type { TextEdit } from '../../../../src/model/workflow/moveEdit';

/**
 * Of the lines that an edit takes away or changes, each is of a node that the edit names, or has one of its names in it, or is
 * blank or a comment. Only files in block style are held to it, where a node has lines of its own.
 */
export function expectOnlyNamedLines(text: string, edit: WorkflowEdit, edits: readonly TextEdit[]): void {
  if (/^\s*\{/.test(text) || edit.kind === 'paste' || edit.kind === 'addNode') {
    for (const { offset, length } of edits) {
      // What is only added takes nothing away but an empty value in its place.
      if (edit.kind === 'addNode' || edit.kind === 'paste') {
        expect(text.slice(offset, offset + length)).toMatch(/^[\s{}]*$|^ *null$|^-?\d+$/);
      }
    }
    return;
  }
  const words = namesIn(edit);
  for (const { offset, length } of edits) {
    for (const place of lineStarts(text, offset, offset + length)) {
      const removed =
        text
          .slice(Math.max(offset, place), offset + length)
          .split('\n', 1)[0]
          ?.trim() ?? '';
      // A key by itself is the head of a map that goes with its last entry.
      if (/^["']?[\w-]+["']?:( *#.*)?$/.test(removed)) continue;
      if (removed === '' || removed === ',' || removed.startsWith('#')) continue;
      const path = pathAt(text, place);
      if (words.some((word) => path.includes(word))) continue;
      throw new Error(`"${removed}" is taken away and is none of ${words.join(', ')}`);
    }
  }
}

/** Where the lines begin that have a part between two offsets. */
function lineStarts(text: string, start: number, end: number): number[] {
  const starts = [];
  for (let line = text.lastIndexOf('\n', start - 1) + 1; line < end; line = text.indexOf('\n', line) + 1) {
    starts.push(line);
    if (!text.includes('\n', line)) break;
  }
  return starts;
}

function namesIn(edit: WorkflowEdit): string[] {
  switch (edit.kind) {
    case 'removeNodes':
      return [...edit.nodeIds];
    case 'moveWire':
      return [edit.nodeId, edit.to.nodeId];
    case 'move':
      return edit.moved.map((one) => one.nodeId);
    case 'setWorkflowField':
      return [edit.field];
    case 'addNode':
    case 'paste':
      return [];
    default:
      return 'nodeId' in edit ? [edit.nodeId] : [edit.name];
  }
}

/** The line at an offset with the lines above it that it is indented under. */
function pathAt(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  const end = text.indexOf('\n', offset);
  const path = [(lines.pop() ?? '') + text.slice(offset, end === -1 ? text.length : end)];
  let indent = path[0]?.search(/\S/) ?? 0;
  for (const line of lines.toReversed()) {
    const own = line.search(/\S/);
    if (own === -1 || own >= indent || line.trim().startsWith('#')) continue;
    path.push(line);
    indent = own;
  }
  return path.join('\n');
}
