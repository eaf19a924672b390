/** VS Code's own context menus. */
import type { Locator, Page } from '@playwright/test';

/** VS Code's menus ignore the mouse for their first 100 ms, so that the click that opened one chooses nothing. */
const menuDeafness = 250;

/** Right-clicks a target and chooses an item of the menu by its title. */
export async function pickContextMenuItem(page: Page, target: Locator, title: string): Promise<void> {
  await target.click({ button: 'right' });
  const item = page.locator('.context-view .monaco-menu .action-item .action-label').filter({ hasText: title }).first();
  await item.waitFor();
  await page.waitForTimeout(menuDeafness);
  await item.click();
}

/** Right-clicks a target and gives what its menu offers, in order; the menu is closed again. */
export async function contextMenuItems(page: Page, target: Locator): Promise<readonly string[]> {
  await target.click({ button: 'right' });
  const items = page.locator('.context-view .monaco-menu .action-item:not(.disabled) .action-label:not(.separator)');
  await items.first().waitFor();
  const words = await items.allTextContents();
  await page.keyboard.press('Escape');
  await items.first().waitFor({ state: 'detached' });
  return words.map((word) => word.trim());
}
