/** The page of a run list in the workbench, as a person uses it. */
import type { Frame, Locator } from '@playwright/test';
import type { Workbench } from './workbench';

/** Opens the page of a scope by its command and waits for its rows, or for what stands in their place. */
export async function openRunList(workbench: Workbench, scope: 'Workspace' | 'Vault'): Promise<RunListTab> {
  await workbench.runCommand(`Runlens: Open ${scope} Runs`);
  await workbench.tab(`${scope} Runs`).waitFor();
  return runListOf(workbench);
}

/** The run list in front. */
export async function runListOf(workbench: Workbench): Promise<RunListTab> {
  return new RunListTab(await workbench.webview('.run-list .row, .run-list .stage'));
}

export class RunListTab {
  constructor(readonly frame: Frame) {}

  get rows(): Locator {
    return this.frame.locator('.row');
  }

  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text });
  }

  get grid(): Locator {
    return this.frame.getByRole('grid', { name: 'Runs' });
  }

  get filterLine(): Locator {
    return this.frame.locator('.filter-line');
  }

  get search(): Locator {
    return this.frame.getByPlaceholder('Search name or id');
  }

  tab(name: string): Locator {
    return this.frame.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** Ticks a choice of a filter. */
  async choose(filter: string, choice: string | RegExp): Promise<void> {
    await this.frame.locator('.toolbar').getByRole('button', { name: filter }).click();
    await this.frame.getByRole('dialog').locator('.choice').filter({ hasText: choice }).first().click();
    await this.frame.page().keyboard.press('Escape');
  }

  /** The texts of a column of the rows in the page. */
  cells(column: string): Locator {
    return this.rows.locator(`.cell.${column}`);
  }
}
