/** Fills a webview with one of our pages. */
import * as vscode from 'vscode';
import { webviewHtml } from './webviewHtml';

/** Names of the bundles in `dist/webview`, and of the pages made of them. */
const pages = {
  editor: () => vscode.l10n.t('Workflow editor'),
  runDetails: () => vscode.l10n.t('Run Details'),
  runForm: () => vscode.l10n.t('Run with Inputs'),
  runList: () => vscode.l10n.t('Runs'),
  compare: () => vscode.l10n.t('Compare'),
  history: () => vscode.l10n.t('History'),
} as const;
export type WebviewPageName = keyof typeof pages;

/** Loads the page; it asks for its state as soon as it is there, so whoever answers has to listen already. */
export function showPage(webview: vscode.Webview, webviewFolder: vscode.Uri, name: WebviewPageName): void {
  const resource = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(webviewFolder, file)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [webviewFolder] };
  webview.html = webviewHtml({
    title: pages[name](),
    cspSource: webview.cspSource,
    scriptUri: resource(`${name}.js`),
    styleUri: resource(`${name}.css`),
  });
}
