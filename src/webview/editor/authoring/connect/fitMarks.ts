/** Marks what a connection may lead to on the cards in sight, past React: no card is drawn again. */
import type { NodeFit } from '../../../../model/workflow/edit/fits';
import { portId } from '../../model/ports';
import type { Place } from './place';

/** Marks all cards in `frame`, and those that come into sight. Gives how to take the marks away. */
export function markFits(frame: HTMLElement, begin: Place, fits: readonly NodeFit[]): () => void {
  const cards = frame.querySelector('.react-flow__nodes');
  if (cards === null) return () => undefined;
  const byNode = new Map(fits.map((fit) => [fit.nodeId, fit]));
  const marked = new Set<HTMLElement>();
  const mark = (element: HTMLElement, as: string): void => {
    element.dataset['fit'] = as;
    marked.add(element);
  };
  const other = begin.side === 'source' ? 'target' : 'source';
  const markCard = (card: HTMLElement): void => {
    const nodeId = card.dataset['id'] ?? '';
    const fit = byNode.get(nodeId);
    if (nodeId === begin.nodeId) mark(card, 'begin');
    if (fit === undefined) return;
    mark(card, 'card');
    const places = new Set([
      ...fit.ports.map((port) => portId(other, port)),
      ...(fit.order ? [portId(other, null)] : []),
    ]);
    for (const dot of card.querySelectorAll<HTMLElement>('[data-handleid]')) {
      if (places.has(dot.dataset['handleid'] ?? '')) mark(dot, 'dot');
    }
  };
  const markAll = (nodes: Iterable<Node>): void => {
    for (const node of nodes) if (node instanceof HTMLElement) markCard(node);
  };
  markAll(cards.children);
  const watch = new MutationObserver((records) => {
    for (const { addedNodes } of records) markAll(addedNodes);
  });
  watch.observe(cards, { childList: true });
  frame.dataset['fits'] = begin.side;
  return () => {
    watch.disconnect();
    delete frame.dataset['fits'];
    for (const element of marked) delete element.dataset['fit'];
  };
}
