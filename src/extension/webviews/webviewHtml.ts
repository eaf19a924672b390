/** The HTML of a webview: two files of ours, and a policy that allows nothing else. */
import { randomBytes } from 'node:crypto';

export interface WebviewPage {
  readonly title: string;
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** Addresses of its script and style sheet in `dist/webview` as the webview can load them. */
  readonly scriptUri: string;
  readonly styleUri: string;
}

/** Hash of the empty string: the toolkit adds one empty inline style (microsoft/vscode-webview-ui-toolkit, FAST). */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The page's HTML, with a new nonce each time. */
export function webviewHtml({ title, cspSource, scriptUri, styleUri }: WebviewPage): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
    `style-src ${cspSource} 'nonce-${nonce}' ${emptyStyle}`,
    // The script loads its later parts as modules from the same folder.
    `script-src 'nonce-${nonce}' ${cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta property="csp-nonce" content="${nonce}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="${escapeAttribute(styleUri)}">
  </head>
  <body>
    <div id="root"></div>
    <script type="module" nonce="${nonce}" src="${escapeAttribute(scriptUri)}"></script>
  </body>
</html>`;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
