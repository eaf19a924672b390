/** Pieces of a node's logs. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export interface LogPiece {
  readonly text: string;
  /** Where the piece begins, in bytes. */
  readonly offset: number;
  /** Where the next one does. */
  readonly nextOffset: number;
  /** Of the whole log by now, in bytes. */
  readonly size: number;
}

export interface LogRange {
  /** In bytes; negative: that many before the end. */
  readonly offset: number;
  readonly maxBytes: number;
  /** `growing`: a character that is not complete yet at the end is left for the next piece. */
  readonly state: 'growing' | 'complete';
}

const mostBytes = 4 * 1024 * 1024;

/** Reads a piece of a log, cut at whole UTF-8 characters. A log that is not there yet is empty. */
export function readLogPiece(path: string, range: LogRange): LogPiece {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return { text: '', offset: 0, nextOffset: 0, size: 0 };
  }
  try {
    const { size } = fstatSync(file);
    const start = Math.min(size, Math.trunc(range.offset < 0 ? Math.max(0, size + range.offset) : range.offset));
    // At least one whole character behind the rest of another, or a reader would never come further.
    const wanted = Math.min(Math.max(8, Math.trunc(range.maxBytes)), mostBytes, size - start);
    const bytes = Buffer.alloc(wanted);
    const length = readSync(file, bytes, 0, wanted, start);
    const reachesEnd = start + length >= size;
    const skipped = start === 0 ? 0 : continuationBytes(bytes.subarray(0, length));
    const cut = reachesEnd && range.state === 'complete' ? 0 : incompleteTail(bytes.subarray(skipped, length));
    const offset = start + skipped;
    const nextOffset = start + length - cut;
    return { text: bytes.toString('utf8', skipped, length - cut), offset, nextOffset, size };
  } finally {
    closeSync(file);
  }
}

/** How many bytes at the front belong to a character that begins before them. */
function continuationBytes(bytes: Buffer): number {
  let count = 0;
  while (count < 3 && count < bytes.length && ((bytes[count] ?? 0) & 0xc0) === 0x80) count++;
  // Four in a row are no UTF-8 at all.
  return count === 3 && ((bytes[3] ?? 0) & 0xc0) === 0x80 ? 0 : count;
}

/** How many bytes at the end begin a character that ends behind them. */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const characterLength = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return characterLength > back ? back : 0;
  }
  return 0;
}
