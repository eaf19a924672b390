/** Nodes as processes of this machine, each in a wrapper that outlives the engine. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, statfsSync, writeFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { attemptParts, readClaim, readExitCode, takeClaim, type Claim } from '../attemptFolder';
import {
  PlatformFailure,
  type AttemptId,
  type AttemptOrder,
  type AttemptResult,
  type Fleet,
  type FoundAttempt,
  type Machine,
  type PreparedAttempt,
  type RunningAttempt,
} from '../fleet';
import { reasonOf } from '../../log';
import { endProcesses } from './endProcesses';
import { attemptCookie, isAlive, runCookie } from './processes';
import { commandFile, shellCommand } from './shells';
import { wrapperCommand, wrapperExit } from './wrapper';

/** How often an attempt of an earlier engine, which is not our child, is looked at. */
const lookEveryMs = 50;

/** A wrapper writes its claim at once after it has made it; this is long even where the machine is busy. */
const looksForClaim = 20;
const claimLookMs = 5;

export class LocalFleet implements Fleet {
  readonly machine: Machine = { name: hostname(), ip: firstAddress() };

  /** @param graceMs time between TERM and KILL */
  constructor(private readonly graceMs: number) {}

  prepare(order: AttemptOrder): PreparedAttempt {
    const { command, folder, nodeId } = order;
    const inFolder = (part: string): string => join(folder, part);
    try {
      mkdirSync(inFolder(attemptParts.work), { recursive: true });
      const file = command.kind === 'file' ? command.file : inFolder(commandFile(command.shell));
      if (command.kind === 'text') writeFileSync(file, command.text);
      const call = shellCommand(command.shell, file, order.environment['PATH'], nodeId);
      return { launch: (onEnded) => this.#launch(order, call, onEnded) };
    } catch (error) {
      if (error instanceof PlatformFailure) throw error;
      throw new PlatformFailure(cannotWrite(folder, reasonOf(error)));
    }
  }

  #launch(order: AttemptOrder, call: readonly string[], onEnded: (result: AttemptResult) => void): RunningAttempt {
    const { folder, nodeId } = order;
    const [program, options] = wrapperCommand(folder, call);
    const broken = (message: string): RunningAttempt => {
      setImmediate(() => onEnded({ kind: 'broken', message }));
      return { stop: () => Promise.resolve(null) };
    };
    const logs: number[] = [];
    try {
      for (const log of [attemptParts.stdout, attemptParts.stderr]) logs.push(openSync(join(folder, log), 'a'));
    } catch (error) {
      for (const log of logs) closeSync(log);
      return broken(cannotWrite(folder, reasonOf(error)));
    }
    try {
      const wrapper = spawn(program, options, {
        cwd: join(folder, attemptParts.work),
        env: order.environment,
        detached: true,
        // Files, not pipes: a pipe would end the command with the engine, and cost the engine its output's copying.
        stdio: ['ignore', logs[0], logs[1]],
      });
      wrapper.once('error', (error) => {
        onEnded({ kind: 'broken', message: `The node ${nodeId} could not be started: ${error.message}.` });
      });
      wrapper.once('exit', (code, signal) => onEnded(resultOf(folder, code, signal)));
      wrapper.unref();
      return { stop: () => endProcesses(attemptCookie(order), wrapper.pid ?? null, this.graceMs) };
    } catch (error) {
      return broken(`The node ${nodeId} could not be started: ${reasonOf(error)}.`);
    } finally {
      for (const log of logs) closeSync(log);
    }
  }

  async adopt(attempt: AttemptId, folder: string, onEnded: (result: AttemptResult) => void): Promise<FoundAttempt> {
    if (readExitCode(folder) === null && takeClaim(folder)) return { kind: 'unbegun' };
    const claim = await writtenClaim(folder);
    if (claim !== null && isAlive(claim)) {
      const timer = setInterval(() => {
        if (isAlive(claim)) return;
        clearInterval(timer);
        onEnded(resultOf(folder, null, null));
      }, lookEveryMs);
      return {
        kind: 'running',
        attempt: { stop: () => endProcesses(attemptCookie(attempt), claim.pid, this.graceMs) },
      };
    }
    // The wrapper may have died and left its command running.
    if (readExitCode(folder) === null) await endProcesses(attemptCookie(attempt), null, this.graceMs);
    if (readExitCode(folder) === null) return { kind: 'lost' };
    setImmediate(() => onEnded(resultOf(folder, null, null)));
    return { kind: 'running', attempt: { stop: () => endProcesses(attemptCookie(attempt), null, this.graceMs) } };
  }

  sweep(runId: string): Promise<string | null> {
    return endProcesses(runCookie(runId), null, this.graceMs);
  }
}

/** The claim of a wrapper, which may just be writing it; null when an engine made it, or it was not written to its end. */
async function writtenClaim(folder: string): Promise<Claim | null> {
  for (let look = 0; ; look++) {
    const claim = readClaim(folder);
    if (claim !== null || look === looksForClaim) return claim;
    await delay(claimLookMs);
  }
}

/** What a wrapper that ended left behind; code and signal are null when it was not our child. */
function resultOf(folder: string, code: number | null, signal: string | null): AttemptResult {
  const exitCode = readExitCode(folder);
  if (exitCode !== null) return { kind: 'exited', exitCode };
  if (code === wrapperExit.noClaim || code === wrapperExit.noExitCode) {
    return { kind: 'broken', message: cannotWrite(folder, whyUnwritable(folder)) };
  }
  if (code !== null) return { kind: 'broken', message: `The shell around the command ended with code ${code}.` };
  return { kind: 'killed', signal };
}

function cannotWrite(folder: string, reason: string): string {
  return `Runlens cannot write to ${folder} (${reason}). Free some space or make it writable, then run again.`;
}

/** The operating system's reason, by trying. */
function whyUnwritable(folder: string): string {
  try {
    writeFileSync(join(folder, 'probe'), 'x');
    return statfsSync(folder).bavail === 0 ? 'no space left' : 'it could not be written for a moment';
  } catch (error) {
    return reasonOf(error);
  }
}

function firstAddress(): string {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { address, family, internal } of addresses ?? []) {
      if (family === 'IPv4' && !internal) return address;
    }
  }
  return '127.0.0.1';
}
