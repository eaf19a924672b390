/** The trees of runs in the sidebar, as a person uses them. */
import type { Locator } from '@playwright/test';
import type { Workbench } from './workbench';

export class RunTreePage {
  constructor(
    readonly workbench: Workbench,
    readonly name: 'Workspace Runs' | 'Workflow Runs' | 'Vault Runs',
  ) {}

  get header(): Locator {
    return this.workbench.view(this.name).locator('.pane-header');
  }

  /** What stands beside the title. */
  get description(): Locator {
    return this.header.locator('.description');
  }

  /** The rows of the groups, in their order. */
  get groups(): Locator {
    return this.workbench.view(this.name).locator('[role="treeitem"][aria-level="1"]');
  }

  runs(text: string | RegExp): Locator {
    return this.workbench.view(this.name).locator('[role="treeitem"][aria-level="2"]').filter({ hasText: text });
  }

  /** What the view says instead of rows. */
  get welcome(): Locator {
    return this.workbench.view(this.name).locator('.welcome-view-content');
  }

  /** Opens the view if it is collapsed. */
  async expand(): Promise<void> {
    if ((await this.header.getAttribute('aria-expanded')) !== 'true') await this.header.locator('h3.title').click();
  }

  /** A button of the title, by its name; it shows under the mouse. */
  action(name: string): Locator {
    return this.header.locator(`a.action-label[aria-label^="${name}"]`);
  }

  async press(name: string): Promise<void> {
    await this.header.hover();
    await this.action(name).click();
  }

  /** Ticks rows of the open picker and takes them. */
  async tick(...texts: readonly string[]): Promise<void> {
    const { quickInput } = this.workbench;
    for (const text of texts) await this.workbench.pick(text);
    await quickInput.getByRole('button', { name: 'OK' }).click();
  }
}
