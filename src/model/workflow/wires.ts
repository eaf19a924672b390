/** How a file writes where a value comes from: `node.output` or `inputs.name`. */
import { inputsNodeId } from './graph';
import type { WireSource } from './workflow';

/** The source that a text names; null when it is no wire. */
export function parseWire(text: string): WireSource | null {
  const match = /^([^.\s]+)\.([^.\s]+)$/.exec(text);
  const [, from, name] = match ?? [];
  if (from === undefined || name === undefined) return null;
  return from === inputsNodeId ? { kind: 'input', input: name } : { kind: 'output', node: from, output: name };
}

/** A source as the file writes it. */
export function wireText(source: WireSource): string {
  return source.kind === 'input' ? `${inputsNodeId}.${source.input}` : `${source.node}.${source.output}`;
}
