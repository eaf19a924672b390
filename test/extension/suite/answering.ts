/** Stands in for the person at the edge of VS Code: input boxes, pickers and dialogs are answered and remembered. */
import * as vscode from 'vscode';

export interface Answers {
  /** Typed into the input box, one after the other, until one is taken. */
  readonly input?: readonly string[];
  /** The label that is picked; null: Escape. */
  readonly pick?: string | null;
  /** The button that is pressed; undefined: Escape. */
  readonly button?: string | undefined;
}

export interface Asked {
  question?: string;
  prefilled?: string;
  refused: string[];
  offered: string[];
}

/** Runs `action` with the answers at hand. */
export async function answering(answers: Answers, action: (asked: Asked) => Promise<void>): Promise<void> {
  const asked: Asked = { refused: [], offered: [] };
  const { showInputBox, showQuickPick, showWarningMessage, showErrorMessage } = vscode.window;
  const press = (message: string): Promise<string | undefined> => {
    asked.question = message;
    return Promise.resolve(answers.button);
  };
  Object.assign(vscode.window, {
    showInputBox: async (options: vscode.InputBoxOptions) => {
      if (options.value !== undefined) asked.prefilled = options.value;
      for (const text of answers.input ?? []) {
        if (!(await options.validateInput?.(text))) return text;
        asked.refused.push(text);
      }
      return undefined;
    },
    showQuickPick: async (given: Promise<readonly vscode.QuickPickItem[]> | readonly vscode.QuickPickItem[]) => {
      const items = await given;
      asked.offered = items.map(({ label }) => label);
      return items.find(({ label }) => label === answers.pick);
    },
    showWarningMessage: press,
    showErrorMessage: press,
  });
  try {
    await action(asked);
  } finally {
    Object.assign(vscode.window, { showInputBox, showQuickPick, showWarningMessage, showErrorMessage });
  }
}
