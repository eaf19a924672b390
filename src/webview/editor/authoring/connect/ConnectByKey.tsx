import { useState } from 'react';
import type { NodeFit } from '../../../../model/workflow/edit/fits';
import type { GraphEdge } from '../../../../model/workflow/graph';
import { useCanvas } from '../../canvas/canvasHandle';
import { useAnnounce } from '../Announcer';
import { useShortcut } from '../shortcutActions';
import { useEdit } from '../useEdit';
import type { Connection } from './connection';
import { beginnings, endings, wiresOf } from './offers';
import { Picker } from './Picker';
import { pickerCorner } from './pickerCorner';
import type { Place } from './place';
import { useFits } from './useFits';
import { useRemoveWire } from './useRemoveWire';

type Step =
  | { readonly kind: 'begin' }
  | { readonly kind: 'end'; readonly begin: Place; readonly fits: readonly NodeFit[] | null }
  | { readonly kind: 'disconnect' };

interface Opened {
  readonly nodeId: string;
  readonly at: { readonly left: number; readonly top: number };
  readonly step: Step;
}

/** Wires by key: a list of what can be connected to what, and one of the wires to remove. */
export function ConnectByKey() {
  const { frame, graph, focusNode } = useCanvas();
  const edit = useEdit();
  const announce = useAnnounce();
  const removeWire = useRemoveWire();
  const fitsOf = useFits();
  const [opened, setOpened] = useState<Opened | null>(null);

  const open = (nodeId: string | null, step: Step): boolean => {
    if (nodeId === null || frame.current === null) return false;
    setOpened({ nodeId, at: pickerCorner(frame.current, nodeId), step });
    return true;
  };
  useShortcut('connect', (here) => open(here, { kind: 'begin' }));
  useShortcut('disconnect', (here) => open(here, { kind: 'disconnect' }));

  const node = graph.nodes.find(({ id }) => id === opened?.nodeId);
  if (opened === null || node === undefined) return null;
  const { at, step } = opened;
  const close = (): null => {
    setOpened(null);
    focusNode(opened.nodeId);
    return null;
  };
  const begin = async (place: Place): Promise<null> => {
    const asked: Step = { kind: 'end', begin: place, fits: null };
    setOpened({ ...opened, step: asked });
    const fits = await fitsOf(place);
    setOpened((now) => (now?.step === asked ? { ...now, step: { ...asked, fits } } : now));
    return null;
  };
  const connect = async (connection: Connection & { kind: 'edit' }): Promise<string | null> => {
    const answer = await edit(connection.edit, 'spot');
    if (answer.kind === 'refused') return answer.message;
    announce(`Connected: ${connection.words}`);
    return close();
  };
  const disconnect = (edge: GraphEdge): Promise<null> => {
    removeWire(edge.id);
    return Promise.resolve(close());
  };
  const shared = { at, onLeave: () => setOpened(null) };
  const title = node.title.slice(0, 100);
  switch (step.kind) {
    case 'begin':
      return (
        <Picker
          {...shared}
          key="begin"
          label={`Connect ${title}`}
          offers={beginnings(node)}
          none=""
          onPick={begin}
          onBack={close}
        />
      );
    case 'end':
      return (
        <Picker
          {...shared}
          key="end"
          label={`Connect ${endQuestion(step.begin)}`}
          offers={step.fits === null ? null : endings(step.begin, step.fits, graph)}
          none="There is nothing more that fits."
          onPick={connect}
          onBack={() => setOpened({ ...opened, step: { kind: 'begin' } })}
        />
      );
    case 'disconnect':
      return (
        <Picker
          {...shared}
          key="disconnect"
          label={`Disconnect ${title}`}
          offers={wiresOf(node.id, graph)}
          none="It has no wires."
          onPick={disconnect}
          onBack={close}
        />
      );
  }
}

function endQuestion({ nodeId, side, port }: Place): string {
  if (port === null) return side === 'source' ? `${nodeId}: what waits for it` : `${nodeId}: what it waits for`;
  return side === 'source' ? `${nodeId}.${port} to` : `${nodeId}.${port} from`;
}
