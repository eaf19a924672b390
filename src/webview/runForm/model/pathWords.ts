/** What is said under a field whose value is a path. */
import type { InputDraft } from '../../../model/run/inputDrafts';
import { valueOf } from '../../../model/run/inputDrafts';
import type { FoundPath } from '../host';

/** What is wrong with the path; null: it leads to what the input is. */
export function pathProblem(draft: InputDraft, { path, found }: FoundPath): string | null {
  const { type } = draft.input;
  if (found === type) return null;
  if (found === 'folder') return `This is a folder, not a file: ${path}`;
  if (found === 'file') return `This is a file, not a folder: ${path}`;
  if (draft.last?.value === path) return `The ${type} of the last run is gone: ${path}`;
  if (draft.given === null && valueOf(draft) === path) return `The default ${type} does not exist: ${path}`;
  return `This ${type} does not exist: ${path}`;
}
