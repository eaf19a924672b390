import type { Locator, Page } from '@playwright/test';
import { askedOf, galleryTest } from './galleryTest';
import type { GalleryState } from './states';
import type { ThemeName } from './themes';

export interface GalleryPage {
  readonly page: Page;
  /** Opens a state and waits until there is something to see. */
  readonly open: (state: GalleryState, theme?: ThemeName) => Promise<void>;
  readonly node: (id: string) => Locator;
  /** What the editor asked of the host with this method, in order. */
  readonly asked: (method: string) => Promise<unknown[]>;
}

/** The editor outside VS Code, with a host that answers by script. */
export const test = galleryTest.extend<{ gallery: GalleryPage }>({
  gallery: async ({ page, server }, use) =>
    use({
      page,
      open: async (state, theme = 'dark') => {
        await page.goto(server.address(state, theme));
        // The canvas listens to keys from its description on.
        await page.locator('#canvas-keys, .empty-state').first().waitFor({ state: 'attached' });
      },
      node: (id) => page.locator(`.react-flow__node[data-id="${id}"]`),
      asked: (method) => askedOf(page, method, () => window.gallery.requests),
    }),
});

export { expect } from '@playwright/test';
