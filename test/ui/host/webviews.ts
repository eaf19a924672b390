/** Webviews: VS Code nests the extension's page two frames deep, and one page may hold several. */
import type { Frame, Page } from '@playwright/test';
import { expect } from '@playwright/test';

async function findFrame(page: Page, selector: string): Promise<Frame | null> {
  for (const frame of page.frames()) {
    // A frame may go away while it is asked.
    const count = await frame
      .locator(selector)
      .count()
      .catch(() => 0);
    if (count > 0 && frame !== page.mainFrame()) return frame;
  }
  return null;
}

/**
 * The frame of a webview, found by what is in it.
 * @throws if none has the element within the time of an expectation
 */
export async function webviewWith(page: Page, selector: string): Promise<Frame> {
  let found: Frame | null = null;
  await expect(async () => {
    found = await findFrame(page, selector);
    expect(found, `a webview with ${selector}`).not.toBeNull();
  }).toPass({ intervals: [50, 100, 200], timeout: 20_000 });
  if (found === null) throw new Error(`No webview has ${selector}.`);
  return found;
}
