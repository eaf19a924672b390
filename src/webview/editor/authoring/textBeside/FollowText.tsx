import { useEffect, useEffectEvent, useRef } from 'react';
import { followNodes, nodesSelected } from '../../../../protocol/authoring';
import { useCanvas } from '../../canvas/canvasHandle';
import { useHost } from '../../host';
import { viewportShowing } from '../../model/viewport';

/** Tells the host what a person selects, and selects what the host asks for: the node at the cursor of the text, an undone change. */
export function FollowText() {
  const { requests } = useHost();
  const canvas = useCanvas();
  /** What the host knows to be selected; what it asked for itself is not told back, or the two would chase each other. */
  const known = useRef(canvas.selected);

  useEffect(() => {
    if (isSame(known.current, canvas.selected)) return;
    known.current = canvas.selected;
    requests.announce(nodesSelected, { nodeIds: [...canvas.selected] });
  }, [requests, canvas.selected]);

  const follow = useEffectEvent((nodeIds: readonly string[]) => {
    const { graph, flow, frame } = canvas;
    const nodes = graph.nodes.filter(({ id }) => nodeIds.includes(id));
    const [first] = nodes;
    const element = frame.current;
    if (first === undefined || element === null) return;
    const ids = nodes.map(({ id }) => id);
    known.current = ids;
    canvas.select(ids);
    const size = { width: element.clientWidth, height: element.clientHeight };
    const viewport = flow.getViewport();
    if (!nodes.some((node) => viewportShowing(viewport, size, node) === viewport)) canvas.showNode(first.id);
  });
  useEffect(() => {
    // The graph that the nodes are of came just before, and is drawn with the next frame.
    return requests.listen(followNodes, ({ nodeIds }) => requestAnimationFrame(() => follow(nodeIds)));
  }, [requests]);
  return null;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
