/** Stands in for the person at the edge of VS Code: input boxes, pickers and dialogs are answered and remembered. */
import * as vscode from 'vscode';

export interface Answers {
  /** Typed into the input box, one after the other, until one is taken. */
  readonly input?: readonly string[];
  /** The label that is picked, or several one after the other; null: Escape. */
  readonly pick?: string | readonly string[] | null;
  /** Where to save; undefined: Escape. */
  readonly save?: vscode.Uri;
  /** Typed into the picker of runs before anything is picked. */
  readonly search?: string;
  /** The button that is pressed; undefined: Escape. */
  readonly button?: string | undefined;
}

export interface Asked {
  /** The last question or message. */
  question?: string;
  detail?: string;
  prefilled?: string;
  /** What a save dialog suggests. */
  suggested?: string;
  /** All that was said without a question. */
  told: string[];
  refused: string[];
  offered: string[];
}

/** Runs `action` with the answers at hand. */
export async function answering(answers: Answers, action: (asked: Asked) => Promise<void>): Promise<void> {
  const asked: Asked = { refused: [], offered: [], told: [] };
  const { window } = vscode;
  const { showInputBox, showQuickPick, createQuickPick, showSaveDialog } = window;
  const { showWarningMessage, showErrorMessage, showInformationMessage } = window;
  const originals = { showInputBox, showQuickPick, createQuickPick, showSaveDialog };
  const messages = { showWarningMessage, showErrorMessage, showInformationMessage };
  const press = (message: string, options?: unknown): Promise<string | undefined> => {
    asked.question = message;
    asked.told.push(message);
    if (typeof options === 'object' && options !== null && 'detail' in options) asked.detail = String(options.detail);
    return Promise.resolve(answers.button);
  };
  const picks = typeof answers.pick === 'string' ? [answers.pick] : [...(answers.pick ?? [])];
  Object.assign(window, {
    showInputBox: async (options: vscode.InputBoxOptions) => {
      if (options.value !== undefined) asked.prefilled = options.value;
      if (options.prompt !== undefined) asked.question = options.prompt;
      for (const text of answers.input ?? []) {
        if (!(await options.validateInput?.(text))) return text;
        asked.refused.push(text);
      }
      return undefined;
    },
    showQuickPick: async (given: Promise<readonly vscode.QuickPickItem[]> | readonly vscode.QuickPickItem[]) => {
      const items = await given;
      asked.offered = items.map(({ label }) => label);
      const wanted = picks.shift();
      return items.find(({ label }) => label === wanted);
    },
    createQuickPick: () => answeredPick(picks, answers.search, asked),
    showSaveDialog: (options: vscode.SaveDialogOptions) => {
      if (options.defaultUri !== undefined) asked.suggested = options.defaultUri.fsPath;
      return Promise.resolve(answers.save);
    },
    showWarningMessage: press,
    showErrorMessage: press,
    showInformationMessage: press,
  });
  try {
    await action(asked);
  } finally {
    Object.assign(window, originals, messages);
  }
}

/** A picker that looks things up by itself: once it is not busy any more, the text is typed, and then the row is picked. */
function answeredPick(picks: string[], search: string | undefined, asked: Asked): unknown {
  const typed = new vscode.EventEmitter<string>();
  const accepted = new vscode.EventEmitter<void>();
  const hidden = new vscode.EventEmitter<void>();
  let left = search;
  let busy = true;
  const pick = {
    items: [] as readonly vscode.QuickPickItem[],
    activeItems: [] as readonly vscode.QuickPickItem[],
    selectedItems: [] as readonly vscode.QuickPickItem[],
    onDidChangeValue: typed.event,
    onDidAccept: accepted.event,
    onDidHide: hidden.event,
    show: () => undefined,
    dispose: () => hidden.fire(),
    get busy() {
      return busy;
    },
    set busy(isBusy: boolean) {
      busy = isBusy;
      if (!busy) queueMicrotask(answer);
    },
  };
  const answer = (): void => {
    asked.offered = pick.items.map(({ label }) => label);
    if (left !== undefined) {
      const text = left;
      left = undefined;
      typed.fire(text);
      return;
    }
    const wanted = picks.shift();
    pick.selectedItems = pick.items.filter(({ label }) => label === wanted);
    if (pick.selectedItems.length > 0) accepted.fire();
    else hidden.fire();
  };
  return pick;
}
