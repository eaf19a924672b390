/** What of a tree has to be drawn anew after its groups changed. */
import type { RunSummary } from '../../model/run/run';
import type { RunStatus } from '../../model/run/status';
import { shownGroups, type RunGroups } from './runGroups';

export type TreeChange =
  | { readonly kind: 'none' }
  /** A group came or went. */
  | { readonly kind: 'groupList' }
  | {
      readonly kind: 'parts';
      /** Groups whose count or list of rows changed. */
      readonly groups: readonly RunStatus[];
      /** Rows of other groups that changed in place. */
      readonly rows: readonly RunSummary[];
    };

/** The smallest redraw that brings a tree from `before` to `after`. */
export function changeBetween(before: RunGroups, after: RunGroups): TreeChange {
  const shown = shownGroups(after);
  if (!sameItems(shownGroups(before).map(statusOf), shown.map(statusOf))) return { kind: 'groupList' };
  const groups: RunStatus[] = [];
  const rows: RunSummary[] = [];
  for (const group of shown) {
    const old = before.get(group.status);
    if (!old || old === group) continue;
    const known = new Map(old.rows?.map((run) => [run.id, run]));
    const sameRows = sameItems([...known.keys()], group.rows?.map((run) => run.id) ?? []);
    if (old.count !== group.count || !sameRows || old.hasMore !== group.hasMore) groups.push(group.status);
    else rows.push(...(group.rows ?? []).filter((run) => known.get(run.id) !== run));
  }
  return groups.length + rows.length === 0 ? { kind: 'none' } : { kind: 'parts', groups, rows };
}

function statusOf(group: { readonly status: RunStatus }): RunStatus {
  return group.status;
}

function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
