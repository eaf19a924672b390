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
    .argument('<node>', 'id of a node')
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

function requireNode(run: RunDetails, nodeId: string, attempt: number | undefined): void {
  const node = run.nodes.find((candidate) => candidate.id === nodeId);
  if (!node) {
    const ids = run.nodes.map((candidate) => candidate.id).join(', ');
    throw new CommandFailure(`${plainText(run.name)} has no node ${nodeId}: it has ${ids}.`);
  }
  if (attempt !== undefined && attempt > node.attempt) {
    throw new CommandFailure(`${nodeId} had no attempt ${attempt}: it began ${node.attempt}.`);
  }
}

function attemptNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('Attempts are counted from 1.');
}
