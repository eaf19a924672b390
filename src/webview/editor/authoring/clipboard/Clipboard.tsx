import { Panel } from '@xyflow/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { inputsNodeId } from '../../../../model/workflow/graph';
import { longestFragment } from '../../../../model/workflow/edit/fragmentLimit';
import { copyNodes, duplicateNodes, pasteNodes } from '../../../../protocol/adding';
import { IconButton } from '../../../ui/IconButton';
import { Icon } from '../../../ui/Icon';
import { sentenceOf } from '../../../sentence';
import { useCanvas } from '../../canvas/canvasHandle';
import { useHost } from '../../host';
import { useAddPlace } from '../add/useAddPlace';
import { useArrival } from '../add/useArrival';
import { useAnnounce } from '../Announcer';
import { useShortcut, useShortcutActions } from '../shortcutActions';
import { useAdding } from '../useAdding';
import { pasteWords } from './model/pasteWords';

/** Copy, cut, paste and duplicate: by the events of the clipboard, by menu and by key. */
export function Clipboard() {
  const { frame, canEdit, selected } = useCanvas();
  const { requests, report } = useHost();
  const { perform } = useShortcutActions();
  const adding = useAdding();
  const arrive = useArrival();
  const places = useAddPlace();
  const announce = useAnnounce();
  /** What was left out of the last paste, to be read at leisure. */
  const [leftOut, setLeftOut] = useState<string | null>(null);
  /** What is on its way to the clipboard: a paste that follows at once waits for it. */
  const copying = useRef<Promise<string | null> | null>(null);

  const copy = (here: string | null): Promise<string | null> | null => {
    const nodeIds = chosen(selected, here);
    if (nodeIds.length === 0) return null;
    const asked = requests.ask(copyNodes, { nodeIds }).then(
      ({ text }) => text,
      (error: unknown) => {
        report(sentenceOf(error));
        return null;
      },
    );
    copying.current = asked;
    void asked.then(() => {
      if (copying.current === asked) copying.current = null;
    });
    return asked;
  };
  const cut = (here: string | null): boolean => {
    const asked = copy(here);
    void asked?.then((text) => text !== null && perform('remove', here));
    return asked !== null;
  };
  const paste = async (text: string | null): Promise<void> => {
    const middle = places.forCopies();
    const latest = (await copying.current) ?? text;
    if (latest !== null && latest.length > longestFragment) {
      report('The text on the clipboard is too long to be pasted as nodes.');
      return;
    }
    const added = await adding(() => requests.ask(pasteNodes, { text: latest, middle }));
    if (added === null) return;
    const { words, isPartial } = pasteWords(added.nodeIds.length, added.notes);
    announce(words);
    setLeftOut(isPartial ? words : null);
    arrive(added.nodeIds);
  };
  const duplicate = async (nodeIds: readonly string[]): Promise<void> => {
    const added = await adding(() => requests.ask(duplicateNodes, { nodeIds: [...nodeIds] }));
    if (added !== null) arrive(added.nodeIds);
  };

  useShortcut('copy', (here) => copy(here) !== null);
  useShortcut('cut', cut);
  useShortcut('paste', () => {
    void paste(null);
    return true;
  });
  useShortcut('duplicate', (here) => {
    const nodeIds = chosen(selected, here);
    if (nodeIds.length > 0) void duplicate(nodeIds);
    return nodeIds.length > 0;
  });

  const onClipboard = useEffectEvent((event: ClipboardEvent) => {
    const { activeElement } = document;
    if (frame.current === null || !isOnCanvas(activeElement, frame.current)) return;
    if (event.type === 'paste') {
      if (!canEdit) return;
      event.preventDefault();
      void paste(event.clipboardData?.getData('text/plain') ?? '');
      return;
    }
    // Words that somebody marked are copied as words.
    if (document.getSelection()?.isCollapsed === false || (event.type === 'cut' && !canEdit)) return;
    const here = activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset.id ?? null;
    if (event.type === 'cut' ? cut(here) : copy(here) !== null) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => onClipboard(event);
    const kinds = ['copy', 'cut', 'paste'] as const;
    for (const kind of kinds) document.addEventListener(kind, listen);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, listen);
    };
  }, []);

  if (leftOut === null) return null;
  return (
    <Panel position="top-center" className="fact paste-note">
      <Icon name="info" />
      <span>{leftOut}</span>
      <IconButton icon="close" label="Dismiss" onClick={() => setLeftOut(null)} />
    </Panel>
  );
}

function chosen(selected: readonly string[], here: string | null): string[] {
  const ids = selected.length > 0 ? selected : here === null ? [] : [here];
  return ids.filter((id) => id !== inputsNodeId);
}

/** True for the canvas and its nodes; buttons and fields on it have a clipboard of their own. */
function isOnCanvas(element: Element | null, frame: HTMLElement): boolean {
  return (
    element === frame || (element !== null && frame.contains(element) && element.closest('.react-flow__node') !== null)
  );
}
