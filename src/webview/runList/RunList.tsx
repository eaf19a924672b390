import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { noFilters } from '../../model/run/chosenFilters';
import { runTabs } from '../../model/run/query';
import type { RunSummary } from '../../model/run/run';
import type { Signal } from '../signal';
import { Notice } from '../ui/Notice';
import { Tabs } from '../ui/Tabs';
import { FilterLine } from './FilterLine';
import { RunGrid } from './grid/RunGrid';
import { rowHeight } from './grid/rowHeight';
import type { GridActions } from './grid/useGridInput';
import { useHost } from './host';
import { ListStage } from './ListStage';
import type { MemoryStore } from './memory';
import type { Choice, ListStore } from './model/listStore';
import type { PlaceStore } from './model/placeStore';
import { visibleRuns } from './model/runRows';
import { amongRows, nothingSelected, type ListSelection } from './model/selection';
import { tabCount, tabCountTexts } from './model/tabCounts';
import type { PopoverPlace } from '../ui/Popover';
import { RunMenu } from './RunMenu';
import { SelectionActions } from './SelectionActions';
import { Toolbar } from './toolbar/Toolbar';

interface RunListProps {
  readonly store: ListStore;
  readonly places: PlaceStore;
  readonly memory: MemoryStore;
  /** Sentences about what did not work. */
  readonly notices: Signal<string>;
}

interface OpenMenu {
  readonly runIds: ReadonlySet<string>;
  readonly place: PopoverPlace;
}

/** Until the selection rests, in milliseconds: Run Details follow it then. */
const rest = 120;

/** The whole page: filters, tabs, rows. */
export function RunList({ store, places, memory, notices }: RunListProps) {
  const host = useHost();
  const state = useSyncExternalStore(store.subscribe, store.current);
  const place = useSyncExternalStore(places.subscribe, places.current);
  const runs = useMemo(() => visibleRuns(state.rows), [state.rows]);
  const [chosen, setSelection] = useState(nothingSelected);
  const selection = useMemo(
    () =>
      amongRows(
        chosen,
        runs.map(({ id }) => id),
      ),
    [chosen, runs],
  );
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => notices.listen(setNotice), [notices]);
  useSelectionFollowed(selection, host.select);
  const onScroll = useCallback(
    (topRow: number) => memory.remember({ topRow, rowCount: visibleRuns(store.current().rows).length }),
    [memory, store],
  );
  useWhereItWas(scroller, runs, memory);

  const actions: GridActions = {
    select: setSelection,
    openRun: ({ id }) => host.perform('viewInEditor', [id]),
    openWorkflow: ({ id }) => host.openWorkflow(id),
    perform: host.perform,
    openMenu: (meant, where) => setMenu({ runIds: new Set(meant.map(({ id }) => id)), place: where }),
  };
  const [closeMenu] = useState(() => (by: 'key' | 'pointer') => {
    setMenu(null);
    if (by === 'key') scroller.current?.focus();
  });
  const choose = (choice: Partial<Choice>): void => store.choose(choice);
  const clear = (): void => choose({ filters: noFilters });
  const selected = runs.filter(({ id }) => selection.selected.has(id));
  const meant = menu === null ? [] : runs.filter(({ id }) => menu.runIds.has(id));
  const { filters, order, counted } = state;

  return (
    <div className="run-list">
      {notice !== null && <Notice sentence={notice} onClose={() => setNotice(null)} />}
      <Toolbar filters={filters} order={order} scope={place?.scope ?? 'workspace'} onChoose={choose} />
      <Tabs
        label="Status"
        tabs={runTabs}
        numbers={counted === null ? undefined : tabCountTexts(counted)}
        chosen={filters.tab}
        onChoose={(tab) => choose({ filters: { ...filters, tab } })}
        actions={
          <SelectionActions runs={selected} onClear={() => setSelection({ ...selection, selected: new Set() })} />
        }
      >
        <FilterLine filters={filters} onClear={() => choose({ filters: { ...noFilters, tab: filters.tab } })} />
        {runs.length > 0 && state.phase.kind !== 'failed' ? (
          <RunGrid
            scroller={scroller}
            runs={runs}
            total={counted === null || counted.isLowerBound ? null : tabCount(counted, filters.tab)}
            more={state.more}
            choice={state.choice}
            order={order}
            scope={place?.scope ?? 'workspace'}
            state={state.phase.kind}
            selection={selection}
            actions={actions}
            onTurn={() => choose({ order: order === 'newest' ? 'oldest' : 'newest' })}
            onReadMore={store.readMore}
            onScroll={onScroll}
          />
        ) : (
          <ListStage
            phase={state.phase}
            place={place}
            filters={filters}
            onWayOut={host.takeWayOut}
            onRetry={() => store.read()}
            onClear={clear}
          />
        )}
      </Tabs>
      {meant.length > 0 && menu !== null && <RunMenu runs={meant} place={menu.place} onClose={closeMenu} />}
      <output className="for-screen-readers">
        {state.phase.kind === 'ready' && counted !== null && `${tabCountTexts(counted)[filters.tab]} runs`}
      </output>
    </div>
  );
}

/** Tells of the one selected run once the selection rests. */
function useSelectionFollowed({ selected }: ListSelection, select: (runId: string) => void): void {
  const [only] = selected.size === 1 ? selected : [];
  useEffect(() => {
    if (only === undefined) return undefined;
    const timer = setTimeout(() => select(only), rest);
    return () => clearTimeout(timer);
  }, [only, select]);
}

/** Once, when the first rows of a page that was shown before are there: as far down as it was. */
function useWhereItWas(
  scroller: React.RefObject<HTMLDivElement | null>,
  runs: readonly RunSummary[],
  memory: MemoryStore,
): void {
  const [topRow] = useState(() => memory.recall().topRow);
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || runs.length === 0 || scroller.current === null) return;
    isDone.current = true;
    if (topRow > 0) scroller.current.scrollTo({ top: topRow * rowHeight });
    if (document.activeElement === document.body) scroller.current.focus();
  }, [scroller, runs, topRow]);
}
