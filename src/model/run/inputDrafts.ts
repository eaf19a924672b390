/** The values of a workflow's inputs as somebody chooses them before a run. */
import type { WorkflowInput } from '../workflow/workflow';
import { fitsType } from '../workflow/inputValues';
import type { RunInput } from './run';

export interface InputDraft {
  readonly input: WorkflowInput;
  /** Null: its default, or nothing when it has none. */
  readonly given: string | null;
  /** What a run without a value of its own gives it; null: nothing. Paths are absolute. */
  readonly fallback: string | null;
  /** What the last run gave it; null: nothing, or it had no such input. Undefined: there is no last run. */
  readonly last: string | null | undefined;
}

/**
 * A draft for each input, filled in from the last run. A value that no longer fits the input's type is left out.
 * @param absolute makes a default that is a path absolute
 */
export function draftsFrom(
  inputs: readonly WorkflowInput[],
  last: readonly RunInput[] | null,
  absolute: (path: string) => string,
): InputDraft[] {
  return inputs.map((input) => {
    const isPath = input.type === 'file' || input.type === 'folder';
    const fallback = input.default === undefined ? null : isPath ? absolute(input.default) : input.default;
    const before = last?.find(({ name }) => name === input.name)?.value ?? null;
    const isOwn = before !== null && before !== fallback && fitsType(input.type, before);
    return { input, fallback, last: last === null ? undefined : before, given: isOwn ? before : null };
  });
}

/** The value a run of the drafts gives the input; null: nothing. */
export function valueOf({ given, fallback }: InputDraft): string | null {
  return given ?? fallback;
}

/** True if the next run would give the input another value than the last one did. */
export function differsFromLast(draft: InputDraft): boolean {
  return draft.last !== undefined && valueOf(draft) !== draft.last;
}

/** What to start a run with: only what was given, so that all else keeps its default. */
export function givenValues(drafts: readonly InputDraft[]): Record<string, string> {
  return Object.fromEntries(drafts.flatMap(({ input, given }) => (given === null ? [] : [[input.name, given]])));
}
