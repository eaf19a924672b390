/** The view Run Details as a person sees it. */
import type { Frame, Locator } from '@playwright/test';
import type { Workbench } from './workbench';

/** The page of the view, once it shows the run with this name. */
export async function detailsOf(workbench: Workbench, runName: string): Promise<RunDetailsPage> {
  const page = new RunDetailsPage(await workbench.webview('.details'));
  await page.name.filter({ hasText: runName }).waitFor();
  return page;
}

export class RunDetailsPage {
  constructor(readonly frame: Frame) {}

  /** The name of the run that is shown. */
  get name(): Locator {
    return this.frame.getByRole('heading', { level: 1 });
  }

  get status(): Locator {
    return this.frame.locator('.head-status');
  }

  /** The value of a fact by its exact name. */
  fact(name: string): Locator {
    const term = this.frame.locator('dt', { hasText: new RegExp(`^${name}$`) });
    return this.frame.locator('.fact').filter({ has: term }).locator('dd');
  }

  /** A part of the page by its heading. */
  section(title: string): Locator {
    return this.frame.locator('.section').filter({ has: this.frame.locator('h2', { hasText: title }) });
  }

  /** The lines of nodes. */
  get nodes(): Locator {
    return this.frame.locator('.node-line');
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }
}
