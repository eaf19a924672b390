/** Follows a run to its end over as many engines as it takes: one that is killed or handed over is followed by the next. */
import { EngineUnavailableError, type EngineClient } from '../engine/client/client';
import type { NodeRun, RunDetails } from '../model/run/run';
import { isActive } from '../model/run/status';
import { watchRun } from '../protocol/engine';
import { CommandFailure } from './commandFailure';
import { findRun, withEngine } from './engineConnection';
import { exitCodes } from './exitCodes';

/**
 * The run as it ended.
 * @param onChange gets the whole run at once and after each change, the last time as it ended.
 * @param leave leaves the run to the engine when it is raised.
 * @throws CommandFailure when it was left, or is deleted meanwhile; EngineUnavailableError when no engine can be started.
 */
export async function followRun(
  runId: string,
  onChange: (run: RunDetails) => void,
  leave?: AbortSignal,
): Promise<RunDetails> {
  for (;;) {
    const ended = await withEngine(async (engine) => {
      if (leave?.aborted === true) return null;
      leave?.addEventListener('abort', () => engine.dispose(), { once: true });
      return followOnEngine(engine, runId, onChange);
    });
    if (ended !== null) return ended;
    if (leave?.aborted === true) {
      throw new CommandFailure(`Left while the run goes on: runlens show ${runId}`, exitCodes.interrupted);
    }
  }
}

/** Null when the connection closed before the run ended. */
function followOnEngine(
  engine: EngineClient,
  runId: string,
  onChange: (run: RunDetails) => void,
): Promise<RunDetails | null> {
  return new Promise((resolve, reject) => {
    let run: RunDetails | null = null;
    const fail = (error: unknown) => (error instanceof EngineUnavailableError ? resolve(null) : reject(error));
    const take = (changed: RunDetails) => {
      run = changed;
      if (isActive(changed.status)) onChange(changed);
      // The end of the run and the ends of its last nodes come as two events: ask for the whole.
      else findRun(engine, runId).then(finish, fail);
    };
    const finish = (ended: RunDetails) => {
      onChange(ended);
      resolve(ended);
    };
    engine.onClosed(() => resolve(null));
    engine.onNodesChanged((event) => {
      if (event.runId === runId && run && isActive(run.status)) take(withNodes(run, event.nodes));
    });
    engine.onRunsChanged((event) => {
      if (event.deleted.includes(runId)) reject(new CommandFailure(`The run ${runId} was deleted.`));
      const summary = event.runs.find(({ id }) => id === runId);
      if (summary && run && isActive(run.status)) take({ ...run, ...summary });
    });
    engine.send(watchRun, { runId }).then(take, fail);
  });
}

function withNodes(run: RunDetails, changed: readonly NodeRun[]): RunDetails {
  const byId = new Map(changed.map((node) => [node.id, node]));
  return { ...run, nodes: run.nodes.map((node) => byId.get(node.id) ?? node) };
}
