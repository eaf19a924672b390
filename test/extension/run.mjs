/**
 * Runs the Mocha suite in the extension host: of the VS Code that VSCODE_EXECUTABLE names, else of a downloaded desktop one.
 *   node test/extension/run.mjs [pattern of test titles]
 * The suite leaves its results in RUNLENS_TEST_RESULTS (default out/results/extension.json).
 */
/* oxlint-disable no-console -- a command */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { inRoot, resultsFolder, root } from '../../scripts/setup/paths.mjs';
import { stopEngine } from '../host/engine.mjs';

// Short, as the engine's socket lies under it.
const folder = mkdtempSync(path.join(tmpdir(), 'runlens-ext-'));
const workspace = path.join(folder, 'workspace');
const home = path.join(folder, 'home');
cpSync(inRoot('demo'), workspace, { recursive: true });
mkdirSync(resultsFolder, { recursive: true });

try {
  process.exitCode = await runTests({
    vscodeExecutablePath: process.env.VSCODE_EXECUTABLE ?? (await downloadAndUnzipVSCode('stable')),
    extensionDevelopmentPath: root,
    extensionTestsPath: inRoot('out', 'test', 'extension', 'index.js'),
    extensionTestsEnv: {
      RUNLENS_HOME: home,
      RUNLENS_TEST_RESULTS: process.env.RUNLENS_TEST_RESULTS ?? path.join(resultsFolder, 'extension.json'),
      RUNLENS_TEST_PATTERN: process.argv[2],
    },
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--disable-workspace-trust',
      '--skip-welcome',
      '--skip-release-notes',
      `--user-data-dir=${path.join(folder, 'data')}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
const problem = await stopEngine(home);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
}
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
process.exit();
