/** Positions of a drag until the host's graph has them: the only thing the canvas ever shows ahead of the host. */
import type { Graph } from '../../../model/workflow/graph';
import type { Position } from '../../../model/workflow/workflow';

export interface Moves {
  readonly positions: ReadonlyMap<string, Position>;
  /** `dragging`: in hand; `asked`: the host was told; `answered`: it is done, and its next graph is the truth. */
  readonly phase: 'dragging' | 'asked' | 'answered';
}

export const noMoves: Moves = { positions: new Map(), phase: 'answered' };

/** While dragging: where nodes are now. */
export function dragged(moves: Moves, changes: readonly (readonly [string, Position])[]): Moves {
  return { positions: new Map([...moves.positions, ...changes]), phase: 'dragging' };
}

/** The drag ended and the host was told. */
export function asked(moves: Moves): Moves {
  return { ...moves, phase: 'asked' };
}

/** The host did it: its graph may be here already, or is on its way. */
export function answered(moves: Moves, graph: Graph): Moves {
  if (moves.phase !== 'asked') return moves;
  const here = new Map(graph.nodes.map((node) => [node.id, node.position]));
  const left = [...moves.positions].filter(([id, position]) => !isAt(here.get(id), position));
  return { positions: new Map(left), phase: 'answered' };
}

/** A graph came from the host: it is the truth unless a drag is in hand or a move is still to be answered. */
export function afterGraph(moves: Moves): Moves {
  return moves.phase === 'answered' && moves.positions.size > 0 ? noMoves : moves;
}

function isAt(place: Position | undefined, position: Position): boolean {
  // The file holds whole pixels.
  return place !== undefined && Math.abs(place.x - position.x) < 1 && Math.abs(place.y - position.y) < 1;
}
