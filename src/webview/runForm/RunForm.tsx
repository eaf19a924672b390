import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { differenceWords, differsFromLast, valueLikeLast } from '../../model/run/inputDrafts';
import type { RunFormState } from '../../protocol/runForm';
import { sentenceOf } from '../sentence';
import type { Signal } from '../signal';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { ProgressRing } from '../ui/ProgressRing';
import type { Host } from './host';
import { InputField } from './InputField';
import { chosenIn, type FormStore } from './model/formStore';

interface RunFormProps {
  readonly host: Host;
  readonly store: FormStore;
  readonly notices: Signal<string>;
}

/** The form before a run: every input at once. Enter runs, Escape leaves. */
export function RunForm({ host, store, notices }: RunFormProps) {
  const form = useSyncExternalStore(store.subscribe, store.current);
  const page = useRef<HTMLFormElement>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [isStarting, setStarting] = useState(false);
  const isThere = form !== null;

  useEffect(() => notices.listen(setNotice), [notices]);
  useEffect(() => {
    if (isThere) page.current?.querySelector<HTMLElement>('[data-input]')?.focus();
  }, [isThere]);

  const run = async (): Promise<void> => {
    if (form === null || isStarting) return;
    const wrong = page.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong !== null && wrong !== undefined) return wrong.focus();
    setStarting(true);
    setNotice(null);
    try {
      await host.start(chosenIn(form));
    } catch (error) {
      setNotice(sentenceOf(error));
    } finally {
      setStarting(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isField = event.target instanceof Element && event.target.matches('input, textarea, select');
    if (event.key === 'Escape') host.leave();
    else if (event.key === 'Enter' && isField && !event.shiftKey) void run();
    else return;
    event.preventDefault();
  };

  return (
    // oxlint-disable-next-line no-noninteractive-element-interactions -- the keys of a form: Enter and Escape
    <form
      ref={page}
      className="run-form"
      aria-label={form?.title ?? 'Run with Inputs'}
      aria-busy={form === null || isStarting}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      {notice !== null && <Notice sentence={notice} onClose={() => setNotice(null)} />}
      {form === null ? (
        <p className="reading">
          <ProgressRing /> Reading the workflow…
        </p>
      ) : (
        <div className="form-body">
          <header>
            <h1 title={form.title.slice(0, 1000)}>
              <bdi>{form.title}</bdi>
            </h1>
            <p className="quiet">{versionWords(form)}</p>
          </header>
          {form.drafts.map((draft) => (
            <InputField
              key={`${draft.input.name}:${draft.input.type}`}
              draft={draft}
              host={host}
              onChange={(given) => store.choose({ [draft.input.name]: given })}
              onProblem={setNotice}
            />
          ))}
          <div className="input-field">
            <div className="input-head">
              <label htmlFor="run-name">Name of the run</label>
              <span className="quiet">optional</span>
            </div>
            <input
              id="run-name"
              type="text"
              className="text-control"
              value={form.name}
              maxLength={200}
              placeholder="named after the workflow, with its number"
              onChange={({ target }) => store.setName(target.value)}
            />
          </div>
          <footer>
            <Button kind="primary" icon={isStarting ? 'loading~spin' : 'play'} onClick={() => void run()}>
              Run
            </Button>
            <Button onClick={host.leave}>Cancel</Button>
            <output className="difference">{differenceWords(form.drafts)}</output>
            {form.drafts.some(differsFromLast) && (
              <button type="button" className="link" onClick={() => store.choose(lastValues(form))}>
                Reset All to the Last Run
              </button>
            )}
          </footer>
        </div>
      )}
    </form>
  );
}

function versionWords({ version, filledFrom }: RunFormState): string {
  if (version.kind === 'ran') {
    return `The version that “${version.runName}” ran, with the inputs of that run to begin with.`;
  }
  const what = version.isModule ? 'The module by itself, as it is now' : 'The workflow as it is now';
  return filledFrom === null
    ? `${what}, with its defaults: it has not been run yet.`
    : `${what}, with the inputs of its last run to begin with: “${filledFrom.runName}”.`;
}

function lastValues({ drafts }: RunFormState): Record<string, string | null> {
  return Object.fromEntries(drafts.map((draft) => [draft.input.name, valueLikeLast(draft)]));
}
