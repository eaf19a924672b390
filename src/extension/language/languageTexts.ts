/** The documents that the text editor's features are asked about, as the parser's worker knows them. */
import * as vscode from 'vscode';
import type { RequestDefinition } from '../../protocol/rpc';
import type { LiveShare, LiveWorkflows } from '../workflows/liveWorkflows';
import type { WorkflowParser } from '../workflows/workflowParser';
import { forget, type AddressedText } from './languageProtocol';

/** Workflow and module files, whatever they are opened from. */
export const workflowTexts: vscode.DocumentSelector = [
  { language: 'yaml', pattern: '**/*.workflow.yaml' },
  { language: 'yaml', pattern: '**/*.module.yaml' },
];

export class LanguageTexts implements vscode.Disposable {
  readonly #parser: WorkflowParser;
  readonly #workflows: LiveWorkflows;
  /** By address of the document: the live workflow of its file, so that its modules are known. */
  readonly #shares = new Map<string, Promise<LiveShare | null>>();
  readonly #closing: vscode.Disposable;

  constructor(parser: WorkflowParser, workflows: LiveWorkflows) {
    this.#parser = parser;
    this.#workflows = workflows;
    this.#closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#forget(uri.toString()));
  }

  /** The live workflow of a document; null for one that is no file, such as an untitled one. */
  async shareOf({ uri }: vscode.TextDocument): Promise<LiveShare | null> {
    if (uri.scheme !== 'file') return null;
    const share = this.#shares.get(uri.toString()) ?? this.#workflows.share(uri.fsPath);
    this.#shares.set(uri.toString(), share);
    return share;
  }

  /** Asks the worker about the text of a document; undefined when it is another by the time of the answer. */
  async ask<More extends object, Result>(
    document: vscode.TextDocument,
    definition: RequestDefinition<AddressedText & More, Result>,
    more: More,
  ): Promise<Result | undefined> {
    const { version } = document;
    const text = document.getText();
    const share = await this.shareOf(document);
    // Once: later the modules that it uses are known from the reading before.
    if (share !== null && share.live.state === undefined) await share.live.settled();
    const { uri } = document;
    const handle = share?.live.handle ?? `text:${uri.toString()}`;
    const file = share?.live.place.entry ?? uri.path.replace(/^\/+/, '');
    const answer = await this.#parser.ask(definition, { handle, file, text, ...more });
    return document.version === version && !document.isClosed ? answer : undefined;
  }

  dispose(): void {
    this.#closing.dispose();
    for (const address of this.#shares.keys()) void this.#forget(address);
  }

  async #forget(address: string): Promise<void> {
    const share = this.#shares.get(address);
    this.#shares.delete(address);
    const given = await share;
    void this.#parser.ask(forget, { handle: given?.live.handle ?? `text:${address}` }).catch(() => undefined);
    given?.dispose();
  }
}

/** Two offsets as a range of the document. */
export function rangeIn(document: vscode.TextDocument, [start, end]: readonly [number, number]): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
