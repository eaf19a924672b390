/** The tabs of workflow editors. */
import * as vscode from 'vscode';
import { editorViewType } from '../ids';

/** The document of a workflow that a tab shows, on the canvas or as text; undefined for any other tab. */
export function workflowOf(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input: unknown = tab?.input;
  if (input instanceof vscode.TabInputCustom && input.viewType === editorViewType) return input.uri;
  if (input instanceof vscode.TabInputText && /\.(workflow|module)\.yaml$/.test(input.uri.path)) return input.uri;
  return undefined;
}

/** Opens the canvas of a document where it is open already, else in the active group; never as a preview. */
export async function openCanvas(uri: vscode.Uri): Promise<void> {
  const tab = canvasTabs().find(({ input }) => isCanvasOf(input, uri));
  const options: vscode.TextDocumentShowOptions = {
    preview: false,
    ...(tab === undefined ? {} : { viewColumn: tab.group.viewColumn }),
  };
  await vscode.commands.executeCommand('vscode.openWith', uri, editorViewType, options);
}

/** Closes the canvas of a document, wherever it is open. */
export async function closeCanvas(uri: vscode.Uri): Promise<void> {
  const tabs = canvasTabs().filter(({ input }) => isCanvasOf(input, uri));
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}

/** Keeps every workflow editor that comes to the front: a preview would be replaced by the next file that is looked at. */
export function keepCanvasTabs(): vscode.Disposable {
  const keep = (): void => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    if (tab?.isPreview === true && canvasTabs().includes(tab)) {
      void vscode.commands.executeCommand('workbench.action.keepEditor');
    }
  };
  keep();
  return vscode.window.tabGroups.onDidChangeTabs(keep);
}

function canvasTabs(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputCustom && input.viewType === editorViewType);
}

function isCanvasOf(input: unknown, uri: vscode.Uri): boolean {
  return input instanceof vscode.TabInputCustom && input.uri.toString() === uri.toString();
}
