import { Panel } from '@xyflow/react';
import { useRef, useState } from 'react';
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
import { useShortcut } from '../shortcutActions';
import { useAdding } from '../useAdding';
import { useEdit } from '../useEdit';
import { useClipboardEvents } from './useClipboardEvents';
import { pasteWords } from './model/pasteWords';

/** Copy, cut, paste and duplicate: by the events of the clipboard, by menu and by key. */
export function Clipboard() {
  const { frame, canEdit, selected, select } = useCanvas();
  const { requests, report } = useHost();
  const edit = useEdit();
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
    const nodeIds = chosen(selected, here);
    const asked = copy(here);
    void asked?.then((text) => {
      if (text === null) return;
      select([]);
      void edit({ kind: 'removeNodes', nodeIds });
    });
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

  useClipboardEvents(frame, {
    copy: (here) => copy(here) !== null,
    cut: (here) => canEdit && cut(here),
    paste: (text) => {
      if (canEdit) void paste(text);
      return canEdit;
    },
  });

  if (leftOut === null) return null;
  return (
    <Panel position="top-center" className="fact paste-note">
      <Icon name="info" />
      <span>{leftOut}</span>
      <IconButton icon="close" label="Dismiss" onClick={() => setLeftOut(null)} />
    </Panel>
  );
}

/** Who walked on from what is selected means the node that has the focus. */
function chosen(selected: readonly string[], here: string | null): string[] {
  const ids = here === null || selected.includes(here) ? selected : [here];
  return ids.filter((id) => id !== inputsNodeId);
}
