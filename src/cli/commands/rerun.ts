import { Command } from 'commander';
import { ResponseError } from 'vscode-jsonrpc';
import { nodeEnvironment, type EngineClient } from '../../engine/client/client';
import type { RunDetails } from '../../model/run/run';
import { engineErrors, getSnapshot, rerun, type RerunPart } from '../../protocol/engine';
import { CommandFailure } from '../commandFailure';
import { findRun, withEngine } from '../engineConnection';
import { followToEnd } from '../followToEnd';
import { readRunInputs } from '../runInputs';
import { runJson } from '../runJson';
import { startLine } from '../runLines';
import { printJson, printLine } from '../terminal';

interface RerunOptions {
  readonly fromFailed?: true;
  readonly from?: string;
  readonly live?: true;
  readonly runGone?: true;
  readonly input?: readonly string[];
  readonly name?: string;
  readonly detach?: true;
  readonly json?: true;
}

/** `runlens rerun`: runs the version of an old run again, from its snapshot. */
export function rerunCommand(): Command {
  return new Command('rerun')
    .description('run again: the same version with the same inputs, from the snapshot; follows like run')
    .argument('<run>', 'id of a run, or the beginning of one')
    .option('--from-failed', 'only what did not succeed, and all after it; the other results are taken over')
    .option('--from <node>', 'the same, and run this node and all after it too')
    .option('--live', 'with --from-failed or --from: the workflow as it is on disk; nodes edited since run too')
    .option('--run-gone', 'with --from-failed or --from: nodes whose results are gone run too')
    .option('-i, --input <name=value>', 'another value of a workflow input; the others are those of the run', addTo)
    .option('--name <name>', 'name of the new run (default: the name of the workflow and a number)')
    .option('-d, --detach', 'return as soon as the run is started')
    .option('--json', 'print the new run as one JSON value')
    .action(async (id: string, options: RerunOptions) => {
      const part = partOf(options);
      const run = await withEngine(async (engine) => {
        const before = await findRun(engine, id);
        const environment = nodeEnvironment(process.env);
        const started = await engine
          .send(rerun, {
            runId: before.id,
            part: part.kind === 'all' ? await withInputs(part, before, options, engine) : part,
            creationType: 'API',
            environment,
          })
          .catch((error: unknown) => {
            throw withWayOut(error);
          });
        return findRun(engine, started.id);
      });
      if (!options.json) printLine(startLine(run));
      if (!options.detach) process.exitCode = await followToEnd(run.id, { json: options.json === true });
      else if (options.json) printJson(runJson(run));
    });
}

/** @throws CommandFailure */
function partOf({ fromFailed, from, live, runGone, input, name }: RerunOptions): RerunPart {
  if (fromFailed === true || from !== undefined) {
    if (input !== undefined || name !== undefined) {
      const why = 'With other inputs the results before are not those of the new run.';
      throw new CommandFailure(`--input and --name do not go with --from-failed or --from. ${why}`);
    }
    const version = live === true ? 'live' : 'ran';
    return { kind: 'rest', from: from ?? null, version, gone: runGone === true ? 'run' : 'refuse' };
  }
  if (live === true) {
    throw new CommandFailure('--live goes with --from-failed or --from; `runlens run` runs the live workflow.');
  }
  if (runGone === true) throw new CommandFailure('--run-gone goes with --from-failed or --from.');
  if (name?.trim() === '') throw new CommandFailure('A run cannot have an empty name: leave --name out.');
  return { kind: 'all', inputs: null, name: name ?? null };
}

/** The inputs of the run, but for those that were given. @throws CommandFailure */
async function withInputs(
  part: RerunPart & { kind: 'all' },
  run: RunDetails,
  { input = [] }: RerunOptions,
  engine: EngineClient,
): Promise<RerunPart> {
  // A run that has not begun has no version whose inputs could be asked for; the engine says so.
  if (input.length === 0 || !run.hasSnapshot) return part;
  const { workflow } = await engine.send(getSnapshot, { runId: run.id });
  const given = await readRunInputs(workflow, input);
  return { ...part, inputs: { ...Object.fromEntries(run.inputs.map(({ name, value }) => [name, value])), ...given } };
}

function withWayOut(error: unknown): unknown {
  if (!(error instanceof ResponseError) || error.code !== engineErrors.resultsGone) return error;
  return new CommandFailure(`${error.message} (--run-gone lets them run again.)`);
}

function addTo(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
