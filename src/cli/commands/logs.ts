import { Command, InvalidArgumentError } from 'commander';
import type { RunDetails } from '../../model/run/run';
import { CommandFailure } from '../commandFailure';
import { findRun, withEngine } from '../engineConnection';
import { followNodeLog, readNodeLog, type LogAddress } from '../nodeLog';
import { plainText } from '../plainText';
import { printJson, printText } from '../terminal';

interface LogsOptions {
  readonly follow?: true;
  readonly stderr?: true;
  readonly attempt?: number;
  readonly json?: true;
}

/** `runlens logs`: what a node of a run wrote. */
export function logsCommand(): Command {
  return new Command('logs')
    .description('print what a node of a run wrote on stdout')
    .argument('<run>', 'id of a run, or the beginning of one')
    .argument('<node>', 'id of a node; inside of a module its path, such as scan/fetch')
    .option('-f, --follow', 'print what is added, until the node has ended')
    .option('--stderr', 'what it wrote on stderr')
    .option('--attempt <number>', 'of this attempt, counted from 1 (default: the newest)', attemptNumber)
    .option('--json', 'print an object with the text; with --follow once the node has ended')
    .action(async (id: string, nodeId: string, options: LogsOptions) => {
      const run = await withEngine((engine) => findRun(engine, id));
      requireNode(run, nodeId, options.attempt);
      const attempt = options.attempt ?? null;
      const address: LogAddress = { runId: run.id, nodeId, attempt, stream: options.stderr ? 'stderr' : 'stdout' };
      const read = options.follow ? followNodeLog : readNodeLog;
      if (!options.json) return read(address, printText);
      const pieces: string[] = [];
      await read(address, (text) => pieces.push(text));
      printJson({ run: run.id, node: nodeId, attempt, stream: address.stream, text: pieces.join('') });
    });
}

/** @throws CommandFailure when the run has no such node, or none that writes a log */
function requireNode(run: RunDetails, nodeId: string, attempt: number | undefined): void {
  const node = run.nodes.find((candidate) => candidate.id === nodeId);
  if (!node) throw new CommandFailure(`${plainText(run.name)} has no node ${plainText(nodeId)}: ${nodesOf(run)}.`);
  const inside = run.nodes.filter(({ id }) => id.startsWith(`${nodeId}/`));
  const first = inside.find(({ id }) => !inside.some((other) => other.id.startsWith(`${id}/`)));
  if (first !== undefined) {
    throw new CommandFailure(
      `${nodeId} is a module, which writes nothing itself: name a node in it, such as ${first.id}.`,
    );
  }
  if (attempt !== undefined && attempt > node.attempt) {
    throw new CommandFailure(`${nodeId} had no attempt ${attempt}: it began ${node.attempt}.`);
  }
}

/** So many are named; a run may have thousands. */
const mostNamed = 20;

function nodesOf({ nodes }: RunDetails): string {
  if (nodes.length === 0) return 'it has not begun';
  const named = nodes.slice(0, mostNamed).map(({ id }) => id);
  const more = nodes.length - named.length;
  return `it has ${named.join(', ')}${more === 0 ? '' : ` and ${more} more, which runlens show lists`}`;
}

function attemptNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('Attempts are counted from 1.');
}
