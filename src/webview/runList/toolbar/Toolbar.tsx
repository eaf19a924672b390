import { useState } from 'react';
import type { ChosenFilters } from '../../../model/run/chosenFilters';
import { createdWords } from '../../../model/run/filterWords';
import type { ListOrder, ListScope } from '../../../protocol/runList';
import { filterChoices } from '../model/filterChoices';
import type { Choice } from '../model/listStore';
import { Choices } from './Choices';
import { CreatedChoices } from './CreatedChoices';
import { Dropdown } from './Dropdown';
import { SearchBox } from './SearchBox';
import { useFacets } from './useFacets';

interface ToolbarProps {
  readonly filters: ChosenFilters;
  readonly order: ListOrder;
  readonly scope: ListScope;
  readonly onChoose: (choice: Partial<Choice>) => void;
}

/** Search, filters and order, each saying what is in effect. */
export function Toolbar({ filters, order, scope, onChoose }: ToolbarProps) {
  const [opened, setOpened] = useState(0);
  const facets = useFacets(opened);
  const choose = (part: Partial<ChosenFilters>): void => onChoose({ filters: { ...filters, ...part } });
  return (
    <div className="toolbar" role="toolbar" aria-label="Filters">
      <SearchBox text={filters.text} onSearch={(text) => text !== filters.text && choose({ text })} />
      {filterChoices(filters, facets, scope).map((filter) => (
        <Dropdown key={filter.label} label={filter.label} chosen={filter.words} onOpen={() => setOpened(opened + 1)}>
          <Choices
            plural={filter.plural}
            options={filter.options}
            chosen={filter.chosen}
            onToggle={(option) => choose(filter.toggled(option))}
          />
        </Dropdown>
      ))}
      <Dropdown label="Created" chosen={createdWords(filters.created)}>
        <CreatedChoices created={filters.created} onChoose={(created) => choose({ created })} />
      </Dropdown>
      <select
        className="order"
        aria-label="Order"
        value={order}
        onChange={(event) => onChoose({ order: event.target.value === 'oldest' ? 'oldest' : 'newest' })}
      >
        <option value="newest">Newest first</option>
        <option value="oldest">Oldest first</option>
      </select>
    </div>
  );
}
