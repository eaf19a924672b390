/** Reads the log of a node from the engine, whole or as it grows. */
import { EngineUnavailableError } from '../engine/client/client';
import { readLog, type LogChunk, type LogStream } from '../protocol/engine';
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
  for (let offset = 0, hasEnded = false; !hasEnded;) {
    hasEnded = await withEngine(async (engine) => {
      const onChunk = (chunk: LogChunk) => {
        offset = chunk.nextOffset;
        take(chunk.text);
      };
      return engine.followLog(address, offset, onChunk).then(() => true, falseIfLost);
    });
  }
}

/** The connection was lost, so the next engine is asked for the rest. @throws any other error */
function falseIfLost(error: unknown): false {
  if (error instanceof EngineUnavailableError) return false;
  throw error;
}
