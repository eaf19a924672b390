/** What rows say of runs: the short text beside the name, and all of it in words for tooltips and screen readers. */
import { durationText, exactTime, nodeStatusLook, relativeTime } from './display';
import type { NodeRun, RunSummary } from './run';
import { isActive, type RunStatus } from './status';
import { dueWords } from './dueWords';

/** Machines named in a row before the rest is counted. */
const machinesNamed = 2;

/** Where a row stands: the rows of a vault say of which workspace their workflow is. */
export type RowScope = 'workspace' | 'vault';

/** A line of a tooltip: what it is about and what it is. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** `Completed 2m 5s`, `Pending`, `Scheduled · in 5 h`; `now` in milliseconds since 1970. */
export function statusWithDuration(run: RunSummary, now: number): string {
  if (run.status === 'Scheduled' && run.scheduledFor !== null) {
    return `${run.status} · ${dueWords(run.scheduledFor, now)}`;
  }
  return withDuration(run.status, run.durationMs ?? endedAfter(run), runningFor(run, now));
}

/**
 * The text behind the name of a run: in a vault its workspace; creation type, status, what is `expected` of its end (of a run
 * that waits for its time the words of its schedule), workflow, machines while active, age, author.
 */
export function runDescription(
  run: RunSummary,
  now: number,
  scope: RowScope = 'workspace',
  expected: string | null = null,
): string {
  // First, as a narrow sidebar shows little more than that.
  const parts: string[] = scope === 'vault' ? [workspaceName(run)] : [];
  // The status says it already.
  if (run.status !== 'Scheduled') parts.push(run.creationType);
  parts.push(statusWithDuration(run, now), expected ?? '', run.workflow.name);
  if (isActive(run.status)) parts.push(...machinesInShort(run.machines));
  parts.push(relativeTime(run.createdAt, now), shortAuthor(run.author));
  return parts.filter((part) => part !== '').join(' · ');
}

/** The row for those who hear it: whole words, the status among the first. */
export function runInWords(
  run: RunSummary,
  now: number,
  scope: RowScope = 'workspace',
  expected: string | null = null,
): string {
  const parts = [
    run.name,
    statusWithDuration(run, now),
    `${run.status === 'Scheduled' ? 'made' : 'started'} ${creationInWords(run)} ${relativeTime(run.createdAt, now)} by ${run.author}`,
    `workflow ${run.workflow.name}`,
  ];
  if (scope === 'vault') parts.push(`workspace ${workspaceName(run)}`);
  if (expected !== null) parts.splice(2, 0, expected);
  if (isActive(run.status) && run.machines.length > 0) parts.push(`on ${run.machines.join(', ')}`);
  if (run.message) parts.push(run.message);
  return parts.join(', ');
}

/** All there is to say of a run, for its tooltip; times as this machine writes them. */
export function runFacts(run: RunSummary): Fact[] {
  const facts: Fact[] = [
    { name: 'Workflow', value: `${run.workflow.name} (${run.workflow.path})` },
    { name: 'Workspace', value: run.workflow.workspace },
    { name: 'Created', value: `${exactTime(run.createdAt)} by ${run.author}, ${creationInWords(run)}` },
  ];
  if (run.scheduledFor) facts.push({ name: 'Scheduled for', value: exactTime(run.scheduledFor) });
  if (run.startedAt) facts.push({ name: 'Started', value: exactTime(run.startedAt) });
  if (run.endedAt) facts.push({ name: 'Ended', value: exactTime(run.endedAt) });
  if (run.machines.length > 0) facts.push({ name: 'Machines', value: run.machines.join(', ') });
  facts.push({ name: 'Fleet', value: run.fleet }, { name: 'Version', value: run.versionId.slice(0, 12) });
  facts.push({ name: 'Id', value: run.id });
  return facts;
}

