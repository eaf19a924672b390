/** What a node left behind: each declared output must be there. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeRunOutput } from '../../model/run/run';
import type { NodeOutput } from '../../model/workflow/workflow';

export type FoundOutputs =
  | { readonly kind: 'complete'; readonly outputs: readonly NodeRunOutput[] }
  /** `message`: a sentence that names the output that is missing. */
  | { readonly kind: 'missing'; readonly message: string; readonly outputs: readonly NodeRunOutput[] };

/** Looks for the declared outputs in the work folder. */
export function findOutputs(declared: readonly NodeOutput[], workFolder: string): FoundOutputs {
  const outputs: NodeRunOutput[] = [];
  let message: string | null = null;
  for (const { name, path: relative } of declared) {
    const path = join(workFolder, relative);
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts === undefined) {
      message ??= `The output ${name} is missing: the command ended without making ${relative} in its work folder.`;
      continue;
    }
    const isFolder = facts.isDirectory();
    outputs.push({ name, path, kind: isFolder ? 'folder' : 'file', size: isFolder ? null : facts.size });
  }
  return message === null ? { kind: 'complete', outputs } : { kind: 'missing', message, outputs };
}
