/** One drag from dot to dot, from the press on. It is drawn past React: the pointer never waits for cards. */
import type { ReactFlowInstance } from '@xyflow/react';
import type { NodeFit } from '../../../../model/workflow/edit/fits';
import type { CardNode } from '../../model/flow';
import { connectionAt, type CarriedWire, type Connection } from './connection';
import { autoPan, dragPath, type Point } from './dragLine';
import { markFits } from './fitMarks';
import { spotAt, type Place } from './place';

/** Where a drag ended and what that asks for. */
export interface Drop {
  readonly connection: Connection;
  /** On screen. */
  readonly at: Point;
}

export interface DragOptions {
  readonly canvas: HTMLElement;
  readonly flow: ReactFlowInstance<CardNode>;
  readonly begin: Place;
  /** The dot that was pressed, and the press. */
  readonly dot: HTMLElement;
  readonly press: PointerEvent;
  readonly fits: Promise<readonly NodeFit[]>;
  /** The wire that ends at the dot, and may end elsewhere; null: none does. */
  readonly carried: Promise<CarriedWire | null>;
  /** The line in hand, and what follows the pointer. */
  readonly line: () => SVGPathElement | null;
  readonly follower: () => HTMLElement | null;
  /** What the drag would become if it ended now; called in every frame. */
  readonly onOver: (connection: Connection) => void;
  readonly onEnd: () => void;
  /** After onEnd, if the button was let go of. */
  readonly onDrop: (drop: Drop) => void;
}

/** Follows the pointer until the button is let go of or Escape is pressed. Gives how to break it off. */
export function startDrag(options: DragOptions): () => void {
  const { canvas, flow, begin, dot, press } = options;
  const from = flow.screenToFlowPosition(middleOf(dot));
  const side = begin.side === 'source' ? 'target' : 'source';
  const hand = {
    pointer: pointOf(press),
    fits: [] as readonly NodeFit[],
    carried: null as CarriedWire | null,
    frame: 0,
  };
  const cleanUp: (() => void)[] = [];
  let isOver = false;

  /** What was drawn last: a frame in which nothing moved costs nothing. */
  let drawn: readonly unknown[] = [];
  const follow = (): void => {
    hand.frame = requestAnimationFrame(follow);
    const box = canvas.getBoundingClientRect();
    panNearBorder(flow, hand.pointer, box);
    const { x: viewX, y: viewY, zoom } = flow.getViewport();
    const now = [hand.pointer, hand.fits, hand.carried, viewX, viewY, zoom];
    if (now.every((value, index) => value === drawn[index])) return;
    drawn = now;
    const onCanvas = ({ x, y }: Point): Point => ({ x: x - box.left, y: y - box.top });
    const pointer = onCanvas(hand.pointer);
    options.line()?.setAttribute('d', dragPath(onCanvas(flow.flowToScreenPosition(from)), pointer, begin.side));
    const follower = options.follower();
    // What it says stays whole in the canvas.
    const x = Math.min(pointer.x, box.width - (follower?.scrollWidth ?? 0));
    const y = Math.min(pointer.y, box.height - (follower?.scrollHeight ?? 0));
    follower?.style.setProperty('transform', `translate(${x}px, ${y}px)`);
    options.onOver(connectionAt(begin, spotAt(hand.pointer, side), hand.fits, hand.carried));
  };
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    cancelAnimationFrame(hand.frame);
    for (const step of cleanUp) step();
    options.onEnd();
  };

  void options.fits.then((fits) => {
    if (isOver) return;
    hand.fits = fits;
    cleanUp.push(markFits(canvas, begin, fits));
  });
  void options.carried.then((carried) => {
    if (isOver || carried === null) return;
    hand.carried = carried;
    cleanUp.push(markFits(canvas, { ...begin, side: 'source' }, carried.fits));
  });
  const listening = new AbortController();
  const on = { signal: listening.signal, capture: true };
  canvas.addEventListener('pointermove', (event) => (hand.pointer = pointOf(event)), on);
  canvas.addEventListener(
    'pointerup',
    (event) => {
      const at = pointOf(event);
      const spot = spotAt(at, side);
      end();
      void Promise.all([options.fits, options.carried]).then(([fits, carried]) =>
        options.onDrop({ connection: connectionAt(begin, spot, fits, carried), at }),
      );
    },
    on,
  );
  canvas.addEventListener('lostpointercapture', end, on);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end();
    },
    on,
  );
  cleanUp.push(
    () => listening.abort(),
    () => canvas.removeAttribute('data-connecting'),
  );
  canvas.setPointerCapture(press.pointerId);
  canvas.setAttribute('data-connecting', begin.side);
  hand.frame = requestAnimationFrame(follow);
  return end;
}

function panNearBorder(flow: ReactFlowInstance<CardNode>, pointer: Point, box: DOMRect): void {
  const by = autoPan(pointer, box);
  if (by.x === 0 && by.y === 0) return;
  const view = flow.getViewport();
  void flow.setViewport({ ...view, x: view.x + by.x, y: view.y + by.y });
}

function pointOf({ clientX, clientY }: PointerEvent): Point {
  return { x: clientX, y: clientY };
}

function middleOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
