import { memo, useLayoutEffect, useRef, useState } from 'react';
import { openLog, type LogStream, type NodeLog } from '../../../protocol/nodeInspection';
import { Tabs } from '../../ui/Tabs';
import { useHost } from '../host';
import { blockText, type LogBlock } from '../model/logBuffer';
import { useLogTail } from './useLogTail';

const streams = ['stdout', 'stderr'] as const;

interface LogTailProps {
  readonly nodeId: string;
  /** Null: the newest, and those that follow it. */
  readonly attempt: number | null;
  /** The stream to show as long as nobody chose another one. */
  readonly first: LogStream;
}

/** What a node wrote, live. */
export function LogTail({ nodeId, attempt, first }: LogTailProps) {
  const host = useHost();
  const [chosen, choose] = useState<LogStream | null>(null);
  const stream = chosen ?? first;
  const log: NodeLog = { nodeId, attempt, stream };
  const name = attempt === null ? 'Log' : `Log of attempt ${attempt}`;
  return (
    <section className="section" aria-label={name}>
      <Tabs
        label={name}
        tabs={streams}
        chosen={stream}
        onChoose={choose}
        actions={
          <button type="button" className="link" onClick={() => void host.requests.tell(openLog, log)}>
            Open Whole Log
          </button>
        }
      >
        <LogText key={stream} {...log} />
      </Tabs>
    </section>
  );
}

/** How near to its end (in pixels) a log counts as being read at the end. */
const nearEnd = 24;

function LogText(shown: NodeLog) {
  const { stream } = shown;
  const { log, state } = useLogTail(shown);
  const box = useRef<HTMLPreElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    if (isAtEnd.current && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  });

  return (
    <pre
      ref={box}
      className="log"
      role="log"
      aria-label={stream}
      aria-live="off"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < nearEnd;
      }}
    >
      {log.truncated && <span className="quiet">The log begins before this; open the whole log to read it.{'\n'}</span>}
      {log.blocks.map((block) => (
        <Block key={block.id} block={block} />
      ))}
      {log.blocks.length === 0 && <span className="quiet">{emptyWords(stream, state)}</span>}
      {typeof state === 'object' && <span>{state.failed}</span>}
    </pre>
  );
}

const Block = memo(function Block({ block }: { readonly block: LogBlock }) {
  return <div className="log-block">{blockText(block)}</div>;
});

function emptyWords(stream: LogStream, state: ReturnType<typeof useLogTail>['state']): string {
  if (state === 'following') return `Nothing on ${stream} yet.`;
  return state === 'ended' ? `Nothing was written to ${stream}.` : '';
}
