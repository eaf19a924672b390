/** What tests of every page outside VS Code share: the server of the pages, and that an error of a page fails its test. */
import { test as base, type Page } from '@playwright/test';
import { startGallery, type GalleryServer } from './server';

/** What a page asked of its scripted host. */
interface AskedRequest {
  readonly method: string;
  readonly params?: unknown;
}

export const galleryTest = base.extend<{ pageErrors: void }, { server: GalleryServer }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const server = await startGallery(process.env['RUNLENS_WEBVIEW'] ?? 'dist/webview');
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  pageErrors: [
    async ({ page }, use) => {
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await use();
      if (errors.length > 0) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
    },
    { auto: true },
  ],
});

/** The parameters of what the page asked with this method, in order; `requests` runs in the page. */
export async function askedOf(page: Page, method: string, requests: () => readonly AskedRequest[]): Promise<unknown[]> {
  const all = await page.evaluate(requests);
  return all.filter((request) => request.method === method).map(({ params }) => params);
}
