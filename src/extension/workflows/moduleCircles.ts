/** Which modules a file may use: all but those that use the file itself. */
import { loadWorkflow, type ReadText } from '../../model/workflow/load';

/** The modules among `candidates` that neither are `file` nor use it, by whatever way. Each text is read once. */
export async function modulesWithout(file: string, candidates: readonly string[], read: ReadText): Promise<string[]> {
  const texts = new Map<string, Promise<string | undefined>>();
  const readOnce = (path: string): Promise<string | undefined> => {
    const text = texts.get(path) ?? Promise.resolve(read(path));
    texts.set(path, text);
    return text;
  };
  const free: string[] = [];
  for (const candidate of candidates) {
    if (candidate === file) continue;
    const { source } = await loadWorkflow(candidate, readOnce);
    if (!Object.hasOwn(source.files, file)) free.push(candidate);
  }
  return free;
}
