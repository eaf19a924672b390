/** Opens the text of a canvas beside it, and the canvas of a text. */
import * as vscode from 'vscode';
import { editorViewType } from '../../ids';
import { openCanvas } from '../editorTabs';

/** Shows the text where it is open already, else beside the editor in front; with `at` the cursor goes there. */
export async function openTextBeside(uri: vscode.Uri, at?: vscode.Position): Promise<void> {
  const open = tabsOf(uri).find(({ input }) => input instanceof vscode.TabInputText);
  await vscode.window.showTextDocument(uri, {
    viewColumn: open?.group.viewColumn ?? vscode.ViewColumn.Beside,
    preview: false,
    ...(at === undefined ? {} : { selection: new vscode.Range(at, at) }),
  });
}

/** Shows the canvas where it is open already, else beside the text, which keeps the focus. */
export async function openCanvasBeside(uri: vscode.Uri): Promise<void> {
  const isOpen = tabsOf(uri).some(({ input }) => input instanceof vscode.TabInputCustom);
  if (isOpen) return openCanvas(uri);
  const options: vscode.TextDocumentShowOptions = {
    viewColumn: vscode.ViewColumn.Beside,
    preview: false,
    preserveFocus: true,
  };
  await vscode.commands.executeCommand('vscode.openWith', uri, editorViewType, options);
}

function tabsOf(uri: vscode.Uri): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => {
    const isFile = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom;
    return isFile && input.uri.toString() === uri.toString();
  });
}
