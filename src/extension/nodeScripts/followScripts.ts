/**
 * Keeps the tabs of scripts true: a command that changes elsewhere changes in them, one that goes is marked as deleted, and that
 * of a node with another id goes on under its new name.
 */
import * as vscode from 'vscode';
import type { Graph } from '../../model/workflow/graph';
import { renameBetween } from '../../model/workflow/renameBetween';
import { nodeScheme } from '../ids';
import type { LiveState } from '../workflows/liveWorkflow';
import type { LiveShare, LiveWorkflows } from '../workflows/liveWorkflows';
import { languageOf } from './nodeScriptPath';
import type { NodeCommand } from './nodeCommand';
import type { NodeScriptFiles } from './nodeScriptFiles';
import { nodeScriptOf, nodeScriptUri } from './nodeScriptUri';

/** Follows the workflow of one open script, until disposed. */
class FollowedScript implements vscode.Disposable {
  readonly #document: vscode.TextDocument;
  readonly #files: NodeScriptFiles;
  readonly #share: Promise<LiveShare>;
  #subscription: vscode.Disposable | undefined;
  #last: NodeCommand | undefined;
  /** As the node is called now. */
  #nodeId: string;
  #graph: Graph | null = null;
  #isClosed = false;

  constructor(document: vscode.TextDocument, nodeId: string, share: Promise<LiveShare>, files: NodeScriptFiles) {
    this.#document = document;
    this.#nodeId = nodeId;
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
    this.#graph = graphOf(live.state);
    this.#subscription = vscode.Disposable.from(
      live.onDidChange(({ state }) => {
        this.#followRename(graphOf(state));
        void this.#compare().then(() => this.#moveTab());
      }),
      vscode.workspace.onDidSaveTextDocument((saved) => saved === this.#document && void this.#moveTab()),
    );
    await this.#compare();
  }

  #followRename(graph: Graph | null): void {
    const renamed = graph === null || this.#graph === null ? null : renameBetween(this.#graph, graph);
    this.#graph = graph ?? this.#graph;
    if (renamed?.from !== this.#nodeId) return;
    this.#nodeId = renamed.to;
    this.#files.follow(this.#document.uri, renamed.to);
  }

  /** The tab under the node's new name takes its place; what is not saved yet, or not in sight, keeps the old one meanwhile. */
  async #moveTab(): Promise<void> {
    const { uri, isDirty } = this.#document;
    const script = nodeScriptOf(uri);
    if (script === undefined || script.nodeId === this.#nodeId || isDirty || this.#last?.kind !== 'command') return;
    const tab = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input, isActive }) => isActive && input instanceof vscode.TabInputText && isSame(input.uri, uri));
    if (tab === undefined || this.#isClosed) return;
    await vscode.window.showTextDocument(nodeScriptUri({ ...script, nodeId: this.#nodeId }, this.#last.shell), {
      viewColumn: tab.group.viewColumn,
      preserveFocus: !tab.group.isActive,
      preview: false,
    });
    await vscode.window.tabGroups.close(tab, true);
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
    followed.set(key, new FollowedScript(document, script.nodeId, workflows.share(script.workflow.fsPath), files));
  };
  const drop = ({ uri }: vscode.TextDocument): void => {
    followed.get(uri.toString())?.dispose();
    followed.delete(uri.toString());
    files.forget(uri);
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

function graphOf(state: LiveState | undefined): Graph | null {
  return state?.kind === 'present' ? state.parsed.graph : null;
}

function isSame(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}

function changeOf(before: NodeCommand | undefined, now: NodeCommand): vscode.FileChangeType | undefined {
  const isThere = now.kind === 'command';
  const wasThere = before === undefined || before.kind === 'command';
  if (wasThere !== isThere) return isThere ? vscode.FileChangeType.Created : vscode.FileChangeType.Deleted;
  if (!isThere || before?.kind !== 'command') return undefined;
  const isSame = before.text === now.text && before.readOnly === now.readOnly;
  return isSame ? undefined : vscode.FileChangeType.Changed;
}
