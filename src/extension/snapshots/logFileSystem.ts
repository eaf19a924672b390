/** `runlens-log:/<run id>/<node path>/<stream>.log`: whole logs as read-only documents, fetched piece by piece. */
import * as vscode from 'vscode';
import { readLog } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { ReadOnlyFileSystem } from './readOnlyFileSystem';
import { nodeLogOf, type NodeLog } from './snapshotUri';

const pieceBytes = 1024 * 1024;
/** An open log that grows is read again at most so often, in milliseconds. */
const growthPause = 500;

export class LogFileSystem extends ReadOnlyFileSystem {
  readonly #connection: EngineConnection;

  constructor(connection: EngineConnection) {
    super(vscode.l10n.t('A log is what a run wrote and cannot be changed.'));
    this.#connection = connection;
  }

  override async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { size } = await this.#read(uri, addressOf(uri), 0, 0);
    return { type: vscode.FileType.File, size, ctime: 0, mtime: size, permissions: vscode.FilePermission.Readonly };
  }

  override async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const address = addressOf(uri);
    const pieces: Buffer[] = [];
    for (let offset = 0; ;) {
      const piece = await this.#read(uri, address, offset, pieceBytes);
      pieces.push(Buffer.from(piece.text));
      if (piece.nextOffset >= piece.size || piece.nextOffset <= offset) return Buffer.concat(pieces);
      offset = piece.nextOffset;
    }
  }

  override async readDirectory(): Promise<[string, vscode.FileType][]> {
    return [];
  }

  /** An open log is read again while it grows, until the node has ended. */
  override watch(uri: vscode.Uri): vscode.Disposable {
    const address = nodeLogOf(uri);
    if (address === undefined) return super.watch(uri);
    const cancel = new vscode.CancellationTokenSource();
    let timer: NodeJS.Timeout | undefined;
    const grew = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
      }, growthPause);
    };
    const follow = async (): Promise<void> => {
      const { size } = await this.#read(uri, address, 0, 0);
      await this.#connection.followLog(address, size, grew, cancel.token);
    };
    // Without the engine there is nothing to follow; what was read stays on screen.
    follow().catch(() => undefined);
    return new vscode.Disposable(() => {
      clearTimeout(timer);
      cancel.cancel();
      cancel.dispose();
    });
  }

  async #read(uri: vscode.Uri, log: NodeLog, offset: number, maxBytes: number) {
    try {
      return await this.#connection.send(readLog, { ...log, offset, maxBytes });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw vscode.FileSystemError.Unavailable(`${error.message} (${uri.path})`);
    }
  }
}

function addressOf(uri: vscode.Uri): NodeLog {
  const address = nodeLogOf(uri);
  if (address === undefined) throw vscode.FileSystemError.FileNotFound(uri);
  return address;
}
