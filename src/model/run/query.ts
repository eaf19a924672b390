/** Which runs somebody wants to see: the tabs and filters of lists and trees, and what they mean for the engine. Pure data. */
import type { RunSummary } from './run';
import { activeStatuses, type RunStatus } from './status';

/** Words of the tabs, in their order. */
export const runTabs = ['All', 'Active', 'Completed', 'Failed', 'Stopped'] as const;
export type RunTab = (typeof runTabs)[number];

/** The statuses that a tab holds; null: all, those that this version does not know among them. */
export function statusesOfTab(tab: RunTab): readonly RunStatus[] | null {
  switch (tab) {
    case 'All':
      return null;
    case 'Active':
      return activeStatuses;
    case 'Completed':
      return ['Completed', 'Partial Success'];
    case 'Failed':
      return ['Failed', 'Error'];
    case 'Stopped':
      return ['Stopped'];
  }
}

/** What has to be true of a run; all that is not null together. An empty list matches nothing. */
export interface RunFilter {
  /** The workflow lies under one of these folders (real paths). */
  readonly folders: readonly string[] | null;
  /** It is a run of one of these workflow files (real paths). */
  readonly workflowPaths: readonly string[] | null;
  readonly statuses: readonly RunStatus[] | null;
  readonly authors: readonly string[] | null;
  readonly projects: readonly string[] | null;
  /** Part of its name or of its id, in any case. */
  readonly text: string | null;
  /** Created at or after this moment; ISO 8601. */
  readonly createdFrom: string | null;
  /** Created before this moment; ISO 8601. */
  readonly createdBefore: string | null;
}

/** Nothing is filtered. */
export const everyRun: RunFilter = {
  folders: null,
  workflowPaths: null,
  statuses: null,
  authors: null,
  projects: null,
  text: null,
  createdFrom: null,
  createdBefore: null,
};

/** Runs whose workflow lies under one of the folders. */
export function runsUnder(folders: readonly string[]): RunFilter {
  return { ...everyRun, folders };
}

/** Runs of the workflow files. */
export function runsOf(...workflowPaths: readonly string[]): RunFilter {
  return { ...everyRun, workflowPaths };
}

/** True if the engine would list the run under the filter: said here for the events that it pushes. */
export function matchesFilter(filter: RunFilter, run: RunSummary): boolean {
  const { folders, createdFrom, createdBefore } = filter;
  const created = Date.parse(run.createdAt);
  return (
    (folders === null || folders.some((folder) => isUnder(folder, run.workflow.path))) &&
    isAmong(filter.workflowPaths, run.workflow.path) &&
    isAmong(filter.statuses, run.status) &&
    isAmong(filter.authors, run.author) &&
    isAmong(filter.projects, run.workflow.project) &&
    holdsText(run, filter.text) &&
    (createdFrom === null || created >= Date.parse(createdFrom)) &&
    (createdBefore === null || created < Date.parse(createdBefore))
  );
}

function isAmong<Value>(wanted: readonly Value[] | null, value: Value): boolean {
  return wanted === null || wanted.includes(value);
}

function holdsText(run: RunSummary, text: string | null): boolean {
  if (text === null) return true;
  const wanted = foldedText(text);
  return foldedText(run.name).includes(wanted) || foldedText(run.id).includes(wanted);
}

/** Texts that differ in case alone are the same in it: what the filter's text is looked for in. The store keeps it. */
export function foldedText(text: string): string {
  // Half of a surrogate pair cannot be stored; left as it is, it would be found here and not there.
  return text.toLowerCase().replaceAll(/[\ud800-\udfff]/gu, '\ufffd');
}

/** True if the file lies in the folder, at any depth. Both are absolute real paths. */
export function isUnder(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
