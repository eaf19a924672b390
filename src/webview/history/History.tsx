import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { firstFailingVersion } from '../../model/history/firstFailing';
import { historyColumns, historyRows } from '../../model/history/grid';
import type { Signal } from '../signal';
import { Notice } from '../ui/Notice';
import { Finding } from './finding/Finding';
import { HistoryGrid } from './grid/HistoryGrid';
import { HistoryHead } from './HistoryHead';
import { HistoryMenu, type MenuSubject } from './HistoryMenu';
import { HistoryStage } from './HistoryStage';
import { useHost } from './host';
import type { MemoryStore } from './memory';
import type { HistoryStore } from './model/historyStore';
import { marksOf } from './model/marks';

interface HistoryProps {
  readonly store: HistoryStore;
  readonly memory: MemoryStore;
  /** Sentences about what did not work. */
  readonly notices: Signal<string>;
}

/** What is looked for; `node`: its path, null for the workflow as a whole. */
interface Search {
  readonly node: string | null;
}

/** The whole page: what it is about, what was found, the grid. */
export function History({ store, memory, notices }: HistoryProps) {
  const host = useHost();
  const { history, phase, more, place } = useSyncExternalStore(store.subscribe, store.current);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(() => new Set(memory.recall().collapsed));
  const rows = useMemo(() => historyRows(history, collapsed), [history, collapsed]);
  const columns = useMemo(() => historyColumns(history), [history]);
  const [search, setSearch] = useState<Search | null>(null);
  const found = useMemo(() => search && firstFailingVersion(history, search.node), [history, search]);
  const marks = useMemo(() => marksOf(found), [found]);
  const [menu, setMenu] = useState<MenuSubject | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);

  useEffect(() => notices.listen(setNotice), [notices]);
  const fold = useCallback(
    (path: string) => {
      const next = new Set(collapsed);
      if (!next.delete(path)) next.add(path);
      setCollapsed(next);
      memory.remember({ collapsed: [...next] });
    },
    [collapsed, memory],
  );
  const [closeMenu] = useState(() => (by: 'key' | 'pointer') => {
    setMenu(null);
    if (by === 'key') grid.current?.focus();
  });
  const name = history.runs.at(-1)?.run.workflow.name ?? place?.fileName ?? '';
  const nodeName = (path: string): string => rows.find((row) => row.path === path)?.title ?? path;
  const isEmpty = history.runs.length === 0;

  return (
    <div className="history">
      {notice !== null && <Notice sentence={notice} onClose={() => setNotice(null)} />}
      <HistoryHead
        name={name}
        runs={history.runs.length}
        hasMore={history.hasMore}
        more={more}
        onReadMore={() => void store.readMore()}
        onSearch={() => setSearch({ node: null })}
      />
      {found !== null && (
        <Finding
          search={found}
          subject={search === null || search.node === null ? 'The workflow' : nodeName(search.node)}
          node={search?.node ?? null}
          onClose={() => {
            setSearch(null);
            grid.current?.focus();
          }}
        />
      )}
      {isEmpty || phase.kind === 'failed' ? (
        <HistoryStage phase={phase} onRetry={() => void store.read()} onWayOut={host.takeWayOut} />
      ) : (
        <HistoryGrid
          scroller={grid}
          rows={rows}
          columns={columns}
          collapsed={collapsed}
          marks={marks}
          actions={{ open: host.openRun, fold, openMenu: setMenu }}
        />
      )}
      {menu !== null && (
        <HistoryMenu
          subject={menu}
          onSearch={(node) => setSearch({ node })}
          onOpen={host.openRun}
          onClose={closeMenu}
        />
      )}
    </div>
  );
}
