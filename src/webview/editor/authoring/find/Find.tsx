import { useState } from 'react';
import { useShortcut } from '../shortcutActions';
import { FindWidget } from './FindWidget';

/** Finding a node by its words: the widget opens by key or from the menu, and stays until it is closed. */
export function Find() {
  const [opened, setOpened] = useState<{ readonly here: string | null; readonly count: number } | null>(null);
  useShortcut('find', (here) => {
    setOpened((before) => ({ here, count: (before?.count ?? 0) + 1 }));
    return true;
  });
  if (opened === null) return null;
  return <FindWidget here={opened.here} opened={opened.count} onClose={() => setOpened(null)} />;
}
