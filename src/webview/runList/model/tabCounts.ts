/** How many runs each tab holds, as it is written beside its word. */
import { runTabs, statusesOfTab, type RunTab } from '../../../model/run/query';
import type { RunStatus } from '../../../model/run/status';

/** What the engine counted under the filters in effect, the tab left out. */
export interface Counted {
  readonly counts: readonly { readonly status: RunStatus; readonly count: number }[];
  /** The engine stopped counting: each number is at least so much. */
  readonly isLowerBound: boolean;
}

/** Runs of a tab. */
export function tabCount({ counts }: Counted, tab: RunTab): number {
  const statuses = statusesOfTab(tab);
  return counts
    .filter(({ status }) => statuses === null || statuses.includes(status))
    .reduce((sum, { count }) => sum + count, 0);
}

/** `12`, `1,204`, `5,000+` for each tab. */
export function tabCountTexts(counted: Counted): Record<RunTab, string> {
  const text = (tab: RunTab): string =>
    `${tabCount(counted, tab).toLocaleString('en')}${counted.isLowerBound ? '+' : ''}`;
  return Object.fromEntries(runTabs.map((tab) => [tab, text(tab)])) as Record<RunTab, string>;
}