/** The text behind the id of a node: status with duration, and what is worth knowing of an end that was not good. */
export function nodeRunDescription(nodeRun: NodeRun, now: number): string {
  const { word } = nodeStatusLook(nodeRun.status);
  const parts = [withDuration(word, endedAfter(nodeRun), runningFor(nodeRun, now))];
  if (nodeRun.reusedFrom !== null) parts.push('taken over');
  if (nodeRun.attempt > 1) parts.push(`attempt ${nodeRun.attempt}`);
  if (nodeRun.exitCode !== null && nodeRun.exitCode !== 0) parts.push(`exit code ${nodeRun.exitCode}`);
  return parts.join(' · ');
}

/** All there is to say of a node run, for its tooltip. */
export function nodeRunFacts(nodeRun: NodeRun): Fact[] {
  const facts: Fact[] = [{ name: 'Node', value: nodeRun.id }];
  if (nodeRun.reusedFrom !== null) facts.push({ name: 'Taken over from', value: nodeRun.reusedFrom });
  if (nodeRun.startedAt) facts.push({ name: 'Started', value: exactTime(nodeRun.startedAt) });
  if (nodeRun.endedAt) facts.push({ name: 'Ended', value: exactTime(nodeRun.endedAt) });
  if (nodeRun.attempt > 0) facts.push({ name: 'Attempts', value: String(nodeRun.attempt) });
  if (nodeRun.exitCode !== null) facts.push({ name: 'Exit code', value: String(nodeRun.exitCode) });
  if (nodeRun.machine) facts.push({ name: 'Machine', value: nodeRun.machine });
  return facts;
}

/** A number of runs; a lower bound when counting them all would take too long. */
export interface RunCount {
  readonly count: number;
  readonly isLowerBound: boolean;
}

/** `3`, `1,250`, or `10,000+` when there may be more. */
export function countText({ count, isLowerBound }: RunCount): string {
  return `${count.toLocaleString('en-US')}${isLowerBound ? '+' : ''}`;
}

/** `Running, 3 runs`, `Failed, at least 10,000 runs`. */
export function groupInWords({ status, count, isLowerBound }: RunCount & { readonly status: RunStatus }): string {
  const runs = `${count.toLocaleString('en-US')} ${count === 1 ? 'run' : 'runs'}`;
  return `${status}, ${isLowerBound ? 'at least ' : ''}${runs}`;
}

/** `2 active runs`, for the badge. */
export function activeRunsInWords(count: number): string {
  return count === 1 ? '1 active run' : `${count} active runs`;
}

/** What VS Code calls the workspace: the name of its folder. */
function workspaceName({ workflow }: RunSummary): string {
  return workflow.workspace.split('/').findLast((part) => part !== '') ?? workflow.workspace;
}

function creationInWords(run: RunSummary): string {
  switch (run.creationType) {
    case 'Manual':
      return 'in VS Code';
    case 'Scheduled':
      return 'by schedule';
    case 'API':
      return 'through the API';
  }
}

function machinesInShort(machines: readonly string[]): string[] {
  const rest = machines.length - machinesNamed;
  return rest > 0 ? [`${machines.slice(0, machinesNamed).join(', ')} +${rest}`] : [machines.join(', ')];
}

/** The first name, or what stands before the @. */
function shortAuthor(author: string): string {
  return author.split(/[\s@]/)[0] ?? author;
}

interface Timed {
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

function withDuration(status: string, took: number | null, running: number | null): string {
  if (took !== null) return `${status} ${durationText(took)}`;
  // Whole seconds, and none for the first: a running text is drawn once a second.
  if (running === null || running < 1000) return status;
  return `${status} ${durationText(Math.floor(running / 1000) * 1000).replace('.0s', 's')}`;
}

function endedAfter({ startedAt, endedAt }: Timed): number | null {
  return startedAt === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(startedAt);
}

function runningFor({ startedAt, endedAt }: Timed, now: number): number | null {
  return startedAt === null || endedAt !== null ? null : now - Date.parse(startedAt);
}
