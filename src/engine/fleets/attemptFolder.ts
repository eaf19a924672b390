/** Where the parts of a run and of each attempt lie. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

export function runFolder(runs: string, runId: string): string {
  return join(runs, runId);
}

/** The run's texts, under their paths relative to the workspace. */
export function snapshotFolder(runs: string, runId: string): string {
  return join(runs, runId, 'snapshot');
}

export function attemptFolder(runs: string, runId: string, nodeId: string, attempt: number): string {
  return join(runs, runId, 'nodes', ...nodeId.split('/'), String(attempt));
}

/** The parts of an attempt's folder. */
export const attemptParts = {
  /** The command's current folder; its outputs lie in it. */
  work: 'work',
  stdout: 'stdout',
  stderr: 'stderr',
  /** Made by who may begin the attempt: the wrapper, with its pid, start time and boot id, or an engine that gives it up. */
  claim: 'claim',
  /** The exit code as one line; without the newline it is not there yet. */
  rc: 'rc',
} as const;

/** The exit code that the wrapper wrote; null as long as it has not. */
export function readExitCode(folder: string): number | null {
  const text = readOrNull(join(folder, attemptParts.rc));
  if (text === null || !/^\d+\n$/.test(text)) return null;
  return Number(text);
}

/** Who executes an attempt. */
export interface Claim {
  readonly pid: number;
  /** As the operating system writes it; with the boot id it tells a process from a later one of the same pid. */
  readonly startTime: string;
  readonly bootId: string;
}

/** What the wrapper wrote when it claimed the attempt; null when there is nothing, or not all of it. */
export function readClaim(folder: string): Claim | null {
  const text = readOrNull(join(folder, attemptParts.claim));
  const parts = text === null ? null : /^(\d+) (\S+) (\S+)\n$/.exec(text);
  if (parts === null) return null;
  return { pid: Number(parts[1]), startTime: parts[2] ?? '', bootId: parts[3] ?? '' };
}

/** Claims the attempt, so that a wrapper that comes late exits; false when it is claimed already. */
export function takeClaim(folder: string): boolean {
  try {
    closeSync(openSync(join(folder, attemptParts.claim), 'wx'));
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EEXIST') return false;
    // No folder: the engine died before it made it, and no wrapper can begin in it.
    if (code === 'ENOENT') return true;
    throw error;
  }
}

const longestMessage = 500;
/* eslint-disable no-control-regex -- what works on a terminal is control characters */
/** Colours and movements, and titles and links. */
const terminalEscapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\^_])/g;
const controlCharacters = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/g;
/* eslint-enable no-control-regex */

/** The first line of stderr that says something, at most 500 characters; null when there is none. */
export function firstErrorLine(folder: string): string | null {
  const start = Buffer.alloc(8 * 1024);
  let length = 0;
  try {
    const file = openSync(join(folder, attemptParts.stderr), 'r');
    try {
      length = readSync(file, start, 0, start.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
  const text = start.toString('utf8', 0, length).replaceAll(terminalEscapes, '').replaceAll(controlCharacters, ' ');
  return (
    text
      .split('\n')
      .map((line) => line.replaceAll(/ {2,}/g, ' ').trim())
      .find((line) => line !== '')
      ?.slice(0, longestMessage) ?? null
  );
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
