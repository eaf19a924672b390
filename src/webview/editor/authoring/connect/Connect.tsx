import { useEffect, useRef, useState } from 'react';
import { useCanvas } from '../../canvas/canvasHandle';
import { Sentence } from '../../inspector/Sentence';
import { useAnnounce } from '../Announcer';
import { useEdit } from '../useEdit';
import type { Drop } from './drag';
import { ConnectByKey } from './ConnectByKey';
import { useDragToConnect } from './useDragToConnect';
import { WireHint } from './WireHint';

interface Reason {
  readonly sentence: string;
  /** Relative to the canvas. */
  readonly x: number;
  readonly y: number;
}

/** Wires by dragging: the line in hand, what it would become, and why something cannot be wired. */
export function Connect() {
  const { frame } = useCanvas();
  const edit = useEdit();
  const announce = useAnnounce();
  const [reason, setReason] = useState<Reason | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const line = useRef<SVGPathElement>(null);
  const follower = useRef<HTMLDivElement>(null);

  const explain = (sentence: string, at: Drop['at']): void => {
    const view = frame.current?.getBoundingClientRect();
    if (view !== undefined) setReason({ sentence, x: at.x - view.left, y: at.y - view.top });
  };
  const drop = async ({ connection, at }: Drop): Promise<void> => {
    switch (connection.kind) {
      case 'nothing':
        return;
      case 'impossible':
        explain(connection.why, at);
        return;
      case 'edit': {
        const answer = await edit(connection.edit, 'spot');
        if (answer.kind === 'refused') explain(answer.message, at);
        else announce(`Connected: ${connection.words}`);
      }
    }
  };
  const hint = useDragToConnect({ line, follower }, (dropped) => void drop(dropped));

  useEffect(() => {
    if (reason === null) return undefined;
    const close = ({ target }: Event): void => {
      // A long one can be scrolled and copied.
      if (!(target instanceof Node) || box.current?.contains(target) !== true) setReason(null);
    };
    window.addEventListener('pointerdown', close, true);
    window.addEventListener('keydown', close, true);
    window.addEventListener('wheel', close, true);
    return () => {
      window.removeEventListener('pointerdown', close, true);
      window.removeEventListener('keydown', close, true);
      window.removeEventListener('wheel', close, true);
    };
  }, [reason]);

  return (
    <>
      {hint !== null && (
        <div className="connecting">
          <svg className="connecting-line">
            <path ref={line} className={hint.tone} />
          </svg>
          <div ref={follower} className="connecting-spot">
            {hint.words !== '' && <span className="connecting-words">{hint.words}</span>}
          </div>
        </div>
      )}
      <WireHint />
      <ConnectByKey />
      {reason !== null && (
        <div
          ref={box}
          className="connecting-reason nowheel nopan"
          role="alert"
          style={{
            left: `max(8px, min(${reason.x}px, 100% - 332px))`,
            top: `max(8px, min(${reason.y + 12}px, 100% - 172px))`,
          }}
        >
          <Sentence text={reason.sentence} />
        </div>
      )}
    </>
  );
}
