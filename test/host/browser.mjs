/** The browser side of a VS Code under test. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { vscodeServerFolder } from '../../scripts/setup/paths.mjs';

/** Chromium without a sandbox (root in a container has none) and without traffic of its own. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const webviewFolder = 'out/vs/workbench/contrib/webview/browser/pre';

/** @param {string} file path inside VS Code's folder */
function readVSCodeFile(file) {
  return readFileSync(path.join(vscodeServerFolder, file), 'utf8');
}

/**
 * Registers the service worker of VS Code's webviews before the workbench opens. On a fresh profile two webviews that open
 * together race for the worker's `clients.claim()`, and the one that loses stays empty for ever.
 * @param {import('@playwright/test').Page} page
 * @param {{ url: string, authority: string }} server
 */
export async function prepareWebviews(page, server) {
  const { quality, commit } = JSON.parse(readVSCodeFile('product.json'));
  const version = /VERSION\s*=\s*(\d+)/.exec(readVSCodeFile(`${webviewFolder}/service-worker.js`))?.[1];
  await page.goto(`${server.url}/${quality}-${commit}/static/${webviewFolder}/fake.html`);
  const query = `v=${version}&vscode-resource-base-authority=vscode-resource.vscode-cdn.net&remoteAuthority=${server.authority}&platform=browser`;
  await page.evaluate(
    async (script) => {
      const registration = await navigator.serviceWorker.register(script);
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      if (!worker || worker.state === 'activated') return;
      await new Promise((resolve) => {
        worker.addEventListener('statechange', () => worker.state === 'activated' && resolve(undefined));
      });
    },
    encodeURI(`service-worker.js?${query}`),
  );
}

/**
 * Address of the workbench.
 * @param {{ url: string, authority: string }} server
 * @param {{ folder?: string, development?: { extension: string, tests: string } }} what the folder (or the
 *   file of a workspace with several folders) to open; the extension and
 *   the suite to run from their sources, which VS Code honours only with its test driver
 */
export function workbenchAddress(server, { folder, development }) {
  const address = new URL(server.url);
  if (folder) address.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  const payload = [['skipWelcome', 'true']];
  if (development) {
    payload.push(
      ['extensionDevelopmentPath', `vscode-remote://${server.authority}${development.extension}`],
      ['extensionTestsPath', `vscode-remote://${server.authority}${development.tests}`],
    );
  }
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
