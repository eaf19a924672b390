/** Outline and breadcrumbs of a workflow's text: inputs, nodes and outputs. */
import * as vscode from 'vscode';
import type { OutlineSymbol } from '../../model/workflow/language/outline';
import type { TextRange } from '../../model/workflow/problem';
import { shortened } from '../shownText';
import { outline } from './languageProtocol';
import type { LanguageTexts } from './languageTexts';

const longestDetail = 120;

const symbolKinds: Readonly<Record<OutlineSymbol['kind'], vscode.SymbolKind>> = {
  section: vscode.SymbolKind.Namespace,
  run: vscode.SymbolKind.Function,
  script: vscode.SymbolKind.File,
  module: vscode.SymbolKind.Module,
  input: vscode.SymbolKind.Variable,
  output: vscode.SymbolKind.Field,
};

export function outlineProvider(texts: LanguageTexts): vscode.DocumentSymbolProvider {
  return {
    provideDocumentSymbols: async (document) => (await texts.ask(document, outline, {}))?.map(symbolOf),
  };
}

function symbolOf(part: OutlineSymbol): vscode.DocumentSymbol {
  // VS Code refuses a symbol without a name, which a key that is being typed may be.
  const name = part.name.trim() === '' ? '""' : part.name;
  const detail = shortened(part.detail, longestDetail);
  const symbol = new vscode.DocumentSymbol(
    name,
    detail,
    symbolKinds[part.kind],
    rangeOf(part.range),
    rangeOf(part.selection),
  );
  symbol.children = part.children.map(symbolOf);
  return symbol;
}

function rangeOf({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
