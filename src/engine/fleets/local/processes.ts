/** Processes of this machine: whether one still runs, and which belong to an attempt. Linux by /proc, else by `ps`. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { AttemptId } from '../fleet';
import type { Claim } from '../attemptFolder';

const hasProc = process.platform === 'linux';

/** Marks the processes of a run, or of one attempt of it: all of these variables stand in their environment. */
export type Cookie = readonly string[];

export function runCookie(runId: string): Cookie {
  return [`RUN_ID=${runId}`];
}

export function attemptCookie(attempt: AttemptId): Cookie {
  return [`RUN_ID=${attempt.runId}`, `NODE_ID=${attempt.nodeId}`, `RUNLENS_ATTEMPT=${attempt.attempt}`];
}

let knownBootId: string | undefined;

/** Differs between two starts of the machine. */
function bootId(): string {
  knownBootId ??= (
    hasProc
      ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')
      : execFileSync('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'], { encoding: 'utf8' })
  ).trim();
  return knownBootId;
}

/** True while the very process that made the claim runs: not a later one of its pid, and not a zombie. */
export function isAlive(claim: Claim): boolean {
  if (claim.bootId !== bootId()) return false;
  return startTimeOf(claim.pid) === claim.startTime;
}

/** Null when there is no such process, or only its remains. */
function startTimeOf(pid: number): string | null {
  try {
    if (!hasProc) {
      const facts = ps(['-o', 'state=,lstart=', '-p', String(pid)]).trim();
      return facts === '' || facts.startsWith('Z') ? null : facts.replace(/^\S+\s+/, '').replaceAll(/ +/g, '_');
    }
    return statOf(pid)?.startTime ?? null;
  } catch {
    return null;
  }
}

/** Fields of /proc/<pid>/stat, whose second one may hold spaces and brackets. Null for a zombie. */
function statOf(pid: number): { parent: number; session: number; startTime: string } | null {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(') ') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  return { parent: Number(fields[1]), session: Number(fields[3]), startTime: fields[19] ?? '' };
}

/**
 * Pids of all processes that carry the cookie or belong to one of the groups, and of their children, which may have
 * left the group and cleaned their environment.
 */
export function processesOf(cookie: Cookie, groups: ReadonlySet<number>): number[] {
  const found = new Set<number>();
  const children = new Map<number, number[]>();
  for (const { pid, parent, group, environment } of hasProc ? procTable() : psTable()) {
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [pid]);
    else siblings.push(pid);
    if (groups.has(group) || cookie.every((variable) => environment.includes(`\0${variable}\0`))) found.add(pid);
  }
  // A Set hands out what is added to it on the way.
  for (const pid of found) for (const child of children.get(pid) ?? []) found.add(child);
  found.delete(process.pid);
  return [...found];
}

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** The session on Linux, which holds all groups made in it; elsewhere the process group. A wrapper leads its own. */
  readonly group: number;
  /** Variables, each with a NUL before and after it. */
  readonly environment: string;
}

function procTable(): ProcessEntry[] {
  const table: ProcessEntry[] = [];
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      const stat = statOf(pid);
      if (stat === null) continue;
      table.push({ pid, parent: stat.parent, group: stat.session, environment: `\0${environmentOf(pid)}` });
    } catch {
      // It ended while we looked.
    }
  }
  return table;
}

/** Empty for a process of another user. */
function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}

/** macOS shows the environment behind the command, parted by spaces. */
function psTable(): ProcessEntry[] {
  return ps(['-axEww', '-o', 'pid=,ppid=,pgid=,command='])
    .split('\n')
    .flatMap((line) => {
      const parts = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line);
      if (parts === null) return [];
      const environment = ` ${parts[4] ?? ''} `.replaceAll(' ', '\0');
      return [{ pid: Number(parts[1]), parent: Number(parts[2]), group: Number(parts[3]), environment }];
    });
}

function ps(options: string[]): string {
  return execFileSync('/bin/ps', options, { encoding: 'utf8', env: { LC_ALL: 'C' } });
}
