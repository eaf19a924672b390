import { useCanvas } from '../canvas/canvasHandle';
import { focusAfter, type FocusStep } from '../model/focusOrder';
import { useAnnounce } from './Announcer';
import { countOf } from './model/sayings';
import { useShortcut } from './shortcutActions';

/** Selecting nodes by key; by pointer the canvas itself does it. */
export function SelectKeys() {
  const { graph, selected, select, focusNode } = useCanvas();
  const announce = useAnnounce();

  const selectNow = (ids: readonly string[]): true => {
    select(ids);
    announce(`${countOf(ids.length, 'node')} selected`);
    return true;
  };
  const extend = (here: string | null, step: FocusStep): boolean => {
    const next = focusAfter(graph, here, step);
    if (here === null || next === null) return false;
    focusNode(next);
    return selectNow([...new Set([...selected, here, next])]);
  };

  useShortcut('toggle', (here) => {
    if (here === null) return false;
    return selectNow(selected.includes(here) ? selected.filter((id) => id !== here) : [...selected, here]);
  });
  useShortcut('selectAll', () => selectNow(graph.nodes.map(({ id }) => id)));
  useShortcut('extendLeft', (here) => extend(here, 'left'));
  useShortcut('extendRight', (here) => extend(here, 'right'));
  useShortcut('extendUp', (here) => extend(here, 'up'));
  useShortcut('extendDown', (here) => extend(here, 'down'));
  return null;
}
