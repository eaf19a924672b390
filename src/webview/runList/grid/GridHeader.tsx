/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows are placed one by one, which those of a table cannot be */
import type { ListOrder } from '../../../protocol/runList';
import { Icon } from '../../ui/Icon';
import type { Column } from '../model/columns';

interface GridHeaderProps {
  readonly columns: readonly Column[];
  readonly tracks: string;
  readonly order: ListOrder;
  readonly onTurn: () => void;
}

/** The names of the columns; a click on Created turns the order round. */
export function GridHeader({ columns, tracks, order, onTurn }: GridHeaderProps) {
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="head-row" style={{ gridTemplateColumns: tracks }}>
        {columns.map(({ name, title }, at) => (
          <div
            key={name}
            role="columnheader"
            aria-colindex={at + 1}
            aria-sort={name === 'created' ? (order === 'newest' ? 'descending' : 'ascending') : undefined}
            className={`cell ${name}`}
          >
            {name === 'created' ? (
              <button type="button" tabIndex={-1} className="sort" title="Turn the order round" onClick={onTurn}>
                {title}
                <Icon name={order === 'newest' ? 'arrow-down' : 'arrow-up'} />
              </button>
            ) : (
              <span className={name === 'actions' ? 'for-screen-readers' : undefined}>{title}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
