#!/usr/bin/env node
/**
 * Stands in for a desktop `code` that @vscode/test-electron starts: takes the same arguments and runs the suite in the
 * extension host of VS Code from npm, with a real exit code.
 */
/* oxlint-disable no-console -- a command */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findChromium } from '../../scripts/setup/chromium.mjs';
import { chromiumArguments, prepareWebviews, workbenchAddress } from './browser.mjs';
import { startServer, writeSettings } from './server.mjs';
import { testSettings } from './settings.mjs';

const suiteLimit = 10 * 60_000;

const { values, positionals } = parseArgs({ strict: false, allowPositionals: true });
const extension = String(values['extensionDevelopmentPath']);
const tests = String(values['extensionTestsPath']);
const workspace = path.resolve(positionals[0] ?? '.');

const folder = mkdtempSync(path.join(tmpdir(), 'runlens-host-'));
mkdirSync(path.join(folder, 'extensions'));
writeSettings(folder, testSettings);
const server = await startServer({ folder, testDriver: true });
const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: chromiumArguments });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await prepareWebviews(page, server);
  const outcome = Promise.withResolvers();
  const limit = setTimeout(() => outcome.reject(new Error('The suite did not end within 10 minutes.')), suiteLimit);
  page.once('crash', () => outcome.reject(new Error('The workbench crashed.')));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => outcome.reject(new Error(`Ended by ${signal}.`)));
  }
  await page.exposeFunction('codeAutomationExit', outcome.resolve);
  await page.exposeFunction('codeAutomationLog', () => undefined);
  await page.goto(workbenchAddress(server, { folder: workspace, development: { extension, tests } }));
  process.exitCode = Number(await outcome.promise);
  clearTimeout(limit);
} catch (error) {
  console.error(error);
  process.exitCode = 2;
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();
