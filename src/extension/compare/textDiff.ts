/** The texts behind a difference, in VS Code's own comparison. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { TextPair } from '../../model/compare/difference';
import type { SideName } from '../../protocol/compare';
import { plainText } from '../shownText';
import type { WorkflowParser } from '../workflows/workflowParser';
import type { FollowedSide } from './comparedSide';
import { nodeLine } from './compareProtocol';

export interface DiffedSides {
  readonly parser: WorkflowParser;
  readonly side: (name: SideName) => FollowedSide;
  /** What the sides are called in the title. */
  readonly names: Readonly<Record<SideName, string>>;
}

/** Opens the two texts beside the page, at the node if one is meant; a text that only one side has by itself. */
export async function showTextDiff(pair: TextPair, { parser, side, names }: DiffedSides): Promise<void> {
  const [left, right] = [await uriOf(side('left'), pair.left), await uriOf(side('right'), pair.right)];
  const selection = await placeOf(pair, parser, side);
  const options: vscode.TextDocumentShowOptions = {
    preview: true,
    viewColumn: vscode.ViewColumn.Beside,
    ...(selection === null ? {} : { selection }),
  };
  if (left === null || right === null) {
    const only = left ?? right;
    if (only !== null) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(only), options);
    return;
  }
  const title = `${path.posix.basename(pair.label)} (${plainText(names.left)} ↔ ${plainText(names.right)})`;
  await vscode.commands.executeCommand('vscode.diff', left, right, title, options);
}

async function uriOf(side: FollowedSide, key: string | null): Promise<vscode.Uri | null> {
  return key === null ? null : side.uriOf(key);
}

/** Where the node stands in the text that is shown on the right; of one that only the left has, there. */
async function placeOf(
  { left, right, nodeId }: TextPair,
  parser: WorkflowParser,
  side: DiffedSides['side'],
): Promise<vscode.Range | null> {
  if (nodeId === null) return null;
  for (const [name, file] of [['right', right] as const, ['left', left] as const]) {
    if (file === null) continue;
    const { line } = await parser.ask(nodeLine, { handle: side(name).handle, file, nodeId });
    if (line !== null) return new vscode.Range(line, 0, line, 0);
  }
  return null;
}
