import { isFiltered, noFilters, type ChosenFilters } from '../../model/run/chosenFilters';
import { filterWords } from '../../model/run/filterWords';
import { Icon } from '../ui/Icon';

interface FilterLineProps {
  readonly filters: ChosenFilters;
  readonly onClear: () => void;
}

/** The filters in effect in words, with the way to clear them; the tab says itself that it is chosen. */
export function FilterLine({ filters, onClear }: FilterLineProps) {
  const besideTab = { ...filters, tab: noFilters.tab };
  if (!isFiltered(besideTab)) return null;
  return (
    <div className="filter-line">
      <Icon name="filter-filled" />
      <span className="filter-words">
        {filterWords(besideTab).map((words) => (
          <bdi key={words}>{words}</bdi>
        ))}
      </span>
      <button type="button" className="link" onClick={onClear}>
        Clear Filters
      </button>
    </div>
  );
}
