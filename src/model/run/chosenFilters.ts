/** What somebody chose to see of the runs of a view, as it is kept and said; `narrowed` turns it into the engine's terms. */
import { statusesOfTab, type RunFilter, type RunTab } from './query';

/** A workflow by its file; the name is what it was called when it was chosen. */
export interface ChosenWorkflow {
  readonly path: string;
  readonly name: string;
}

/** Days are `YYYY-MM-DD` in the reader's own time zone, both included. */
export type CreatedRange =
  | { readonly kind: 'any' }
  /** Today and so many days before it: 1 is today alone. */
  | { readonly kind: 'lastDays'; readonly days: number }
  | { readonly kind: 'between'; readonly from: string | null; readonly to: string | null };

/** An empty list, an empty text: not filtered by that. */
export interface ChosenFilters {
  readonly tab: RunTab;
  readonly workflows: readonly ChosenWorkflow[];
  readonly authors: readonly string[];
  readonly projects: readonly string[];
  /** Part of the name or of the id of a run. */
  readonly text: string;
  readonly created: CreatedRange;
}

export const noFilters: ChosenFilters = {
  tab: 'All',
  workflows: [],
  authors: [],
  projects: [],
  text: '',
  created: { kind: 'any' },
};

/** True if some run of the view may be hidden. */
export function isFiltered(chosen: ChosenFilters): boolean {
  const { tab, workflows, authors, projects, text, created } = chosen;
  return (
    tab !== 'All' || workflows.length + authors.length + projects.length + text.length > 0 || created.kind !== 'any'
  );
}

/** The runs of `scope` that match what was chosen; `now` decides which day is today. */
export function narrowed(scope: RunFilter, chosen: ChosenFilters, now: Date): RunFilter {
  const { from, before } = momentsOf(chosen.created, now);
  const paths = chosen.workflows.map(({ path }) => path);
  return {
    ...scope,
    workflowPaths: paths.length === 0 ? scope.workflowPaths : both(scope.workflowPaths, paths),
    statuses: statusesOfTab(chosen.tab),
    authors: unlessEmpty(chosen.authors),
    projects: unlessEmpty(chosen.projects),
    text: chosen.text === '' ? null : chosen.text,
    createdFrom: from,
    createdBefore: before,
  };
}

/** Midnight at which a day `YYYY-MM-DD` begins here, `later` days after it; null if there is no such day. */
export function startOfDay(day: string, later = 0): Date | null {
  const [year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)?.slice(1).map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const there = new Date(year, month - 1, date);
  if (there.getMonth() !== month - 1 || there.getDate() !== date) return null;
  return new Date(year, month - 1, date + later);
}

function momentsOf(created: CreatedRange, now: Date): { from: string | null; before: string | null } {
  switch (created.kind) {
    case 'any':
      return { from: null, before: null };
    case 'lastDays': {
      const first = new Date(now.getFullYear(), now.getMonth(), now.getDate() - created.days + 1);
      return { from: first.toISOString(), before: null };
    }
    case 'between':
      return {
        from: created.from === null ? null : (startOfDay(created.from)?.toISOString() ?? null),
        before: created.to === null ? null : (startOfDay(created.to, 1)?.toISOString() ?? null),
      };
  }
}

function both(one: readonly string[] | null, other: readonly string[]): readonly string[] {
  return one === null ? other : one.filter((item) => other.includes(item));
}

function unlessEmpty(list: readonly string[]): readonly string[] | null {
  return list.length === 0 ? null : list;
}
