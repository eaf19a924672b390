/** Stands in for the person in pickers that are drawn while one types: what is typed, picked, pressed or gone back from. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What is done with the picker that is shown next, or, for `stays`, with the one that is still shown. */
export interface Deed {
  readonly type?: string;
  /** Part of the label of the row that is chosen. */
  readonly pick?: string;
  /** Tooltip of a row's button, and part of the row's label. */
  readonly button?: readonly [tooltip: string, row: string];
  readonly back?: true;
  readonly escape?: true;
}

/** A picker as it was left: its title with its place, and its rows. */
export interface SeenPicker {
  readonly title: string;
  readonly value: string;
  readonly rows: readonly string[];
  readonly active: readonly string[];
}

/** Runs `action` with the deeds, in their order; all must have been possible. Gives the pickers as they looked at each deed. */
export async function steppingThrough(
  deeds: readonly Deed[],
  action: () => PromiseLike<unknown>,
): Promise<readonly SeenPicker[]> {
  const left = [...deeds];
  const seen: SeenPicker[] = [];
  const { createQuickPick } = vscode.window;
  Object.assign(vscode.window, { createQuickPick: () => steppedPicker(left, seen) });
  try {
    await action();
  } finally {
    Object.assign(vscode.window, { createQuickPick });
  }
  assert.deepEqual(left, [], `every deed was possible; seen: ${JSON.stringify(seen)}`);
  return seen;
}

function steppedPicker(left: Deed[], seen: SeenPicker[]): unknown {
  const typed = new vscode.EventEmitter<string>();
  const accepted = new vscode.EventEmitter<void>();
  const hidden = new vscode.EventEmitter<void>();
  const pressed = new vscode.EventEmitter<vscode.QuickInputButton>();
  const pressedItem = new vscode.EventEmitter<{ button: vscode.QuickInputButton; item: vscode.QuickPickItem }>();
  let isOpen = true;
  const pick = {
    title: '',
    step: undefined as number | undefined,
    totalSteps: undefined as number | undefined,
    value: '',
    buttons: [] as readonly vscode.QuickInputButton[],
    items: [] as readonly vscode.QuickPickItem[],
    activeItems: [] as readonly vscode.QuickPickItem[],
    selectedItems: [] as readonly vscode.QuickPickItem[],
    onDidChangeValue: typed.event,
    onDidAccept: accepted.event,
    onDidHide: hidden.event,
    onDidTriggerButton: pressed.event,
    onDidTriggerItemButton: pressedItem.event,
    show: () => void setImmediate(next),
    dispose: () => {
      isOpen = false;
      hidden.fire();
    },
  };
  const row = (part: string): vscode.QuickPickItem => {
    const item = pick.items.find(({ label }) => label.includes(part));
    assert.ok(item, `${pick.title} offers ${part} among ${pick.items.map(textOf).join(' | ')}`);
    return item;
  };
  const next = (): void => {
    if (!isOpen) return;
    const deed = left.shift();
    if (deed?.type !== undefined) {
      pick.value = deed.type;
      typed.fire(deed.type);
    }
    const place = pick.step === undefined ? '' : ` (${pick.step}/${pick.totalSteps})`;
    const active = pick.activeItems.map(textOf);
    seen.push({ title: pick.title + place, value: pick.value, rows: pick.items.map(textOf), active });
    if (deed === undefined || deed.escape) return hidden.fire();
    if (deed.back) {
      assert.ok(pick.buttons.includes(vscode.QuickInputButtons.Back), `${pick.title} has a way back`);
      return pressed.fire(vscode.QuickInputButtons.Back);
    }
    if (deed.button !== undefined) {
      const [tooltip, part] = deed.button;
      const item = row(part);
      const button = item.buttons?.find((one) => one.tooltip === tooltip);
      assert.ok(button, `${item.label} has a button ${tooltip}`);
      pressedItem.fire({ button, item });
    } else if (deed.pick !== undefined) {
      pick.selectedItems = [row(deed.pick)];
      accepted.fire();
    }
    // A picker that stays open takes the next deed.
    setImmediate(next);
  };
  return pick;
}

function textOf({ label, description, detail }: vscode.QuickPickItem): string {
  return [label.replace(/^\$\(\S+\) /, ''), description, detail].filter(Boolean).join(' | ');
}
