/** Names that are free and well formed. */
import { inputsNodeId } from '../graph';

/** `wanted` as a node id that is not taken: `Build it!` as `build-it`, and `build-it-2` if that is taken. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  const id = asWord(wanted, '-') || 'node';
  return firstFree(id, '-', (candidate) => candidate !== inputsNodeId && !taken.has(candidate));
}

/** `wanted` as the name of an input or output that is not taken: `Licence list` as `licence_list`. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  return firstFree(asWord(wanted, '_') || 'value', '_', (candidate) => !taken.has(candidate));
}

function asWord(text: string, joint: '-' | '_'): string {
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  return letters.replaceAll(/[^a-z0-9]+/g, joint).replaceAll(/^[^a-z]+|[-_]+$/g, '');
}

function firstFree(name: string, joint: '-' | '_', isFree: (candidate: string) => boolean): string {
  if (isFree(name)) return name;
  const numbered = /^(.*?[a-z].*?)[-_](\d{1,6})$/.exec(name);
  const stem = numbered?.[1] ?? name;
  let number = Number(numbered?.[2] ?? 1) + 1;
  while (!isFree(`${stem}${joint}${number}`)) number += 1;
  return `${stem}${joint}${number}`;
}
