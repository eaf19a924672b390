/** What `run` and `rerun` do after the run was started: show it live, and say by the exit code how it ended. */
import type { RunDetails } from '../model/run/run';
import { stopRun } from '../protocol/engine';
import { withEngine } from './engineConnection';
import { exitCodes, type ExitCode } from './exitCodes';
import { followRun } from './followRun';
import { changeLines, endLine } from './runLines';
import { runJson } from './runJson';
import { printJson, printLine, printNote } from './terminal';

/**
 * Shows the run until it ends: a line for each node that starts or ends, or with `json` the ended run as one value.
 * The first Ctrl+C stops the run and waits for its end; the second leaves the run to the engine.
 */
export async function followToEnd(runId: string, options: { readonly json: boolean }): Promise<ExitCode> {
  let shown: RunDetails | null = null;
  const interruption = interruptions(runId);
  try {
    const onChange = (run: RunDetails) => {
      if (!options.json) changeLines(shown, run).forEach(printLine);
      shown = run;
    };
    const ended = await followRun(runId, onChange, interruption.second);
    if (options.json) printJson(runJson(ended));
    else printLine(endLine(ended));
    return ended.status === 'Completed' ? exitCodes.done : exitCodes.notCompleted;
  } finally {
    interruption.dispose();
  }
}

/** Stops the run at the first Ctrl+C, and raises `second` at the second. */
function interruptions(runId: string): { second: AbortSignal; dispose(): void } {
  const second = new AbortController();
  let isFirst = true;
  const interrupt = () => {
    if (!isFirst) return second.abort();
    isFirst = false;
    printNote('Stopping the run. Press Ctrl+C again to leave; the engine then stops it without you.');
    withEngine((engine) => engine.send(stopRun, { runId })).catch((error: unknown) => {
      // Most likely it has just ended, which is seen at once.
      printNote(error instanceof Error ? error.message : String(error));
    });
  };
  process.on('SIGINT', interrupt);
  return { second: second.signal, dispose: () => process.off('SIGINT', interrupt) };
}
