import { Panel } from '@xyflow/react';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { GraphNode } from '../../../../model/workflow/graph';
import { IconButton } from '../../../ui/IconButton';
import { useCanvas } from '../../canvas/canvasHandle';
import { useAnnounce } from '../Announcer';
import { useShortcut } from '../shortcutActions';
import { FindMarks } from './FindMarks';
import { findNodes, firstMatch } from './findNodes';

interface FindWidgetProps {
  /** The node that a person came from. */
  readonly here: string | null;
  /** Counts how often it was asked for: each time it takes the focus. */
  readonly opened: number;
  readonly onClose: () => void;
}

/** Words to find, which match of how many is shown, and the way to the others. */
export function FindWidget({ here, opened, onClose }: FindWidgetProps) {
  const { graph, showNode, focusNode } = useCanvas();
  const announce = useAnnounce();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [currentId, setCurrentId] = useState<string | null>(null);
  const matches = useMemo(() => findNodes(graph, words), [graph, words]);
  // Marks may come a moment after the letter.
  const marked = useDeferredValue(matches);
  const at = matches.findIndex(({ id }) => id === currentId);

  // Asked for again, it takes the focus again.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => input.current?.select(), [opened]);

  const goTo = (found: readonly GraphNode[], index: number): void => {
    const node = found[index];
    setCurrentId(node?.id ?? null);
    if (node === undefined) return;
    showNode(node.id);
    announce(`${node.title.slice(0, 100)}, ${index + 1} of ${found.length}`);
  };
  const step = (by: 1 | -1): true => {
    const from = at < 0 && by < 0 ? 0 : at;
    goTo(matches, (from + by + matches.length) % Math.max(1, matches.length));
    return true;
  };
  const type = (typed: string): void => {
    setWords(typed);
    const found = findNodes(graph, typed);
    goTo(found, firstMatch(graph, found, currentId ?? here));
    if (found.length === 0 && typed.trim() !== '') announce('No node found');
  };
  const close = (): void => {
    onClose();
    focusNode(at < 0 ? here : currentId);
  };
  useShortcut('findNext', matches.length === 0 ? null : () => step(1));
  useShortcut('findPrevious', matches.length === 0 ? null : () => step(-1));

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'Escape') close();
    else if (key === 'ArrowDown' || (key === 'F3' && !event.shiftKey)) step(1);
    else if (key === 'ArrowUp' || key === 'F3') step(-1);
    else if (key === 'Enter' && event.target === input.current) step(event.shiftKey ? -1 : 1);
    else if (key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) input.current?.select();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const isMissed = words.trim() !== '' && matches.length === 0;
  return (
    <>
      <FindMarks matches={marked} currentId={currentId} />
      <Panel position="top-right" className="find-panel">
        {/* The keys of its field and its buttons; it is none itself. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <search className="find-widget" aria-label="Find a node" onKeyDown={onKeyDown}>
          <input
            ref={input}
            type="text"
            className={isMissed ? 'find-input missed' : 'find-input'}
            placeholder="Find a node"
            aria-label="Find a node by its id, label or what it is"
            spellCheck={false}
            value={words}
            onChange={(event) => type(event.target.value)}
          />
          <span className={isMissed ? 'find-count missed' : 'find-count'}>{countWords(words, at, matches.length)}</span>
          <IconButton icon="arrow-up" label="Previous Match (Shift+Enter)" onClick={() => step(-1)} />
          <IconButton icon="arrow-down" label="Next Match (Enter)" onClick={() => step(1)} />
          <IconButton icon="close" label="Close (Escape)" onClick={close} />
        </search>
      </Panel>
    </>
  );
}

function countWords(words: string, at: number, count: number): string {
  if (words.trim() === '') return '';
  if (count === 0) return 'No results';
  return at < 0 ? `${count} found` : `${at + 1} of ${count}`;
}
