/** Keeps the tabs of scripts true: a command that changes elsewhere changes in them, one that goes is marked as deleted. */
import * as vscode from 'vscode';
import { nodeScheme } from '../ids';
import type { LiveShare, LiveWorkflows } from '../workflows/liveWorkflows';
import { languageOf } from './nodeScriptPath';
import type { NodeCommand } from './nodeCommand';
import type { NodeScriptFiles } from './nodeScriptFiles';
import { nodeScriptOf } from './nodeScriptUri';

/** Follows the workflow of one open script, until disposed. */
class FollowedScript implements vscode.Disposable {
  readonly #document: vscode.TextDocument;
  readonly #files: NodeScriptFiles;
  readonly #share: Promise<LiveShare>;
  #subscription: vscode.Disposable | undefined;
  #last: NodeCommand | undefined;
  #isClosed = false;

  constructor(document: vscode.TextDocument, share: Promise<LiveShare>, files: NodeScriptFiles) {
    this.#document = document;
    this.#share = share;
    this.#files = files;
    void this.#begin();
  }

  dispose(): void {
    this.#isClosed = true;
    this.#subscription?.dispose();
    void this.#share.then((share) => share.dispose());
  }

  async #begin(): Promise<void> {
    const { live } = await this.#share;
    if (this.#isClosed) return;
    this.#subscription = live.onDidChange(() => void this.#compare());
    await this.#compare();
  }

  async #compare(): Promise<void> {
    const { uri } = this.#document;
    const now = await this.#files.commandAt(uri).catch(() => undefined);
    if (now === undefined || this.#isClosed) return;
    const before = this.#last;
    this.#last = now;
    const type = changeOf(before, now);
    if (type !== undefined) this.#files.tell([{ type, uri }]);
    const isOtherShell = before?.kind === 'command' && now.kind === 'command' && before.shell !== now.shell;
    if (isOtherShell) await vscode.languages.setTextDocumentLanguage(this.#document, languageOf(now.shell));
  }
}

/** Follows every script that is open, until disposed. */
export function followScripts(files: NodeScriptFiles, workflows: LiveWorkflows): vscode.Disposable {
  const followed = new Map<string, FollowedScript>();
  const follow = (document: vscode.TextDocument): void => {
    const script = nodeScriptOf(document.uri);
    const key = document.uri.toString();
    if (document.uri.scheme !== nodeScheme || script === undefined || followed.has(key)) return;
    followed.set(key, new FollowedScript(document, workflows.share(script.workflow.fsPath), files));
  };
  const drop = ({ uri }: vscode.TextDocument): void => {
    followed.get(uri.toString())?.dispose();
    followed.delete(uri.toString());
  };
  vscode.workspace.textDocuments.forEach(follow);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(follow),
    vscode.workspace.onDidCloseTextDocument(drop),
    new vscode.Disposable(() => {
      for (const script of followed.values()) script.dispose();
    }),
  );
}

function changeOf(before: NodeCommand | undefined, now: NodeCommand): vscode.FileChangeType | undefined {
  const isThere = now.kind === 'command';
  const wasThere = before === undefined || before.kind === 'command';
  if (wasThere !== isThere) return isThere ? vscode.FileChangeType.Created : vscode.FileChangeType.Deleted;
  if (!isThere || before?.kind !== 'command') return undefined;
  const isSame = before.text === now.text && before.readOnly === now.readOnly;
  return isSame ? undefined : vscode.FileChangeType.Changed;
}
