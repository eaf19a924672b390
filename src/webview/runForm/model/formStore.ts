/** The form as it stands on the page: what the host said, and what was chosen since. */
import { withChosen } from '../../../model/run/inputDrafts';
import type { ChosenForRun, RunFormState } from '../../../protocol/runForm';

export interface FormStore {
  /** Null until the host has answered. */
  readonly current: () => RunFormState | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes the form from the host; what was chosen on the page stays, for inputs that are still there. */
  readonly renew: (form: RunFormState) => void;
  /** Gives inputs other values, by name; null: their default, or nothing. */
  readonly choose: (values: ChosenForRun['values']) => void;
  readonly setName: (name: string) => void;
}

/** What a form starts its run with. */
export function chosenIn({ drafts, name }: RunFormState): ChosenForRun {
  return { name, values: Object.fromEntries(drafts.map(({ input, given }) => [input.name, given])) };
}

/** @param keep is told of each choice, so that it outlives the page */
export function createFormStore(keep: (chosen: ChosenForRun) => void): FormStore {
  const listeners = new Set<() => void>();
  let form: RunFormState | null = null;
  const show = (next: RunFormState): void => {
    form = next;
    for (const listener of listeners) listener();
  };
  const change = (next: RunFormState): void => {
    show(next);
    keep(chosenIn(next));
  };
  return {
    current: () => form,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    renew: (next) => {
      if (form === null) return show(next);
      const { name, values } = chosenIn(form);
      show({ ...next, name, drafts: withChosen(next.drafts, values) });
    },
    choose: (values) => form !== null && change({ ...form, drafts: withChosen(form.drafts, values) }),
    setName: (name) => form !== null && change({ ...form, name }),
  };
}
