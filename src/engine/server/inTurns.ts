/** Long work for one client, in pieces between which the engine does what else there is. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ResponseError, type CancellationToken } from 'vscode-jsonrpc';
import type { Steps } from '../store/listing/steps';

/** Work that goes on for so long without a break is not felt by others. */
const longestTurnMs = 8;
/** Of the Language Server Protocol, which says it for JSON-RPC's users. */
const requestCancelled = -32_800;

/** The result of the work. @throws ResponseError when the client takes its question back */
export async function inTurns<Result>(steps: Steps<Result>, token: CancellationToken): Promise<Result> {
  let turnBegan = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - turnBegan < longestTurnMs) continue;
    await nextTurn();
    if (token.isCancellationRequested) throw new ResponseError(requestCancelled, 'The question was taken back.');
    turnBegan = performance.now();
  }
}
