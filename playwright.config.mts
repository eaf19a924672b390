import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/setup/chromium.mjs';
import { chromiumArguments } from './test/host/browser.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium was found. Set CHROMIUM to its path, or run "npm test ui".');

export default defineConfig({
  testDir: 'test/ui',
  outputDir: 'out/ui',
  // One VS Code at a time: a workbench keeps two cores busy while it starts.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: process.env['RUNLENS_UI_RESULTS'] ?? 'out/results/ui.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: [...chromiumArguments] },
  },
});
