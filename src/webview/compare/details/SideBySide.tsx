import { changedLines, type TextLine } from '../../../model/compare/changedLines';
import { Icon } from '../../ui/Icon';
import type { SideName } from '../../../protocol/compare';

export interface DetailRow {
  readonly name: string;
  /** Null: it is not there. */
  readonly left: string | null;
  readonly right: string | null;
  readonly look: 'code' | 'words';
  /** `unlike`: it differs, as it does from run to run. */
  readonly verdict: 'same' | 'unlike' | 'other';
}

interface SideBySideProps {
  readonly rows: readonly DetailRow[];
  readonly names: Readonly<Record<SideName, string>>;
  /** Shows what is selected in the run of the side; null: it is not in it. */
  readonly open: Readonly<Record<SideName, (() => void) | null>>;
}

/** Names with the value of each side. */
export function SideBySide({ rows, names, open }: SideBySideProps) {
  return (
    // It scrolls, so it can be reached by key.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="side-by-side" aria-label="Values of both sides" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="for-screen-readers">Name</span>
            </th>
            {(['left', 'right'] as const).map((side) => (
              <th key={side} scope="col" title={names[side]}>
                <SideTitle name={names[side]} onOpen={open[side]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.name} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SideTitle({ name, onOpen }: { readonly name: string; readonly onOpen: (() => void) | null }) {
  if (onOpen === null) return <bdi>{name}</bdi>;
  return (
    <button type="button" className="link" title={`Show in ${name}`} onClick={onOpen}>
      <bdi>{name}</bdi>
    </button>
  );
}

function Row({ row }: { readonly row: DetailRow }) {
  const { name, left, right, look, verdict } = row;
  const lines = look === 'code' ? changedLines(left ?? '', right ?? '') : null;
  return (
    <tr className={verdict}>
      <th scope="row">
        <span className="row-name">
          <bdi>{name}</bdi>
          {verdict === 'other' && (
            <>
              <Icon name="circle-small-filled" />
              <span className="for-screen-readers">differs</span>
            </>
          )}
        </span>
      </th>
      <Cell text={left} lines={lines?.left ?? null} side="left" />
      <Cell text={right} lines={lines?.right ?? null} side="right" />
    </tr>
  );
}

interface CellProps {
  readonly text: string | null;
  /** Of code, its lines; null: it is words. */
  readonly lines: readonly TextLine[] | null;
  readonly side: SideName;
}

function Cell({ text, lines, side }: CellProps) {
  if (text === null) {
    return (
      <td className="none">
        <span aria-hidden="true">–</span>
        <span className="for-screen-readers">none</span>
      </td>
    );
  }
  if (lines === null) {
    return (
      <td>
        <bdi className="words">{text === '' ? 'empty' : text}</bdi>
      </td>
    );
  }
  return (
    <td>
      <pre>
        {lines.map((line, index) => (
          // Lines have no name but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} className={line.isChanged ? `line ${side}` : 'line'}>
            {line.text}
            {'\n'}
          </span>
        ))}
      </pre>
    </td>
  );
}
