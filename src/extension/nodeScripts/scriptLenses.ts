/** "Open script" above each command in the text of a workflow. */
import * as vscode from 'vscode';
import { workflowTexts } from '../language/languageTexts';
import { commandIds } from '../ids';
import type { ScriptSources } from './nodeScriptFiles';
import { commandLine } from './commandLine';

export class ScriptLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #sources: ScriptSources;
  readonly #registration: vscode.Disposable;

  constructor(sources: ScriptSources) {
    this.#sources = sources;
    this.#registration = vscode.languages.registerCodeLensProvider(workflowTexts, this);
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (document.uri.scheme !== 'file') return [];
    const { workflows, parser } = this.#sources;
    const { version } = document;
    const share = await workflows.share(document.uri.fsPath);
    try {
      const state = await share.live.settled();
      if (state.kind === 'gone' || state.parsed.outdated !== null || state.parsed.graph === null) return [];
      const ranges = await parser.nodeRanges(share.live.handle);
      if (document.version !== version) return [];
      return ranges.flatMap(({ nodeId, range }) => {
        const { start, end } = range;
        const lines = document.getText(new vscode.Range(start.line, 0, end.line + 1, 0)).split(/\r?\n/);
        const line = commandLine(lines);
        if (line === null) return [];
        const at = start.line + line;
        const command = {
          command: commandIds.openNodeScript,
          title: vscode.l10n.t('Open script'),
          arguments: [document.uri, nodeId],
        };
        return [new vscode.CodeLens(new vscode.Range(at, 0, at, 0), command)];
      });
    } finally {
      share.dispose();
    }
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
