/** VS Code's own context menus. */
import { expect, type Locator, type Page } from '@playwright/test';

/** VS Code's menus ignore the mouse for their first 100 ms, so that the click that opened one chooses nothing. */
const menuDeafness = 250;

/** Right-clicks a target until its menu stays: a tree that is just being refreshed takes the focus back from a menu. */
async function openMenu(page: Page, target: Locator): Promise<Locator> {
  const labels = page.locator('.context-view .monaco-menu .action-item:not(.disabled) .action-label:not(.separator)');
  await expect(async () => {
    await target.click({ button: 'right' });
    await expect(labels.first()).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  return labels;
}

/** Right-clicks a target and chooses an item of the menu by its title. */
export async function pickContextMenuItem(page: Page, target: Locator, title: string): Promise<void> {
  const labels = await openMenu(page, target);
  await page.waitForTimeout(menuDeafness);
  await labels.filter({ hasText: title }).first().click();
}

/** Right-clicks a target and gives what its menu offers, in order; the menu is closed again. */
export async function contextMenuItems(page: Page, target: Locator): Promise<readonly string[]> {
  const labels = await openMenu(page, target);
  const words = await labels.allTextContents();
  await page.keyboard.press('Escape');
  await labels.first().waitFor({ state: 'detached' });
  return words.map((word) => word.trim());
}
