/** The files of a workflow as they are now: what is unsaved in an open document first, else the file on disk. */
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { LiveChangeCause } from '../../model/run/loadedRunState';
import { FolderWatches } from './folderWatches';
import { liesIn, realPathOf } from './workspaceOf';

export interface LiveTextChange {
  /** Absolute path of a file, or of a folder that came or went with what is in it. */
  readonly path: string;
  readonly cause: LiveChangeCause;
}

const byteOrderMark = '\uFEFF';

/** Tells of every change to a file that could be part of a workflow, in open documents and on disk. */
export class LiveTexts implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<LiveTextChange>();
  readonly #folders = new FolderWatches((file) => this.#changed.fire({ path: file, cause: 'file' }));
  readonly #subscriptions: vscode.Disposable[];
  #editCause: LiveChangeCause | undefined;

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.contentChanges.length > 0) this.#tell(event.document.uri, this.#editCause ?? causeOf(event));
      }),
      // Closing without saving gives the file on disk its say again.
      vscode.workspace.onDidCloseTextDocument((document) => this.#tell(document.uri, 'file')),
    ];
  }

  /** Tells of changes on disk to these files (absolute real paths), until disposed. */
  follow(files: Iterable<string>): { dispose(): void } {
    return this.#folders.follow(files);
  }

  /** Counts the document changes made during `action` as undo: an Undo that we offer ourselves makes ordinary edits. */
  async asUndo<Result>(action: () => Promise<Result>): Promise<Result> {
    this.#editCause = 'undoRedo';
    try {
      return await action();
    } finally {
      this.#editCause = undefined;
    }
  }

  dispose(): void {
    this.#folders.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #tell(uri: vscode.Uri, cause: LiveChangeCause): void {
    if (uri.scheme === 'file') this.#changed.fire({ path: uri.fsPath, cause });
  }
}

/**
 * The live text of the file at `key` in the workspace, exactly as its bytes are or would be saved; undefined when there is
 * none, or when it leaves the workspace.
 */
export async function readLiveText(workspace: string, key: string): Promise<string | undefined> {
  const file = path.resolve(workspace, key);
  const real = await realPathOf(file);
  if (!liesIn(real, workspace)) return undefined;
  const unsaved = await unsavedDocument(real);
  // A clean document is not asked: it hides mixed line ends and the byte order mark, which are part of a version.
  if (unsaved !== undefined) return savedForm(unsaved);
  return readFile(real, 'utf8').catch(() => undefined);
}

/** The document that holds unsaved text of the file; undefined when there is none. */
export async function unsavedDocument(file: string): Promise<vscode.TextDocument | undefined> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.uri.scheme !== 'file') continue;
    if (document.uri.fsPath === file || (await realPathOf(document.uri.fsPath)) === file) return document;
  }
  return undefined;
}

/** Saves a document; false when it could not be. Auto save may be faster, and is a success too. */
export async function savedDocument(document: vscode.TextDocument): Promise<boolean> {
  const savedMeanwhile = new Promise<boolean>((resolve) => {
    const listening = vscode.workspace.onDidSaveTextDocument((saved) => {
      if (saved === document) settle();
    });
    const timer = setTimeout(() => settle(), autoSaveTellsWithinMs);
    const settle = (): void => {
      listening.dispose();
      clearTimeout(timer);
      resolve(!document.isDirty);
    };
  });
  return (await document.save()) || !document.isDirty || savedMeanwhile;
}

/** An auto save that was under way is told of a moment after it had made the save that was asked for needless. */
const autoSaveTellsWithinMs = 2_000;

/** True if the file is on disk, or unsaved in an open document. */
export async function isLive(file: string): Promise<boolean> {
  const real = await realpath(file).catch(() => undefined);
  return real !== undefined || (await unsavedDocument(file)) !== undefined;
}

/** The text of a document as saving it would write it. */
function savedForm(document: vscode.TextDocument): string {
  const text = document.getText();
  return document.encoding === 'utf8bom' ? byteOrderMark + text : text;
}

function causeOf(event: vscode.TextDocumentChangeEvent): LiveChangeCause {
  return event.reason === undefined ? 'edit' : 'undoRedo';
}
