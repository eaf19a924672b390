import { useEffect, useEffectEvent, type RefObject } from 'react';

/** What is done at an event of the clipboard; false: nothing, and the browser goes on. `here`: the node with the focus. */
interface ClipboardUse {
  readonly copy: (here: string | null) => boolean;
  readonly cut: (here: string | null) => boolean;
  readonly paste: (text: string) => boolean;
}

const kinds = ['copy', 'cut', 'paste'] as const;
/** Asked by Chromium before a menu of VS Code copies or pastes: without a marked text it would do nothing. */
const announcements = ['beforecopy', 'beforecut', 'beforepaste'] as const;

/** Takes the clipboard's events while the canvas or one of its nodes has the focus. */
export function useClipboardEvents(frame: RefObject<HTMLElement | null>, use: ClipboardUse): void {
  /** Words that somebody marked are copied as words. */
  const isOurs = (type: string): boolean =>
    isOnCanvas(document.activeElement, frame.current) &&
    (type.endsWith('paste') || document.getSelection()?.isCollapsed !== false);
  const onClipboard = useEffectEvent((event: ClipboardEvent) => {
    if (!isOurs(event.type)) return;
    const here = document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset.id ?? null;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isDone = event.type === 'paste' ? use.paste(text) : event.type === 'cut' ? use.cut(here) : use.copy(here);
    if (isDone) event.preventDefault();
  });
  const onAnnounced = useEffectEvent((event: Event) => {
    if (isOurs(event.type)) event.preventDefault();
  });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    // On the desktop VS Code takes these keys away from the browser and asks the page to copy what is marked.
    const isMod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (isMod && /^[cxv]$/i.test(event.key) && isOnCanvas(document.activeElement, frame.current)) {
      event.stopPropagation();
    }
  });
  useEffect(() => {
    const element = frame.current;
    const ended = new AbortController();
    const { signal } = ended;
    for (const kind of kinds) document.addEventListener(kind, (event) => onClipboard(event), { signal });
    for (const kind of announcements) document.addEventListener(kind, (event) => onAnnounced(event), { signal });
    element?.addEventListener('keydown', (event) => onKeyDown(event), { signal });
    return () => ended.abort();
  }, [frame]);
}

/** True for the canvas and its nodes; buttons and fields on it have a clipboard of their own. */
function isOnCanvas(element: Element | null, frame: HTMLElement | null): boolean {
  if (element === null || frame === null) return false;
  return element === frame || (frame.contains(element) && element.closest('.react-flow__node') !== null);
}
