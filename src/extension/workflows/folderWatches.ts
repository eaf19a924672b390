/**
 * Watches single folders on disk. VS Code's own watcher is recursive and misses what lies in folders that were just made
 * (parcel-bundler/watcher on Linux), and it reports every file of the workspace where a few folders are meant.
 */
import { existsSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

interface Watched {
  readonly watcher: FSWatcher | undefined;
  shares: number;
}

export class FolderWatches {
  readonly #tell: (file: string) => void;
  readonly #watched = new Map<string, Watched>();

  /** `tell` gets the path of whatever was made, changed or removed in a watched folder. */
  constructor(tell: (file: string) => void) {
    this.#tell = tell;
  }

  /** Watches the folders of these files, until disposed; of a folder that is not there, the nearest one above. */
  follow(files: Iterable<string>): { dispose(): void } {
    const folders = new Set(Array.from(files, (file) => nearestFolder(path.dirname(file))));
    for (const folder of folders) this.#add(folder);
    return {
      dispose: () => {
        for (const folder of folders) this.#remove(folder);
        folders.clear();
      },
    };
  }

  dispose(): void {
    for (const { watcher } of this.#watched.values()) watcher?.close();
    this.#watched.clear();
  }

  #add(folder: string): void {
    const known = this.#watched.get(folder);
    if (known === undefined) this.#watched.set(folder, { watcher: this.#open(folder), shares: 1 });
    else known.shares += 1;
  }

  #remove(folder: string): void {
    const known = this.#watched.get(folder);
    if (known === undefined) return;
    known.shares -= 1;
    if (known.shares > 0) return;
    known.watcher?.close();
    this.#watched.delete(folder);
  }

  #open(folder: string): FSWatcher | undefined {
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) =>
        this.#tell(name === null ? folder : path.join(folder, name)),
      );
      // A folder that goes away ends its watch; what was in it is told by then.
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      // No watch left on this machine, or no right to read: the editor reads again when it is shown.
      return undefined;
    }
  }
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || folder === path.dirname(folder) ? folder : nearestFolder(path.dirname(folder));
}
