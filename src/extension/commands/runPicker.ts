/** Where the user picks a run by its name or id. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import type { EngineConnection } from '../engineConnection';
import { UserCancelled } from './commandErrors';
import { pickedRuns, type PickedRunsQuestion } from './pickedRuns';
import { nothingItem, olderItem, runItem, vaultItem, type PickedRun, type RunItem } from './pickRunItems';

/** The engine is asked once the user has not typed for so long, in milliseconds. */
const pause = 150;

export interface PickerWords {
  readonly title: string;
  readonly placeholder: string;
}

/** A picker of runs that the engine searches, page by page. */
export class RunPicker implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #pick = vscode.window.createQuickPick<RunItem>();
  readonly #beside: readonly RunItem[];
  #question: PickedRunsQuestion;
  #runs: RunSummary[] = [];
  #asking = new vscode.CancellationTokenSource();
  #timer: NodeJS.Timeout | undefined;
  #fail: (error: unknown) => void = () => undefined;

  /** @param beside stands above the runs, whatever is searched for */
  constructor(
    connection: EngineConnection,
    question: PickedRunsQuestion,
    words: PickerWords,
    beside: readonly RunItem[],
  ) {
    this.#connection = connection;
    this.#question = question;
    this.#beside = beside;
    this.#pick.title = words.title;
    this.#pick.placeholder = words.placeholder;
    this.#pick.matchOnDescription = true;
    this.#pick.matchOnDetail = true;
  }

  /** @throws UserCancelled, EngineUnavailableError */
  ask(): Promise<PickedRun> {
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      this.#pick.onDidHide(() => reject(new UserCancelled()));
      this.#pick.onDidChangeValue((text) => this.#askSoon({ text: text.trim(), after: null }));
      this.#pick.onDidAccept(() => {
        // What is listed while the engine is asked is not what was typed for.
        if (this.#pick.busy) return;
        const [item] = this.#pick.selectedItems;
        if (item?.choice) resolve(item.choice);
        else if (item?.goOn) this.#ask({ ...this.#question, ...item.goOn });
      });
      this.#pick.show();
      this.#ask(this.#question);
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking.cancel();
    this.#asking.dispose();
    this.#pick.dispose();
  }

  #askSoon(change: Partial<PickedRunsQuestion>): void {
    this.#pick.busy = true;
    // What is on its way answers a question that nobody asks any more.
    this.#asking.cancel();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask({ ...this.#question, ...change }), pause);
  }

  #ask(question: PickedRunsQuestion): void {
    this.#asking.cancel();
    this.#asking.dispose();
    this.#asking = new vscode.CancellationTokenSource();
    this.#question = question;
    this.#pick.busy = true;
    const { token } = this.#asking;
    pickedRuns(question, this.#connection, token).then(
      ({ runs, next }) => {
        if (token.isCancellationRequested) return;
        this.#runs = question.after === null ? [...runs] : [...this.#runs, ...runs];
        this.#show(next);
      },
      (error: unknown) => {
        if (!token.isCancellationRequested) this.#fail(error);
      },
    );
  }

  #show(next: string | null): void {
    const { text, folders } = this.#question;
    const now = Date.now();
    const active = runIn(this.#pick.activeItems[0]);
    const items = this.#runs.map((run) => runItem(run, { text, now, scope: folders === null ? 'vault' : 'workspace' }));
    if (items.length === 0 && next === null) items.push(nothingItem(this.#question));
    if (next !== null) items.push(olderItem(next));
    if (folders !== null) items.push(vaultItem());
    this.#pick.keepScrollPosition = true;
    this.#pick.items = [...this.#beside, ...items];
    const still = items.filter((item) => active !== null && runIn(item) === active);
    if (still.length > 0) this.#pick.activeItems = still;
    this.#pick.busy = false;
  }
}

/** Id of the run that a row is. */
function runIn(item: RunItem | undefined): string | null {
  return item?.choice?.kind === 'run' ? item.choice.run.id : null;
}
