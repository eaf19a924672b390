/** `runlens-run:/<run id>/<file>`: the texts a run executed, as a read-only file system for text, diff and find. */
import * as vscode from 'vscode';
import { ReadOnlyFileSystem } from './readOnlyFileSystem';
import type { RunSnapshots } from './runSnapshots';
import { snapshotFileOf } from './snapshotUri';

export class SnapshotFileSystem extends ReadOnlyFileSystem {
  readonly #snapshots: RunSnapshots;

  constructor(snapshots: RunSnapshots) {
    super(
      vscode.l10n.t(
        'A snapshot is what a run executed and cannot be changed. Use Restore to bring it back into the workspace.',
      ),
    );
    this.#snapshots = snapshots;
  }

  override async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { file, files } = await this.#find(uri);
    const text = files[file];
    if (text !== undefined) return statOf(vscode.FileType.File, Buffer.byteLength(text));
    if (file === '' || Object.keys(files).some((key) => key.startsWith(`${file}/`))) {
      return statOf(vscode.FileType.Directory, 0);
    }
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  override async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const { file, files } = await this.#find(uri);
    const text = files[file];
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return Buffer.from(text);
  }

  override async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const { file, files } = await this.#find(uri);
    const folder = file === '' ? '' : `${file}/`;
    const entries = new Map<string, vscode.FileType>();
    for (const key of Object.keys(files)) {
      if (!key.startsWith(folder)) continue;
      const [name, ...rest] = key.slice(folder.length).split('/');
      if (name !== undefined) entries.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...entries];
  }

  async #find(uri: vscode.Uri): Promise<{ file: string; files: Readonly<Record<string, string>> }> {
    const address = snapshotFileOf(uri);
    if (address === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    try {
      const snapshot = await this.#snapshots.of(address.runId);
      return { file: address.file, files: snapshot.source.files };
    } catch (error) {
      throw vscode.FileSystemError.Unavailable(error instanceof Error ? error.message : String(error));
    }
  }
}

function statOf(type: vscode.FileType, size: number): vscode.FileStat {
  return { type, size, ctime: 0, mtime: 0, permissions: vscode.FilePermission.Readonly };
}
