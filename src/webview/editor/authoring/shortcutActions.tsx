/** Who does what a shortcut says: parts of the canvas offer their actions, and one listener hands them the keys. */
import { createContext, useContext, useEffect, useEffectEvent, useMemo, type ReactNode } from 'react';
import { useCanvas } from '../canvas/canvasHandle';
import { shortcutOf, shortcuts, type Shortcut, type ShortcutId } from './model/shortcuts';

/** `here`: the node that has the focus. False: it had nothing to do, and the key goes on its way. */
export type ShortcutAction = (here: string | null) => boolean;

interface ShortcutActions {
  /** Gives how to take it back. */
  readonly offer: (id: ShortcutId, action: ShortcutAction) => () => void;
  /** Does what the shortcut says, as if its key had been pressed. */
  readonly perform: (id: ShortcutId, here: string | null) => boolean;
  /** True if some part offers it now, and the workflow takes it. */
  readonly canPerform: (id: ShortcutId) => boolean;
  /** For `useSyncExternalStore`: a menu that is open shows what is offered once its node is the selected one. */
  readonly offers: { readonly subscribe: (listener: () => void) => () => void; readonly count: () => number };
}

const ActionsContext = createContext<ShortcutActions | null>(null);

/** Hands the keys that arrive in the canvas to the parts inside. */
export function ShortcutProvider({ children }: { readonly children: ReactNode }) {
  const { frame, canEdit } = useCanvas();
  const actions = useMemo(() => {
    const offered = new Map<ShortcutId, ShortcutAction>();
    const listeners = new Set<() => void>();
    const changes = { count: 0 };
    const changed = (): void => {
      changes.count += 1;
      for (const listener of listeners) listener();
    };
    const isAllowed = ({ edits }: Shortcut): boolean => canEdit || edits !== true;
    return {
      canPerform: (id: ShortcutId) => isAllowed(shortcuts[id]) && offered.has(id),
      offer: (id: ShortcutId, action: ShortcutAction) => {
        offered.set(id, action);
        changed();
        return () => {
          offered.delete(id);
          changed();
        };
      },
      offers: {
        subscribe: (listener: () => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        count: () => changes.count,
      },
      perform: (id: ShortcutId, here: string | null) => isAllowed(shortcuts[id]) && offered.get(id)?.(here) === true,
    };
  }, [canEdit]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.target instanceof HTMLElement)) return;
      const card = event.target.closest<HTMLElement>('.react-flow__node');
      // Buttons and fields on the canvas have keys of their own.
      if (card === null && event.target !== event.currentTarget) return;
      const id = shortcutOf(event);
      if (id === undefined || !actions.perform(id, card?.dataset.id ?? null)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const element = frame.current;
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [frame, actions]);
  return <ActionsContext value={actions}>{children}</ActionsContext>;
}

/** The actions that parts of the canvas offer. @throws outside of ShortcutProvider. */
export function useShortcutActions(): ShortcutActions {
  const actions = useContext(ActionsContext);
  if (actions === null) throw new Error('Shortcuts are for parts of the canvas');
  return actions;
}

/** Offers an action for a shortcut for as long as the component is there; null: there is nothing to do just now. */
export function useShortcut(id: ShortcutId, action: ShortcutAction | null): void {
  const { offer } = useShortcutActions();
  const latest = useEffectEvent((here: string | null) => action?.(here) ?? false);
  const isOffered = action !== null;
  useEffect(() => (isOffered ? offer(id, (here) => latest(here)) : undefined), [offer, id, isOffered]);
}
