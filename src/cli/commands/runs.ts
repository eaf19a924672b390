import { Command, InvalidArgumentError } from 'commander';
import type { EngineClient } from '../../engine/client/client';
import type { RunFilter } from '../../model/run/query';
import type { RunSummary } from '../../model/run/run';
import { listRuns } from '../../protocol/engine';
import { findRun, withEngine } from '../engineConnection';
import { addRunFilterOptions, runFilterOf, type RunFilterOptions } from '../runFilter';
import { runJson } from '../runJson';
import { runTable } from '../runTable';
import { printJson, printLine, printNote } from '../terminal';

interface RunsOptions extends RunFilterOptions {
  readonly oldest?: true;
  readonly limit: number;
  readonly all?: true;
  readonly json?: true;
}

const pageSize = 100;

/** `runlens runs`: the runs of the vault, newest first. */
export function runsCommand(): Command {
  return addRunFilterOptions(new Command('runs'))
    .description('list the runs of the vault, newest first')
    .option('--oldest', 'the oldest first')
    .option('--limit <number>', 'at most so many', wholeNumber, 20)
    .option('--all', 'all of them, without a limit')
    .option('--json', 'print an array of runs')
    .action(async (options: RunsOptions) => {
      const limit = options.all ? Infinity : options.limit;
      const filter = await runFilterOf(options);
      await withEngine(async (engine) => {
        const { runs, hasMore } = await readRuns(engine, filter, options.oldest ? 'oldest' : 'newest', limit);
        if (options.json) return printJson(await withNodes(engine, runs));
        runTable(runs, Date.now()).forEach(printLine);
        if (runs.length === 0) printNote('No runs.');
        if (hasMore) printNote('There are more: use --limit or --all.');
      });
    });
}

async function readRuns(engine: EngineClient, filter: RunFilter, order: 'newest' | 'oldest', limit: number) {
  const runs: RunSummary[] = [];
  for (;;) {
    const after = runs.at(-1)?.id ?? null;
    const page = await engine.send(listRuns, { filter, order, limit: Math.min(pageSize, limit - runs.length), after });
    runs.push(...page.runs);
    if (!page.hasMore || runs.length >= limit) return { runs, hasMore: page.hasMore };
  }
}

/** Every run of `--json` has its node runs; one that is deleted meanwhile is left out. */
async function withNodes(engine: EngineClient, runs: readonly RunSummary[]): Promise<object[]> {
  const found: object[] = [];
  for (const { id } of runs) {
    const run = await findRun(engine, id).catch(() => null);
    if (run) found.push(runJson(run));
  }
  return found;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('Write a whole number above 0.');
}
