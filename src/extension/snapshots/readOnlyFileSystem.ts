/** The part of a file system that is the same for all that can only be looked at. */
import * as vscode from 'vscode';

/** A file system whose every write is refused with one sentence. */
export abstract class ReadOnlyFileSystem implements vscode.FileSystemProvider {
  protected readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  readonly #refusal: string;

  constructor(refusal: string) {
    this.#refusal = refusal;
  }

  abstract stat(uri: vscode.Uri): Promise<vscode.FileStat>;
  abstract readFile(uri: vscode.Uri): Promise<Uint8Array>;
  abstract readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]>;

  watch(_uri: vscode.Uri): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  writeFile(): never {
    return this.#refuse();
  }

  createDirectory(): never {
    return this.#refuse();
  }

  delete(): never {
    return this.#refuse();
  }

  rename(): never {
    return this.#refuse();
  }

  #refuse(): never {
    throw vscode.FileSystemError.NoPermissions(this.#refusal);
  }
}
