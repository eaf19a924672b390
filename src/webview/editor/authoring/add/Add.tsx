import { Panel } from '@xyflow/react';
import { useEffect, useEffectEvent, useState } from 'react';
import { inputsNodeId } from '../../../../model/workflow/graph';
import { freeName } from '../../../../model/workflow/edit/freeId';
import type { Position } from '../../../../model/workflow/workflow';
import { addNode } from '../../../../protocol/adding';
import { sentenceOf } from '../../../sentence';
import { Icon } from '../../../ui/Icon';
import { useCanvas } from '../../canvas/canvasHandle';
import { useHost } from '../../host';
import { useShortcut } from '../shortcutActions';
import { useEdit } from '../useEdit';
import { EmptyCanvas } from './EmptyCanvas';
import type { Choice } from './model/entries';
import { Palette } from './Palette';
import { useAddPlace } from './useAddPlace';
import { useArrival } from './useArrival';

interface Opened {
  /** Where the palette stands, in pixels of the canvas on screen. */
  readonly at: { readonly left: number; readonly top: number };
  /** Where the middle of the new node goes. */
  readonly middle: Position;
}

const size = { width: 340, height: 360, margin: 12 };

/** Adding by button, key and double click: the palette, and what a canvas without nodes shows. */
export function Add() {
  const { frame, flow, graph, canEdit, focusNode } = useCanvas();
  const { requests } = useHost();
  const edit = useEdit();
  const places = useAddPlace();
  const arrive = useArrival();
  const [opened, setOpened] = useState<Opened | null>(null);

  const openAt = (middle: Position, screen: { readonly x: number; readonly y: number }): boolean => {
    const view = frame.current?.getBoundingClientRect();
    if (view === undefined) return false;
    const within = (at: number, length: number, room: number): number =>
      Math.max(size.margin, Math.min(at, length - room - size.margin));
    const left = within(screen.x - view.left, view.width, size.width);
    const top = within(screen.y - view.top, view.height, size.height);
    setOpened({ at: { left, top }, middle });
    return true;
  };
  const open = (): boolean => {
    const middle = places.next();
    return openAt(middle, flow.flowToScreenPosition(middle));
  };
  useShortcut('add', open);

  const onDoubleClick = useEffectEvent((event: MouseEvent) => {
    const isEmptySpot = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
    const screen = { x: event.clientX, y: event.clientY };
    if (isEmptySpot && canEdit) openAt(places.under(screen), screen);
  });
  useEffect(() => {
    const element = frame.current;
    const listen = (event: MouseEvent): void => onDoubleClick(event);
    element?.addEventListener('dblclick', listen);
    return () => element?.removeEventListener('dblclick', listen);
  }, [frame]);

  const close = (): void => {
    setOpened(null);
    if (graph.nodes.length === 0) frame.current?.focus();
    else focusNode(null);
  };
  const choose = async (choice: Exclude<Choice, { kind: 'ask' }>, middle: Position): Promise<string | null> => {
    const answer = await add(choice, middle).catch((error: unknown) => ({
      kind: 'refused' as const,
      message: sentenceOf(error),
    }));
    if (answer.kind === 'refused') return answer.message;
    setOpened(null);
    const isUnnamed = choice.kind === 'node' && choice.node.kind === 'command' && choice.node.name === '';
    arrive(answer.nodeIds, isUnnamed ? 'name' : 'goOn');
    return null;
  };
  const add = async (choice: Exclude<Choice, { kind: 'ask' }>, middle: Position) => {
    if (choice.kind === 'node') return requests.ask(addNode, { node: choice.node, middle });
    const taken = new Set(graph.nodes.find(({ id }) => id === inputsNodeId)?.outputPorts);
    const name = freeName(choice.name || 'input', taken);
    const answer = await edit({ kind: 'setWorkflowInput', name, type: choice.type, default: null }, 'spot');
    return answer.kind === 'refused' ? answer : { kind: 'done' as const, nodeIds: [inputsNodeId] };
  };

  if (!canEdit) return <EmptyCanvas onAdd={null} />;
  return (
    <>
      <Panel position="top-right" className="add-panel">
        <button
          type="button"
          className="add-button"
          title="Add a script, file, module or input (A)"
          aria-haspopup="dialog"
          aria-expanded={opened !== null}
          onClick={(event) => {
            const { right, bottom } = event.currentTarget.getBoundingClientRect();
            openAt(places.next(), { x: right - size.width, y: bottom + 4 });
          }}
        >
          <Icon name="add" />
          Add
        </button>
      </Panel>
      {opened === null ? (
        <EmptyCanvas onAdd={() => void open()} />
      ) : (
        <Palette
          at={opened.at}
          onChoose={(choice) => choose(choice, opened.middle)}
          onClose={close}
          onLeave={() => setOpened(null)}
        />
      )}
    </>
  );
}
