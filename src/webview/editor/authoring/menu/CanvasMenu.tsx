import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { PopoverPlace } from '../../../ui/Popover';
import { useCanvas } from '../../canvas/canvasHandle';
import type { MenuPlace } from '../model/shortcuts';
import { useShortcut, useShortcutActions } from '../shortcutActions';
import { MenuList } from './MenuList';
import { menuGroups } from './menuEntries';

interface OpenMenu {
  readonly of: MenuPlace;
  /** The node it was opened on. */
  readonly here: string | null;
  readonly place: PopoverPlace;
  /** Had the focus before, and gets it back. */
  readonly opener: HTMLElement | null;
}

/** The menu of the canvas, of what is selected and of a wire: by right click, by the menu key and by Shift+F10. */
export function CanvasMenu() {
  const { frame, graph, selected, select, selectedEdge, selectEdge } = useCanvas();
  const { perform, canPerform, offers } = useShortcutActions();
  useSyncExternalStore(offers.subscribe, offers.count);
  const [menu, setMenu] = useState<OpenMenu | null>(null);

  const open = (of: MenuPlace, here: string | null, at: { readonly x: number; readonly y: number }): void => {
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setMenu({ of, here, place: { left: at.x, top: at.y, above: at.y }, opener });
  };
  const onContextMenu = useEffectEvent((event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    // Fields and panels have menus of their own.
    if (target === null || target.closest('.react-flow__panel, input, textarea') !== null) return;
    event.preventDefault();
    const at = { x: event.clientX, y: event.clientY };
    const node = target.closest<HTMLElement>('.react-flow__node')?.dataset.id;
    const wire = target.closest<SVGElement>('.react-flow__edge')?.dataset.id;
    if (node !== undefined) {
      if (!selected.includes(node)) select([node]);
      open('node', node, at);
    } else if (wire !== undefined) {
      select([]);
      selectEdge(wire);
      open('wire', null, at);
    } else if (target.closest('.react-flow__nodesselection') !== null) open('node', null, at);
    else open('canvas', null, at);
  });
  useEffect(() => {
    const element = frame.current;
    const listen = (event: MouseEvent): void => onContextMenu(event);
    element?.addEventListener('contextmenu', listen);
    return () => element?.removeEventListener('contextmenu', listen);
  }, [frame]);

  useShortcut('menu', (here) => {
    const element = frame.current;
    if (element === null) return false;
    const card = here === null ? null : element.querySelector(`.react-flow__node[data-id="${CSS.escape(here)}"]`);
    const { left, top, height } = (card ?? element).getBoundingClientRect();
    const at = card === null ? { x: left + 24, y: top + 24 } : { x: left + 24, y: top + Math.min(24, height) };
    if (here !== null && !selected.includes(here)) select([here]);
    open(here !== null ? 'node' : selectedEdge === null ? 'canvas' : 'wire', here, at);
    return true;
  });

  if (menu === null) return null;
  const close = (by: 'key' | 'pointer'): void => {
    setMenu(null);
    if (by === 'key') menu.opener?.focus({ preventScroll: true });
  };
  const title = graph.nodes.find(({ id }) => id === menu.here)?.title;
  return createPortal(
    <MenuList
      label={menu.of === 'canvas' ? 'Canvas' : menu.of === 'wire' ? 'Wire' : (title ?? 'Selected nodes').slice(0, 100)}
      groups={menuGroups(menu.of, canPerform)}
      place={menu.place}
      onClose={close}
      onPick={(id) => {
        close('key');
        perform(id, menu.here);
      }}
    />,
    document.body,
  );
}
