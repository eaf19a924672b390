/** One form before a run: what it shows, and what becomes of what is chosen in it. */
import * as vscode from 'vscode';
import { inputProblem, isPath, givenValues, withChosen, type InputDraft } from '../../model/run/inputDrafts';
import type { RunSummary } from '../../model/run/run';
import type { ChosenForRun, RunFormState } from '../../protocol/runForm';
import { Refusal } from '../commands/commandErrors';
import { requireTrust } from '../commands/trust';
import { plainText, quoted } from '../shownText';
import type { FormSource } from './formSource';
import { absolutePath, foundAt, choosePathFor, type FoundAtPath, type PathQuestion } from './inputPaths';

export class RunForm implements vscode.Disposable {
  readonly #source: FormSource;
  #chosen: ChosenForRun;
  #shown: RunFormState | undefined;
  #phase: 'open' | 'starting' | 'started' = 'open';

  readonly #started = new vscode.EventEmitter<void>();

  /** Fires when its run was started and is shown: the form has done what it is for. */
  readonly onDidStart = this.#started.event;
  /** Fires when the workflow was edited, so that the form is another one. */
  readonly onDidChange: vscode.Event<void>;

  /** @param chosen what was chosen when the form was left before */
  constructor(source: FormSource, chosen: ChosenForRun = { values: {}, name: '' }) {
    this.#source = source;
    this.#chosen = chosen;
    this.onDidChange = source.onDidChange;
  }

  /** What is chosen so far. */
  get chosen(): ChosenForRun {
    return this.#chosen;
  }

  /** Absolute path of the workflow that it runs. */
  get workflowPath(): string {
    return this.#source.workflowPath;
  }

  get hasStarted(): boolean {
    return this.#phase === 'started';
  }

  keep(chosen: ChosenForRun): void {
    this.#chosen = chosen;
  }

  /** The form with what was chosen so far. @throws Refusal when nothing can be run */
  async read(): Promise<RunFormState> {
    const blank = await this.#source.read();
    const { values, name } = this.#chosen;
    this.#shown = { ...blank, name, drafts: withChosen(blank.drafts, values) };
    return this.#shown;
  }

  /** What is at a path as it was typed. */
  async lookAt(typed: string): Promise<{ readonly path: string; readonly found: FoundAtPath }> {
    const path = absolutePath(typed, this.#folder);
    return { path, found: await foundAt(path) };
  }

  /** Asks for a path with a dialog; null: it was left. */
  choosePath({ input, kind, now }: Omit<PathQuestion, 'folder'>): Promise<string | null> {
    const folder = this.#folder;
    return choosePathFor({ input, kind, folder, now: now === null || now === '' ? null : absolutePath(now, folder) });
  }

  /** Starts the run and shows it. @throws Refusal, and then nothing was started */
  async start(chosen: ChosenForRun): Promise<RunSummary> {
    requireTrust();
    // Enter may be pressed twice before the first run is there.
    if (this.#phase !== 'open') throw new Refusal(vscode.l10n.t('The run is being started already.'));
    this.#phase = 'starting';
    try {
      this.keep(chosen);
      const { drafts } = this.#shown ?? (await this.read());
      const filled = withChosen(drafts, chosen.values).map((draft) => this.#withWholePath(draft));
      for (const draft of filled) await requireValue(draft);
      const name = chosen.name.trim();
      const order = { inputs: givenValues(filled), name: name === '' ? null : name };
      const run = await this.#source.start(order, drafts);
      this.#phase = 'started';
      this.#started.fire();
      return run;
    } catch (error) {
      this.#phase = 'open';
      throw error;
    }
  }

  dispose(): void {
    this.#started.dispose();
    this.#source.dispose();
  }

  get #folder(): string {
    return this.#shown?.folder ?? '/';
  }

  #withWholePath(draft: InputDraft): InputDraft {
    const { input, given } = draft;
    return isPath(input) && given !== null && given !== ''
      ? { ...draft, given: absolutePath(given, this.#folder) }
      : draft;
  }
}

/** @throws Refusal for a value that is none, or a path that does not lead to what the input is */
async function requireValue(draft: InputDraft): Promise<void> {
  const { input, given, fallback } = draft;
  const problem = inputProblem(draft);
  if (problem !== null) throw new Refusal(`${input.name}: ${plainText(problem)}`);
  const path = given ?? fallback;
  if (path === null || !isPath(input)) return;
  const found = await foundAt(path);
  if (found === input.type) return;
  throw new Refusal(
    found === 'nothing'
      ? vscode.l10n.t('The {0} of {1} does not exist: {2}', input.type, quoted(input.name), plainText(path))
      : vscode.l10n.t('{0} has to be a {1}, and this is none: {2}', quoted(input.name), input.type, plainText(path)),
  );
}
