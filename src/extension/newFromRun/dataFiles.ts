/** The data that a workflow reads by paths of its own: it is no part of a version, and is found relative to the file. */
import path from 'node:path';
import type { Workflow } from '../../model/workflow/workflow';
import { isThere } from './targetFile';

/** The files and folders that the workflow names and that are not there when it lies in `folder`; as written, each once. */
export async function missingDataFiles(workflow: Workflow, folder: string): Promise<readonly string[]> {
  const defaults = workflow.inputs.flatMap((input) =>
    (input.type === 'file' || input.type === 'folder') && input.default !== undefined ? [input.default] : [],
  );
  const values = workflow.nodes.flatMap(({ inputs }) =>
    inputs.flatMap(({ value }) => (value.kind === 'path' ? [value.path] : [])),
  );
  const missing: string[] = [];
  for (const written of new Set([...defaults, ...values])) {
    if (!(await isThere(path.resolve(folder, written)))) missing.push(written);
  }
  return missing;
}
