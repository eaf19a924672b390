/** Where the canvas looks: pure sums over boxes, in canvas pixels, and the size of the view, in screen pixels. */
import { nodeSize, type Graph, type GraphNode } from '../../../model/workflow/graph';

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Zoom that the canvas allows; below `readable` titles cannot be read, so the first view does not go there. */
export const zoomLimits = { min: 0.1, max: 2, readable: 0.6 } as const;

const margin = 24;

/** The first view: all of it when that can be read, else its beginning (upper left). Never larger than life. */
export function firstViewport(graph: Graph, size: Size): Viewport {
  const box = bounds(graph.nodes);
  const fit = Math.min((size.width - 2 * margin) / box.width, (size.height - 2 * margin) / box.height);
  const zoom = Math.min(1, Math.max(zoomLimits.readable, fit));
  const along = (start: number, length: number, room: number): number =>
    length * zoom + 2 * margin > room ? margin - start * zoom : (room - length * zoom) / 2 - start * zoom;
  return { x: along(box.x, box.width, size.width), y: along(box.y, box.height, size.height), zoom };
}

/**
 * The view once its size is another: one that fitted the graph fits it again when its height changed. A width alone moves
 * nothing, or the second click of a double click would meet another place as the inspector opens with the first.
 */
export function viewportAfter(viewport: Viewport, graph: Graph, before: Size, after: Size): Viewport {
  if (after.height === before.height || before.height === 0 || after.height === 0) return viewport;
  const fitting = firstViewport(graph, before);
  const isFitting =
    Math.abs(fitting.x - viewport.x) < 1 && Math.abs(fitting.y - viewport.y) < 1 && fitting.zoom === viewport.zoom;
  return isFitting ? firstViewport(graph, after) : viewport;
}

/**
 * The view moved as little as possible so that the node is wholly in it; the same object when it already is. Of a node that
 * is larger than the view its beginning is shown, where its title is.
 */
export function viewportShowing(viewport: Viewport, size: Size, node: GraphNode): Viewport {
  const box = bounds([node]);
  const x = shift(box.x * viewport.zoom + viewport.x, box.width * viewport.zoom, size.width);
  const y = shift(box.y * viewport.zoom + viewport.y, box.height * viewport.zoom, size.height);
  return x === 0 && y === 0 ? viewport : { x: viewport.x + x, y: viewport.y + y, zoom: viewport.zoom };
}

/** Less than this, in screen pixels, is no reason to move the view: sums of fractions are not exact. */
const nothingToSee = 0.01;

function shift(start: number, length: number, room: number): number {
  const edge = Math.min(24, Math.max(0, (room - length) / 2));
  const under = edge - start;
  if (under > nothingToSee || (length > room && under < -nothingToSee)) return under;
  const over = start + length - (room - edge);
  return over > nothingToSee ? -over : 0;
}

function bounds(nodes: readonly GraphNode[]): { x: number; y: number } & Size {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const node of nodes) {
    const size = nodeSize(node);
    left = Math.min(left, node.position.x);
    top = Math.min(top, node.position.y);
    right = Math.max(right, node.position.x + size.width);
    bottom = Math.max(bottom, node.position.y + size.height);
  }
  return nodes.length === 0
    ? { x: 0, y: 0, width: 1, height: 1 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}
