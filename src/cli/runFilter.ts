/** The filters of `runlens runs`: those of the list page, as options. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { runTabs, statusesOfTab, type RunFilter, type RunTab } from '../model/run/query';
import type { RunStatus } from '../model/run/status';
import { CommandFailure } from './commandFailure';
import { spanOf, type Span } from './moment';
import { addStatuses } from './statusFilter';
import { realPathOf } from './workflowFile';

/** What commander makes of the options. */
export interface RunFilterOptions {
  readonly tab?: RunTab;
  readonly status?: readonly RunStatus[];
  readonly workflow?: readonly string[];
  readonly workspace?: readonly string[];
  readonly author?: readonly string[];
  readonly project?: readonly string[];
  readonly text?: string;
  readonly since?: Span;
  readonly until?: Span;
}

/** Adds the options to a command; those that name something can be given again for others. */
export function addRunFilterOptions(command: Command): Command {
  const tabs = runTabs.map((tab) => tab.toLowerCase()).join(', ');
  return command
    .addOption(new Option('--tab <tab>', `only the runs of this tab: ${tabs}`).argParser(tabOf).conflicts('status'))
    .option('--status <status,…>', 'only runs of these statuses; "active" stands for all that can change', addStatuses)
    .option('--workflow <file>', 'only runs of this workflow file', addTo)
    .option('--workspace <folder>', 'only runs of workflows under this folder', addTo)
    .option('--author <name>', 'only runs that this person started', addTo)
    .option('--project <name>', 'only runs of workflows of this project', addTo)
    .option('--text <text>', 'only runs that have the text in their name or id, in any case', wantedText)
    .option('--since <time>', 'only runs created then or later: 2026-11-23, today, 2026-11-23T14:30, 12h, 7d', timeOf)
    .option('--until <time>', 'only runs created before then; of a day, up to its end', timeOf);
}

/** The filter that the options say. @throws CommandFailure for a folder that is not there, or a time that ends before it begins */
export async function runFilterOf(options: RunFilterOptions): Promise<RunFilter> {
  const { since, until } = options;
  if (since && until && since.from >= until.before) {
    throw new CommandFailure('--since lies after --until, so no run can match: write the earlier time at --since.');
  }
  return {
    folders: options.workspace ? await Promise.all(options.workspace.map((path) => realPathOf(path, 'folder'))) : null,
    // The file may be gone; its runs are not.
    workflowPaths: options.workflow ? await Promise.all(options.workflow.map(pathOf)) : null,
    statuses: options.status ?? (options.tab ? statusesOfTab(options.tab) : null),
    authors: options.author ?? null,
    projects: options.project ?? null,
    text: options.text ?? null,
    createdFrom: since ? new Date(since.from).toISOString() : null,
    createdBefore: until ? new Date(until.before).toISOString() : null,
  };
}

function pathOf(file: string): Promise<string> {
  return realpath(file).catch(() => resolve(file));
}

function tabOf(text: string): RunTab {
  const tab = runTabs.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
  if (tab) return tab;
  throw new InvalidArgumentError(`"${text}" is none of ${runTabs.join(', ')}.`);
}

function timeOf(text: string): Span {
  return spanOf(text, new Date());
}

function wantedText(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Write what to look for.');
  return text;
}

function addTo(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
