/** What can be typed next: nodes, outputs, inputs, keys, choices, files. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { CompletionItem } from '../../model/workflow/language/completionItem';
import type { CompletionAt } from '../../model/workflow/language/languageFile';
import { scriptEndings } from '../../model/workflow/scriptFiles';
import { completion } from './languageProtocol';
import { rangeIn, type LanguageTexts } from './languageTexts';

/** Besides letters: what stands before a value, an item and an output. */
export const completionTriggers = ['.', ' ', '[', '{', '"', '/'] as const;

/** The extension that offers what the JSON Schema says of every YAML file: keys and choices, which then come from it alone. */
const yamlExtension = 'redhat.vscode-yaml';
const mostFiles = 500;
const notLookedInto = '**/{node_modules,.git,.venv,dist}/**';

const itemKinds: Readonly<Record<CompletionItem['kind'], vscode.CompletionItemKind>> = {
  node: vscode.CompletionItemKind.Function,
  output: vscode.CompletionItemKind.Field,
  input: vscode.CompletionItemKind.Variable,
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
};

export function completionProvider(texts: LanguageTexts): vscode.CompletionItemProvider {
  return {
    async provideCompletionItems(document, position, token, context) {
      // Spaces that indent a line ask for nothing.
      const before = document.lineAt(position).text.slice(0, position.character);
      if (context.triggerCharacter === ' ' && before.trim() === '') return undefined;
      const offer = vscode.extensions.getExtension(yamlExtension) === undefined ? 'all' : 'names';
      const offset = document.offsetAt(position);
      const found = await texts.ask(document, completion, { offset, offer });
      if (!found || token.isCancellationRequested) return undefined;
      const place = placeOf(document, position, found);
      const items = found.items.map((item, index) => itemOf(item, index, place));
      return found.files === null ? items : [...items, ...(await fileItems(document, found.files, place, token))];
    },
  };
}

interface Place {
  readonly range: { readonly inserting: vscode.Range; readonly replacing: vscode.Range };
  readonly before: string;
}

function placeOf(
  document: vscode.TextDocument,
  position: vscode.Position,
  { start, end, needsSpace }: CompletionAt,
): Place {
  const replacing = rangeIn(document, [start, end]);
  return { range: { inserting: replacing.with(undefined, position), replacing }, before: needsSpace ? ' ' : '' };
}

function itemOf({ kind, label, detail, snippet }: CompletionItem, index: number, place: Place): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label, description: detail }, itemKinds[kind]);
  item.insertText = new vscode.SnippetString(place.before + snippet);
  item.range = place.range;
  // In the order of the file, not of the alphabet.
  item.sortText = String(index).padStart(6, '0');
  return item;
}

async function fileItems(
  document: vscode.TextDocument,
  wanted: 'script' | 'module',
  place: Place,
  token: vscode.CancellationToken,
): Promise<vscode.CompletionItem[]> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined) return [];
  const endings = wanted === 'module' ? 'module.yaml' : `{${scriptEndings.join(',')}}`;
  const pattern = new vscode.RelativePattern(folder, `**/*.${endings}`);
  const files = await vscode.workspace.findFiles(pattern, notLookedInto, mostFiles, token);
  const from = path.posix.dirname(document.uri.path);
  const paths = files
    .filter((file) => file.path !== document.uri.path)
    .map((file) => path.posix.relative(from, file.path))
    .sort((one, other) => one.split('/').length - other.split('/').length || (one < other ? -1 : 1));
  return paths.map((file, index) => {
    const item = new vscode.CompletionItem(file, vscode.CompletionItemKind.File);
    item.insertText = place.before + (/^[\w./][\w./ -]*$/.test(file) ? file : JSON.stringify(file));
    item.range = place.range;
    item.sortText = String(index).padStart(6, '0');
    return item;
  });
}
