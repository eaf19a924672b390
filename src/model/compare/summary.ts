/** What a comparison comes to, in one sentence. */
import { durationText } from '../run/display';
import { isActive, type RunStatus } from '../run/status';
import type { NodeDifferenceKind } from './difference';

export interface SummarySubject {
  readonly isSameVersion: boolean;
  readonly nodes: readonly { readonly kind: NodeDifferenceKind }[];
  /** Number of inputs and outputs of the workflow that differ. */
  readonly declared: number;
  /** Names of the inputs and paths of the files that were not the same. */
  readonly otherInputs: readonly string[];
  /** Null unless both sides are runs; a length in milliseconds is null until the run is over. */
  readonly runs: readonly [RunEnd, RunEnd] | null;
}

interface RunEnd {
  readonly status: RunStatus;
  readonly milliseconds: number | null;
}

/** Inputs named before the rest is counted. */
const inputsNamed = 3;
/** A difference in time that is worth a word: a second, and a tenth of the longer one. */
const leastTime = 1000;

/** `Same version, other input: lockfile; took 2m longer`, `3 nodes changed, 1 added`. Left is before, right is after. */
export function summaryOf(subject: SummarySubject): string {
  const parts = [versionPart(subject)];
  if (!subject.isSameVersion && subject.otherInputs.length > 0) parts.push(inputsPart(subject.otherInputs));
  if (subject.runs !== null) parts.push(...runParts(subject.runs));
  return `${parts.join('; ')}.`;
}

function versionPart({ isSameVersion, nodes, declared, otherInputs, runs }: SummarySubject): string {
  const moved = nodes.filter(({ kind }) => kind === 'moved').length;
  if (isSameVersion) {
    if (otherInputs.length > 0) return `Same version, ${inputsPart(otherInputs)}`;
    const inputs = runs === null ? 'Same version' : 'Same version, same inputs';
    return moved === 0 ? inputs : `${inputs}, ${counted(moved, 'node')} moved`;
  }
  const words: string[] = [];
  for (const kind of ['changed', 'added', 'removed', 'moved'] as const) {
    const count = nodes.filter((node) => node.kind === kind).length;
    if (count > 0) words.push(`${words.length === 0 ? counted(count, 'node') : count} ${kind}`);
  }
  if (declared > 0) words.push(`${counted(declared, 'input or output', 'inputs or outputs')} of the workflow changed`);
  return words.length === 0 ? 'Other text, no node differs' : words.join(', ');
}

function inputsPart(names: readonly string[]): string {
  const rest = names.length - inputsNamed;
  const named = names.slice(0, inputsNamed).map(inShort).join(', ');
  return `${names.length === 1 ? 'other input' : 'other inputs'}: ${named}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function runParts([left, right]: readonly [RunEnd, RunEnd]): string[] {
  if (isActive(left.status) || isActive(right.status)) {
    const [before, after] = [left, right].map(({ status }) => statusSoFar(status));
    return [before === after ? `both ${before}` : `before: ${before}, after: ${after}`];
  }
  const parts = left.status === right.status ? [] : [`${right.status} instead of ${left.status}`];
  if (left.milliseconds === null || right.milliseconds === null) return parts;
  const more = right.milliseconds - left.milliseconds;
  const isWorthAWord = Math.abs(more) >= Math.max(leastTime, Math.max(right.milliseconds, left.milliseconds) / 10);
  if (isWorthAWord) parts.push(`took ${durationText(Math.abs(more))} ${more > 0 ? 'longer' : 'less'}`);
  return parts;
}

/** A run that goes on is not judged by what it will not be for long. */
function statusSoFar(status: RunStatus): string {
  return isActive(status) ? `still ${status.toLowerCase()}` : status;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function inShort(name: string): string {
  return name.length > 60 ? `…${name.slice(-60)}` : name;
}
