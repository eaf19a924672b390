/** Places on cards where connections begin and end, and how to find them in the page. */
import { inputsNodeId } from '../../../../model/workflow/graph';
import type { WireSource } from '../../../../model/workflow/workflow';
import type { Side } from '../../model/ports';

/** A dot; `port` null: the one at the title, for order alone. */
export interface Place {
  readonly nodeId: string;
  readonly side: Side;
  readonly port: string | null;
}

/** What is under the pointer: a place, or a card as a whole. */
export type Spot = Place | { readonly nodeId: string; readonly side: null };

/** The place of a dot, by the id that the card gives it; null for any other element. */
export function placeOfDot(dot: HTMLElement | null): Place | null {
  const [, side, port] = /^(source|target)(?::(.*))?$/s.exec(dot?.dataset['handleid'] ?? '') ?? [];
  const nodeId = dot?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
  if (nodeId === undefined || (side !== 'source' && side !== 'target')) return null;
  return { nodeId, side, port: port ?? null };
}

/** The dot that a press on `element` takes up. */
export function dotAt(element: EventTarget | null): HTMLElement | null {
  return element instanceof Element ? element.closest<HTMLElement>('.card [data-handleid]') : null;
}

/** What is on screen at a point, for a connection that looks for places of one side: a port counts by its name too. */
export function spotAt(point: { readonly x: number; readonly y: number }, side: Side): Spot | null {
  const element = document.elementFromPoint(point.x, point.y);
  const dot = element?.closest<HTMLElement>('[data-handleid]') ?? portDot(element);
  const place = placeOfDot(dot);
  if (place !== null && (place.side === side || dot === element)) return place;
  const nodeId = element?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
  return nodeId === undefined ? null : { nodeId, side: null };
}

function portDot(element: Element | null): HTMLElement | null {
  return element?.closest('.port')?.querySelector<HTMLElement>('[data-handleid]') ?? null;
}

/** The source that a port of a node stands for. */
export function sourceOfPort(nodeId: string, port: string): WireSource {
  return nodeId === inputsNodeId ? { kind: 'input', input: port } : { kind: 'output', node: nodeId, output: port };
}
