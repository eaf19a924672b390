/** VS Code's workbench as a person uses it. */
import type { Frame, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { prepareWebviews, workbenchAddress } from '../../host/browser.mjs';
import { pickContextMenuItem } from './contextMenu';
import { takeScreenshots, type Theme, themeClasses } from './screenshots';
import type { VSCode } from './vscode';
import { webviewWith } from './webviews';

/**
 * Opens a folder in a browser page and waits until the workbench is there.
 * @param folder absolute path
 */
export async function openWorkbench(page: Page, vscode: VSCode, folder: string): Promise<Workbench> {
  await prepareWebviews(page, vscode);
  const workbench = new Workbench(page, vscode);
  await workbench.openFolder(folder);
  return workbench;
}

export class Workbench {
  constructor(
    readonly page: Page,
    readonly vscode: VSCode,
  ) {}

  /** Opens a folder in the page. */
  async openFolder(folder: string): Promise<void> {
    await this.page.goto(workbenchAddress(this.vscode, { folder }));
    await this.started();
  }

  /** Reloads the window by VS Code's own command, which first stores what is open; going to its address would not. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.started();
  }

  /** Its icon comes with its editors; a file that is opened before that is opened as text. */
  private async started(): Promise<void> {
    await this.container('Runlens').waitFor({ timeout: 60_000 });
  }

  /** The open quick input: command palette, picker or input box. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  /** Waits for the step of a menu that has this title: until then the keys go to the step before it. */
  async quickInputIs(title: string): Promise<void> {
    await expect(this.quickInput.locator('.quick-input-title')).toHaveText(title);
  }

  /** Types into the open quick input. */
  async fillQuickInput(text: string): Promise<void> {
    await this.quickInput.locator('input[type="text"]').fill(text);
  }

  /** Chooses the first row of the open picker that holds a text. */
  async pick(text: string | RegExp): Promise<void> {
    await this.quickInput.locator('.monaco-list-row').filter({ hasText: text }).first().click();
  }

  /** Runs a command from the command palette by its full title, e.g. "Runlens: Run Workflow". */
  async runCommand(title: string): Promise<void> {
    await this.askQuickInput('F1', `>${title}`);
    await this.pick(title);
  }

  /** Opens a file of the workspace by name, as Ctrl+P does. */
  async openFile(name: string): Promise<void> {
    // Before the extension is known, a workflow would open as text.
    await this.container('Runlens').waitFor();
    await this.askQuickInput('Control+P', name);
    await this.pick(name);
    await this.tab(name).waitFor();
  }

  /** A webview that has just come up may take the focus, which closes the quick input: then it is asked for again. */
  private async askQuickInput(key: string, text: string): Promise<void> {
    const input = this.quickInput.locator('input[type="text"]');
    await expect(async () => {
      await this.page.keyboard.press(key);
      await input.fill(text, { timeout: 3_000 });
      await this.quickInput.locator('.monaco-list-row').first().waitFor({ timeout: 3_000 });
    }).toPass();
  }

  /** Shows a view container of the activity bar, if it is not shown yet. */
  async showContainer(name: string): Promise<void> {
    const icon = this.container(name);
    if ((await icon.getAttribute('aria-expanded')) !== 'true') await icon.click();
    await this.page.locator('.sidebar .composite.title').filter({ hasText: name }).waitFor();
  }

  /** A view container's icon in the activity bar; its accessible name holds the badge. */
  container(name: string): Locator {
    return this.page.locator(`.activitybar a.action-label[aria-label^="${name}"]`);
  }

  /** A view of the sidebar, with its header. */
  view(name: string): Locator {
    return this.page
      .locator('.sidebar .pane')
      .filter({ has: this.page.locator(`.pane-header[aria-label^="${name}"]`) });
  }

  /** Rows of a view's tree that hold a text. */
  treeRows(view: string, text: string | RegExp): Locator {
    return this.view(view).locator('[role="treeitem"]').filter({ hasText: text });
  }

  /** Right-clicks something and chooses from its menu. */
  async pickFromContextMenu(target: Locator, item: string): Promise<void> {
    await pickContextMenuItem(this.page, target, item);
  }

  /** An editor tab. Unsaved changes: `.dirty` on it. */
  tab(name: string | RegExp): Locator {
    return this.page.locator('.tabs-container .tab').filter({ hasText: name });
  }

  /** An action in the title of the active editor, by its tooltip's beginning. */
  titleAction(name: string): Locator {
    return this.page.locator(`.editor-group-container.active .editor-actions a.action-label[aria-label^="${name}"]`);
  }

  /** The webview's own document that holds an element; waits for it. */
  async webview(selector: string): Promise<Frame> {
    return webviewWith(this.page, selector);
  }

  /** The open modal dialog. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** Presses a button of the open modal dialog and waits until it is closed. */
  async answerDialog(button: string | RegExp): Promise<void> {
    await this.dialog.locator('a.monaco-button, .monaco-button').filter({ hasText: button }).first().click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** Notification toasts that hold a text. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text });
  }

  /** Items of the status bar that hold a text. */
  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: text });
  }

  /** Changes between VS Code's light and dark theme and waits until the workbench wears it. */
  async setTheme(theme: Theme): Promise<void> {
    const worn = this.page.locator(`.monaco-workbench.${themeClasses[theme]}`);
    if ((await worn.count()) === 0) await this.runCommand('Preferences: Toggle between Light/Dark Themes');
    await worn.waitFor();
  }

  /** Takes a screenshot in both themes: `<name>-light.png` and `<name>-dark.png`. */
  async screenshots(name: string): Promise<void> {
    await takeScreenshots(this, name);
  }
}
