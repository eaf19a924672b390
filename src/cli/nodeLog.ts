/** Reads the log of a node from the engine, whole or as it grows. */
import type { EngineClient } from '../engine/client/client';
import { readLog, type LogStream } from '../protocol/engine';
import { withEngine } from './engineConnection';

export interface LogAddress {
  readonly runId: string;
  readonly nodeId: string;
  /** Null: the newest. */
  readonly attempt: number | null;
  readonly stream: LogStream;
}

const pieceBytes = 256 * 1024;

/** Gives the log as it is now to `take`, piece by piece. */
export async function readNodeLog(address: LogAddress, take: (text: string) => unknown): Promise<void> {
  await withEngine(async (engine) => {
    for (let offset = 0; ;) {
      const piece = await engine.send(readLog, { ...address, offset, maxBytes: pieceBytes });
      await take(piece.text);
      if (piece.nextOffset >= piece.size || piece.nextOffset === offset) return;
      offset = piece.nextOffset;
    }
  });
}

/** Gives the log to `take` as it grows, until the node has ended, over as many engines as it takes. */
export async function followNodeLog(address: LogAddress, take: (text: string) => unknown): Promise<void> {
  for (let offset = 0, ended = false; !ended;) {
    ended = await withEngine(async (engine) => {
      const closed = whenClosed(engine);
      const followed = engine.followLog(address, offset, (chunk) => {
        offset = chunk.nextOffset;
        take(chunk.text);
      });
      return Promise.race([closed.then(() => false), followed.then(() => true)]);
    });
  }
}

function whenClosed(engine: EngineClient): Promise<void> {
  return new Promise((resolve) => engine.onClosed(resolve));
}
