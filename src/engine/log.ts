/** `engine.log`: what the engine did and why, a line each, for whoever looks for the cause of something. */
import { ftruncateSync, fstatSync, writeSync } from 'node:fs';

const largestLog = 4 * 1024 * 1024;
const stderr = 2;

/** Writes a line to the engine's log, which is its standard error. Never throws: a full disk must not end the engine. */
export function log(message: string): void {
  try {
    // The file is opened to append, so after the cut writing goes on at its new end.
    const facts = fstatSync(stderr);
    if (facts.isFile() && facts.size > largestLog) ftruncateSync(stderr, 0);
    writeSync(stderr, `${new Date().toISOString()} ${message.replaceAll('\n', ' ')}\n`);
  } catch {
    // Nowhere left to say it.
  }
}

/** The text of a log line without its time. */
export function logLineText(line: string): string {
  return line.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z /, '');
}

/** What an unknown thrown thing says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
