import { useEffect, useState } from 'react';
import type { TimelineRow } from '../../../model/run/timeline/timeline';
import { rowFacts } from './model/rowWords';

interface RowTipProps {
  readonly row: TimelineRow;
  /** Upper edge of its row, in pixels from that of the rows in sight. */
  readonly y: number;
  /** Of all rows in sight, in pixels. */
  readonly height: number;
  readonly left: number;
}

/** Whoever only passes over a row is not shown its times, in milliseconds. */
const delay = 400;

/** The exact times of the row under the pointer, or of the one that the keys are on. */
export function RowTip({ row, y, height, left }: RowTipProps) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), delay);
    return () => clearTimeout(timer);
  }, []);
  if (!isDue) return null;
  const isLow = y > height / 2;
  const place = isLow ? { bottom: Math.max(0, height - y) } : { top: y + 24 };
  return (
    <div className="row-tip-space" aria-hidden="true">
      <div className="row-tip" style={{ ...place, left: left + 8 }}>
        <strong>
          <bdi>{row.title}</bdi>
        </strong>
        {row.module !== null && <span className="row-path">{row.path}</span>}
        <dl>
          {rowFacts(row).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {row.message !== null && <p>{row.message}</p>}
        {row.module !== null && <p className="row-path">Double-click opens the module at this node.</p>}
      </div>
    </div>
  );
}
