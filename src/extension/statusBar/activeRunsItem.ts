/** The number of active runs of the open folders in the status bar, while there are any. */
import * as vscode from 'vscode';
import { viewIds } from '../ids';
import type { Settings } from '../settings/settings';
import type { ActiveRuns } from './activeRuns';

export class ActiveRunsItem implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #runs: ActiveRuns;
  readonly #settings: Settings;
  readonly #subscriptions: vscode.Disposable[];

  constructor(runs: ActiveRuns, settings: Settings) {
    this.#runs = runs;
    this.#settings = settings;
    this.#item = vscode.window.createStatusBarItem('runlens.activeRuns', vscode.StatusBarAlignment.Left);
    this.#item.name = vscode.l10n.t('Runlens: Active Runs');
    this.#item.command = `${viewIds.workspaceRuns}.focus`;
    const show = (): void => this.#show();
    this.#subscriptions = [this.#item, runs.onDidChange(show), settings.onDidChange(show)];
    this.#show();
  }

  /** What stands in the status bar; null while nothing does. */
  get text(): string | null {
    return this.#isShown() ? this.#item.text : null;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #isShown(): boolean {
    return this.#runs.count > 0 && this.#settings.showActiveRunsInStatusBar();
  }

  #show(): void {
    if (!this.#isShown()) {
      this.#item.hide();
      return;
    }
    const words = numberInWords(this.#runs.count);
    // Active runs may also wait or be scheduled, so it is not the icon of Running; and nothing in the corner of the eye turns.
    this.#item.text = `$(pulse) ${words}`;
    this.#item.tooltip = vscode.l10n.t('{0} of the workflows in the open folders. Click to see them.', words);
    const label = vscode.l10n.t('Runlens: {0}. Shows Workspace Runs.', words);
    this.#item.accessibilityInformation = { label, role: 'button' };
    this.#item.show();
  }
}

function numberInWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 active run') : vscode.l10n.t('{0} active runs', count);
}
