/** What a UI test is given: a workspace, a VS Code with Runlens on it, and the workbench in a browser. */
import { test as base } from '@playwright/test';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import { type CspViolation, collectCspViolations } from './csp';
import { installPackage, type Settings, startVSCode, type VSCode } from './vscode';
import { openWorkbench, type Workbench } from './workbench';

interface UiFixtures {
  /** Settings of VS Code beside the quiet ones: `test.use({ settings: { … } })`. */
  readonly settings: Settings;
  /** Absolute path of the folder that is open: a copy of demo/ that the test may change. */
  readonly workspace: string;
  readonly vscode: VSCode;
  /** The workbench, with the workspace open. */
  readonly workbench: Workbench;
  /** What a Content Security Policy refused, in the workbench and in every webview, so far. */
  readonly cspViolations: readonly CspViolation[];
}

interface WorkerFixtures {
  /** Folder in which the packaged extension is installed. */
  readonly extensions: string;
}

export const test = base.extend<UiFixtures, WorkerFixtures>({
  extensions: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const folder = await installPackage();
      await use(path.join(folder, 'extensions'));
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  settings: [{}, { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- as above
  workspace: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'runlens-ws-'));
    const workspace = path.join(folder, 'demo');
    await cp(inRoot('demo'), workspace, { recursive: true });
    await use(workspace);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  vscode: async ({ extensions, settings }, use) => {
    const vscode = await startVSCode(extensions, settings);
    await use(vscode);
    await vscode.stop();
  },
  // Always, as collecting has to begin before the first page opens.
  cspViolations: [
    async ({ context }, use) => {
      await use(collectCspViolations(context));
    },
    { auto: true },
  ],
  workbench: async ({ page, vscode, workspace }, use) => {
    await use(await openWorkbench(page, vscode, workspace));
  },
});

export { expect } from '@playwright/test';
