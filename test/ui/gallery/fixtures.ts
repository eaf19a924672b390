import { test as base, type Locator, type Page } from '@playwright/test';
import { startGallery, type GalleryServer } from './server';
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

/** The editor outside VS Code, with a host that answers by script. Errors of the page fail the test. */
export const test = base.extend<{ gallery: GalleryPage }, { server: GalleryServer }>({
  server: [
    // Playwright wants the first parameter destructured.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await startGallery(process.env['RUNLENS_WEBVIEW'] ?? 'dist/webview');
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  gallery: async ({ page, server }, use) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await use({
      page,
      open: async (state, theme = 'dark') => {
        await page.goto(server.address(state, theme));
        await page.locator('.react-flow__node, .empty-state').first().waitFor();
      },
      node: (id) => page.locator(`.react-flow__node[data-id="${id}"]`),
      asked: async (method) => {
        const requests = await page.evaluate(() => window.gallery.requests);
        return requests.filter((request) => request.method === method).map(({ params }) => params);
      },
    });
    if (errors.length > 0) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
  },
});

export { expect } from '@playwright/test';
