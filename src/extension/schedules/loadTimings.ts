import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { extensionId } from '../ids';
import type * as Timings from './timings';

let loaded: typeof Timings.timings | undefined;

/** What `timings.ts` offers, read from disk when it is first asked for (some 5 ms). */
export function timings(): typeof Timings.timings {
  if (loaded === undefined) {
    const folder = vscode.extensions.getExtension(extensionId)?.extensionPath ?? '';
    const load = createRequire(path.join(folder, 'dist', 'extension.js'));
    // The build makes this file from `timings.ts`.
    loaded = (load('./timings.js') as typeof Timings).timings;
  }
  return loaded;
}
