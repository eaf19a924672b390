/** Lets the user pick a run by its name or id, of those that allow an action. */
import * as vscode from 'vscode';
import type { RunAction } from '../../model/run/actions';
import type { RunSummary } from '../../model/run/run';
import type { EngineConnection } from '../engineConnection';
import { workspaceFilter } from '../runTree/openFolders';
import { UserCancelled } from './commandErrors';
import { pickedRuns, type PickedRunsQuestion } from './pickedRuns';
import { nothingItem, olderItem, runItem, vaultItem, type RunItem } from './pickRunItems';

/** The engine is asked once the user has not typed for so long, in milliseconds. */
const pause = 150;

/**
 * The run that the user picks: of the open folders at first (of the vault when none is open), newest first.
 * @throws UserCancelled, EngineUnavailableError
 */
export async function pickRun(connection: EngineConnection, action: RunAction): Promise<RunSummary> {
  const folders = (await workspaceFilter())?.folders ?? null;
  const picker = new RunPicker(connection, { action, folders, text: '', after: null });
  return picker.ask().finally(() => picker.dispose());
}

class RunPicker implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #pick = vscode.window.createQuickPick<RunItem>();
  #question: PickedRunsQuestion;
  #runs: RunSummary[] = [];
  #asking = new vscode.CancellationTokenSource();
  #timer: NodeJS.Timeout | undefined;
  #fail: (error: unknown) => void = () => undefined;

  constructor(connection: EngineConnection, question: PickedRunsQuestion) {
    this.#connection = connection;
    this.#question = question;
    this.#pick.title = title(question.action);
    this.#pick.placeholder = vscode.l10n.t('Search runs by name or id');
    this.#pick.matchOnDescription = true;
    this.#pick.matchOnDetail = true;
  }

  ask(): Promise<RunSummary> {
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      this.#pick.onDidHide(() => reject(new UserCancelled()));
      this.#pick.onDidChangeValue((text) => this.#askSoon({ text: text.trim(), after: null }));
      this.#pick.onDidAccept(() => {
        // What is listed while the engine is asked is not what was typed for.
        if (this.#pick.busy) return;
        const [item] = this.#pick.selectedItems;
        if (item?.run) resolve(item.run);
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
    const active = this.#pick.activeItems[0]?.run?.id;
    const items = this.#runs.map((run) => runItem(run, { text, now, scope: folders === null ? 'vault' : 'workspace' }));
    if (items.length === 0 && next === null) items.push(nothingItem(this.#question));
    if (next !== null) items.push(olderItem(next));
    if (folders !== null) items.push(vaultItem());
    this.#pick.keepScrollPosition = true;
    this.#pick.items = items;
    const still = items.filter(({ run }) => run !== null && run.id === active);
    if (still.length > 0) this.#pick.activeItems = still;
    this.#pick.busy = false;
  }
}

function title(action: RunAction): string {
  switch (action) {
    case 'viewInEditor':
      return vscode.l10n.t('View a Run in the Editor');
    case 'viewDetails':
      return vscode.l10n.t('View the Details of a Run');
    case 'runAgain':
      return vscode.l10n.t('Run Again');
    case 'rerunFromFailed':
      return vscode.l10n.t('Re-run from Failed');
    case 'runNow':
      return vscode.l10n.t('Run a Scheduled Run Now');
    case 'changeSchedule':
      return vscode.l10n.t('Change a Schedule');
    case 'pauseSchedule':
      return vscode.l10n.t('Pause a Schedule');
    case 'removeSchedule':
      return vscode.l10n.t('Remove a Schedule');
    case 'stop':
      return vscode.l10n.t('Stop a Run');
    case 'rename':
      return vscode.l10n.t('Rename a Run');
    case 'exportIps':
      return vscode.l10n.t('Export the IPs of a Run');
    case 'createWorkflow':
      return vscode.l10n.t('Create a Workflow from a Run');
    case 'restore':
      return vscode.l10n.t('Restore the Workflow of a Run');
    case 'compareWithLive':
      return vscode.l10n.t('Compare a Run with the Live Workflow');
    case 'compareRuns':
      return vscode.l10n.t('Compare Runs');
    case 'copyLink':
      return vscode.l10n.t('Copy the Link of a Run');
    case 'delete':
      return vscode.l10n.t('Delete a Run');
  }
}
