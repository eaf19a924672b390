/** The file system of nodes' commands: reads the live workflow, and writes by one edit of its document. */
import * as vscode from 'vscode';
import type { LiveWorkflow } from '../workflows/liveWorkflow';
import type { LiveWorkflows } from '../workflows/liveWorkflows';
import type { WorkflowParser } from '../workflows/workflowParser';
import { nodeCommand, type NodeCommand } from './nodeCommand';
import { nodeScriptOf, type NodeScript } from './nodeScriptUri';
import { ScriptStamps } from './scriptStamps';
import { whyNoCommand, writeCommand } from './writeCommand';

export interface ScriptSources {
  readonly workflows: LiveWorkflows;
  readonly parser: WorkflowParser;
}

export class NodeScriptFiles implements vscode.FileSystemProvider {
  readonly #sources: ScriptSources;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #stamps = new Map<string, ScriptStamps>();
  readonly #renamed = new Map<string, string>();

  readonly onDidChangeFile = this.#changed.event;

  constructor(sources: ScriptSources) {
    this.#sources = sources;
  }

  /** Tells VS Code of changes of scripts that are open. */
  tell(changes: vscode.FileChangeEvent[]): void {
    this.#changed.fire(changes);
  }

  /** The node of an open address got another id: as long as the address names no node, it stands for that one. */
  follow(uri: vscode.Uri, nodeId: string): void {
    this.#renamed.set(uri.toString(), nodeId);
  }

  /** Nobody has the address open any more. */
  forget(uri: vscode.Uri): void {
    this.#renamed.delete(uri.toString());
  }

  /** The command behind an address, as it is now. @throws FileSystemError for an address of nothing */
  async commandAt(uri: vscode.Uri): Promise<NodeCommand> {
    const script = scriptAt(uri);
    const share = await this.#sources.workflows.share(script.workflow.fsPath);
    try {
      const { nodeId } = await this.#meant(script, uri, share.live);
      return await nodeCommand(share.live, this.#sources.parser, nodeId);
    } finally {
      share.dispose();
    }
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    // VS Code asks whether the folder of a deleted file is there.
    if (nodeScriptOf(uri) === undefined && uri.path.endsWith('.yaml')) return folder;
    const command = await this.#found(uri);
    const stamps = this.#stamps.get(uri.toString()) ?? new ScriptStamps();
    this.#stamps.set(uri.toString(), stamps);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      ...stamps.of(command.text),
      ...(command.readOnly === null ? {} : { permissions: vscode.FilePermission.Readonly }),
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return Buffer.from((await this.#found(uri)).text);
  }

  /** Ctrl+S in the tab: the command is in the workflow, and the workflow on disk. @throws FileSystemError with a sentence */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const script = scriptAt(uri);
    const share = await this.#sources.workflows.share(script.workflow.fsPath);
    try {
      const meant = await this.#meant(script, uri, share.live);
      await writeCommand(meant, { live: share.live, parser: this.#sources.parser }, content);
    } finally {
      share.dispose();
    }
  }

  watch(): vscode.Disposable {
    // Scripts that are open are followed as long as their documents are: see followScripts.ts.
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): never {
    return refuse();
  }

  delete(): never {
    return refuse();
  }

  rename(): never {
    return refuse();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #meant(script: NodeScript, uri: vscode.Uri, live: LiveWorkflow): Promise<NodeScript> {
    const nodeId = this.#renamed.get(uri.toString());
    if (nodeId === undefined) return script;
    const state = await live.settled();
    const nodes = state.kind === 'gone' ? [] : (state.parsed.graph?.nodes ?? []);
    return nodes.some(({ id }) => id === script.nodeId) ? script : { ...script, nodeId };
  }

  async #found(uri: vscode.Uri): Promise<NodeCommand & { kind: 'command' }> {
    const command = await this.commandAt(uri);
    if (command.kind === 'command') return command;
    throw vscode.FileSystemError.FileNotFound(whyNoCommand(command, scriptAt(uri)));
  }
}

const folder: vscode.FileStat = { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };

function scriptAt(uri: vscode.Uri): NodeScript {
  const script = nodeScriptOf(uri);
  if (script === undefined) throw vscode.FileSystemError.FileNotFound(uri);
  return script;
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions(
    vscode.l10n.t('Nodes are added, renamed and removed on the canvas or in the text of the workflow.'),
  );
}
