/** Following a log while its node runs. */
import { join } from 'node:path';
import { isNodeEnded } from '../../model/run/status';
import type { LogStream } from '../../protocol/engine';
import { attemptFolder } from '../fleets/attemptFolder';
import { refusal } from '../run/refusal';
import { storedRunOf } from '../run/findRun';
import type { Vault } from '../run/vault';
import { findNodeRun } from '../store/nodeRuns';
import type { StoredNodeRun } from '../store/rows';
import { readLogPiece, type LogPiece, type LogRange } from './readLog';

export interface LogAddress {
  readonly runId: string;
  readonly nodeId: string;
  /** Null: the newest. */
  readonly attempt: number | null;
  readonly stream: LogStream;
}

/** A piece of a log. @throws a refusal for an unknown run or node */
export function readLog(vault: Vault, address: LogAddress, offset: number, maxBytes: number): LogPiece {
  const node = nodeRunOf(vault, address);
  const attempt = address.attempt ?? node.attempt;
  const state = node.status === 'running' && attempt === node.attempt ? 'growing' : 'complete';
  return readLogPiece(logPath(vault, address, attempt), { offset, maxBytes, state });
}

const chunkBytes = 64 * 1024;
const lookEveryMs = 100;

/**
 * Sends what is appended from `offset` on until the node has ended; gives where it ended. Without an attempt it goes on
 * with the next attempt from its beginning, when there is one.
 * @param isCancelled asked before each look
 */
export async function followLog(
  vault: Vault,
  address: LogAddress,
  offset: number,
  send: (piece: { text: string; nextOffset: number }) => Promise<void>,
  isCancelled: () => boolean,
): Promise<number> {
  let attempt = address.attempt;
  let next = offset;
  while (!isCancelled()) {
    const node = nodeRunOf(vault, address);
    const current = attempt ?? (node.attempt === 0 ? null : node.attempt);
    const isOver = isNodeEnded(node.status) || (current !== null && current < node.attempt);
    if (current !== null) {
      const state: LogRange['state'] = isOver ? 'complete' : 'growing';
      let piece: LogPiece;
      do {
        piece = readLogPiece(logPath(vault, address, current), { offset: next, maxBytes: chunkBytes, state });
        next = piece.nextOffset;
        if (piece.text !== '') await send({ text: piece.text, nextOffset: next });
      } while (piece.text !== '' && !isCancelled());
    }
    if (isNodeEnded(node.status) && (current === null || current >= node.attempt || address.attempt !== null)) break;
    if (isOver && address.attempt !== null) break;
    if (isOver && current !== null) {
      attempt = current + 1;
      next = 0;
    } else {
      attempt = current;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }
  return next;
}

function nodeRunOf(vault: Vault, { runId, nodeId }: LogAddress): StoredNodeRun {
  const { summary } = storedRunOf(vault.store, runId);
  const node = findNodeRun(vault.store, runId, nodeId);
  if (node === null) throw refusal('invalidParams', `The run "${summary.name}" has no node ${nodeId}.`);
  return node;
}

function logPath(vault: Vault, { runId, nodeId, stream }: LogAddress, attempt: number): string {
  return join(attemptFolder(vault.paths.runs, runId, nodeId, attempt), stream);
}
