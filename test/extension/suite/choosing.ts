/** Stands in for the person in a menu of several steps: each picker and input box gets the next answer. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What the person does with the next picker or input box; null: Escape. */
export type Choice =
  { readonly pick: string | readonly string[] } | { readonly type: string | readonly string[] } | null;

export interface Offered {
  readonly title: string;
  readonly rows: readonly string[];
}

/** Runs `action` with the choices, in their order; all must have been asked for. Gives what the pickers offered. */
export async function choosing(choices: readonly Choice[], action: () => Promise<void>): Promise<readonly Offered[]> {
  const left = [...choices];
  const offered: Offered[] = [];
  const { showQuickPick, showInputBox } = vscode.window;
  const next = (title = ''): Choice => {
    assert.ok(left.length > 0, `nobody knows what to answer to ${title}`);
    return left.shift() ?? null;
  };
  Object.assign(vscode.window, {
    showQuickPick: async (given: unknown, options: vscode.QuickPickOptions) => {
      const items = (await given) as readonly vscode.QuickPickItem[];
      offered.push({ title: options.title ?? '', rows: items.map(rowText) });
      const choice = next(options.title);
      if (choice === null) return undefined;
      assert.ok('pick' in choice, `${options.title} is a picker`);
      const wanted = [choice.pick].flat();
      const picked = wanted.map((label) => {
        const item = items.find((one) => one.label === label);
        assert.ok(item, `${options.title} offers ${label} among ${items.map(rowText).join(' | ')}`);
        return item;
      });
      return options.canPickMany ? picked : picked[0];
    },
    showInputBox: async (options: vscode.InputBoxOptions) => {
      const choice = next(options.title);
      if (choice === null) return undefined;
      assert.ok('type' in choice, `${options.title} is an input box`);
      for (const text of [choice.type].flat()) if (!(await options.validateInput?.(text))) return text;
      return assert.fail(`${options.title} took none of the texts`);
    },
  });
  try {
    await action();
  } finally {
    Object.assign(vscode.window, { showQuickPick, showInputBox });
  }
  assert.deepEqual(left, [], 'every choice was asked for');
  return offered;
}

function rowText({ label, description }: vscode.QuickPickItem): string {
  return description ? `${label}: ${description}` : label;
}
