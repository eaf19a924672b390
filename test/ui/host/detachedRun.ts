/** Runs that are started beside VS Code. */
import * as z from 'zod/mini';
import { commandLine } from './commandLine';
import type { VSCode } from './vscode';

const started = z.object({ id: z.string() });

/** Starts a workflow of a folder under a name, and comes back at once. */
export async function startDetached(
  vscode: VSCode,
  folder: string,
  file: string,
  name: string,
): Promise<{ readonly id: string }> {
  const runlens = await commandLine(vscode, folder);
  return started.parse(JSON.parse(await runlens('run', file, '--detach', '--name', name, '--json')));
}
