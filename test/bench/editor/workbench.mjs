/** A real VS Code with the packaged extension, in Chromium, on a vault and a workspace of the bench. */
import { chromium } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../../../scripts/setup/chromium.mjs';
import { vsixFile } from '../../../scripts/setup/paths.mjs';
import { chromiumArguments, prepareWebviews, workbenchAddress } from '../../host/browser.mjs';
import { installExtension, startServer, writeSettings } from '../../host/server.mjs';
import { testSettings } from '../../host/settings.mjs';

/**
 * Opens a workspace.
 * @param {{ folder: string, home: string, workspace: string, watch: () => void }} options `folder` keeps VS Code's data;
 *   `home` is the vault; `watch` runs in every frame of the page before its own scripts
 */
export async function openWorkbench({ folder, home, workspace, watch }) {
  const options = { folder, env: { RUNLENS_HOME: home } };
  writeSettings(folder, testSettings);
  await installExtension(options, vsixFile);
  const server = await startServer(options);
  const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: chromiumArguments });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await prepareWebviews(page, server);
  await page.addInitScript(watch);
  await page.goto(workbenchAddress(server, { folder: workspace }));
  await page.locator('.monaco-workbench .activitybar a.action-label').first().waitFor({ timeout: 60_000 });
  return {
    page,
    server,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** Runs a command by its full title. @param {import('@playwright/test').Page} page @param {string} title */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget');
  await input.locator('input[type="text"]').fill(`>${title}`);
  await input.locator('.monaco-list-row').filter({ hasText: title }).first().click();
}

/**
 * The frame that holds an element, as soon as there is one.
 * @param {import('@playwright/test').Page} page @param {string} selector
 */
export async function frameWith(page, selector) {
  for (const until = Date.now() + 30_000; Date.now() < until; await page.waitForTimeout(50)) {
    for (const frame of page.frames()) {
      const count = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (count > 0 && frame !== page.mainFrame()) return frame;
    }
  }
  throw new Error(`No webview has ${selector}.`);
}

/** Resident memory in MB of the extension host of a server, as Linux has it. @param {number} serverPid */
export function extensionHostMemory(serverPid) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = /^PPid:\s*(\d+)/m.exec(processFile(pid, 'status'))?.[1];
    if (Number(parent) !== serverPid || !processFile(pid, 'cmdline').includes('--type=extensionHost')) continue;
    return Number(/^VmRSS:\s*(\d+)/m.exec(processFile(pid, 'status'))?.[1]) / 1024;
  }
  return null;
}

/** @param {string} pid @param {string} name */
function processFile(pid, name) {
  try {
    return readFileSync(path.join('/proc', pid, name), 'utf8');
  } catch {
    return '';
  }
}
