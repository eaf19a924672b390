/** The values of a workflow's inputs as somebody chooses them before a run. */
import type { WorkflowInput } from '../workflow/workflow';
import { fitsType } from '../workflow/inputValues';
import type { RunInput } from './run';

export interface InputDraft {
  readonly input: Pick<WorkflowInput, 'name' | 'type'>;
  /** Null: its default, or nothing when it has none. An empty text is a value of its own. */
  readonly given: string | null;
  /** What a run without a value of its own gives it; null: nothing. Paths are absolute. */
  readonly fallback: string | null;
  /** What the last run gave it, null for nothing, also when it had no such input; null as a whole: there is no last run. */
  readonly last: { readonly value: string | null } | null;
}

/** What was chosen for each input, by its name. */
export type ChosenValues = Readonly<Record<string, string | null>>;

/**
 * A draft for each input, filled in from the last run. A value that no longer fits the input's type is left out.
 * @param absolute makes a default that is a path absolute
 */
export function draftsFrom(
  inputs: readonly WorkflowInput[],
  last: readonly RunInput[] | null,
  absolute: (path: string) => string,
): InputDraft[] {
  return inputs.map(({ name, type, default: written }) => {
    const input = { name, type };
    const fallback = written === undefined ? null : isPath(input) ? absolute(written) : written;
    const before = last?.find((other) => other.name === name)?.value ?? null;
    const draft = { input, fallback, last: last === null ? null : { value: before }, given: null };
    return { ...draft, given: valueLikeLast(draft) };
  });
}

/** The drafts with what was chosen before; inputs that were not chosen for stay as they are. */
export function withChosen(drafts: readonly InputDraft[], chosen: ChosenValues): InputDraft[] {
  return drafts.map((draft) => {
    const { name } = draft.input;
    return Object.hasOwn(chosen, name) ? { ...draft, given: chosen[name] ?? null } : draft;
  });
}

/** What `given` is for the value of the last run; null also when that no longer fits the type. */
export function valueLikeLast({ input, fallback, last }: InputDraft): string | null {
  const value = last?.value ?? null;
  return value !== null && value !== fallback && fitsType(input.type, value) ? value : null;
}

/** True for inputs whose values are paths. */
export function isPath({ type }: Pick<WorkflowInput, 'type'>): boolean {
  return type === 'file' || type === 'folder';
}

/** The value a run of the drafts gives the input; null: nothing. */
export function valueOf({ given, fallback }: InputDraft): string | null {
  return given ?? fallback;
}

/** True if the next run would give the input another value than the last one did. */
export function differsFromLast(draft: InputDraft): boolean {
  return draft.last !== null && valueOf(draft) !== draft.last.value;
}

/** What is wrong with the text itself, in a sentence; null: nothing. Whether a path leads somewhere is not asked. */
export function inputProblem({ input, given, fallback }: InputDraft): string | null {
  if (given === null || fitsType(input.type, given)) return null;
  if (given === '') {
    const otherwise = fallback === null ? 'leave it unset' : 'use its default';
    return isPath(input) ? `Choose a ${input.type}, or ${otherwise}.` : `Write a ${input.type}, or ${otherwise}.`;
  }
  switch (input.type) {
    case 'number':
      return `“${given}” is no number: write it like 3 or 2.5.`;
    case 'boolean':
      return `“${given}” is neither true nor false.`;
    case 'file':
    case 'folder':
    case 'string':
      return `“${given}” is no ${input.type}.`;
  }
}

/** What the drafts differ in from the last run, in words; an empty text when there is no last run. */
export function differenceWords(drafts: readonly InputDraft[]): string {
  if (drafts.every(({ last }) => last === null)) return '';
  const count = drafts.filter(differsFromLast).length;
  if (count === 0) return 'The same inputs as in the last run';
  return count === 1 ? '1 input differs from the last run' : `${count} inputs differ from the last run`;
}

/** What to start a run with: only what was given, so that all else keeps its default. */
export function givenValues(drafts: readonly InputDraft[]): Record<string, string> {
  return Object.fromEntries(drafts.flatMap(({ input, given }) => (given === null ? [] : [[input.name, given]])));
}
