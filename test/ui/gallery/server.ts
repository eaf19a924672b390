/** Serves the built editor outside VS Code, as VS Code would: the same page, content security policy and theme colours. */
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { galleryStates } from './states';
import { themeClass, themeCss, themeNames, type ThemeName } from './themes';

const nonce = 'gallery';
/** `style-src` has the hash of the empty style that the toolkit sets; see docs/decisions. */
const policy = [
  `default-src 'none'`,
  `script-src 'nonce-${nonce}'`,
  `style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`,
  `font-src 'self'`,
  `img-src 'self'`,
].join('; ');

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf' };

export interface GalleryServer {
  /** Address of a state in a theme. */
  readonly address: (state: string, theme: ThemeName) => string;
  readonly close: () => Promise<void>;
}

/** Starts the gallery on 127.0.0.1, from the root of the repository; `bundle` is the folder of the built webview. */
export async function startGallery(bundle: string, port = 0): Promise<GalleryServer> {
  const host = await build({
    entryPoints: ['test/ui/gallery/fakeHost.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  });
  const hostScript = host.outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    void answer(url, bundle, hostScript).then(
      ({ body, type }) =>
        response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: (state, theme) => `${base}/?state=${state}&theme=${theme}`,
    close: () => closed(server),
  };
}

async function answer(url: URL, bundle: string, hostScript: string): Promise<{ body: string | Buffer; type: string }> {
  if (url.pathname === '/') {
    const theme = themeNames.find((name) => name === url.searchParams.get('theme')) ?? 'dark';
    return { body: url.searchParams.has('state') ? page(theme) : contents(), type: 'text/html; charset=utf-8' };
  }
  if (url.pathname === '/host.js') return { body: hostScript, type: 'text/javascript; charset=utf-8' };
  const theme = themeNames.find((name) => url.pathname === `/${name}.css`);
  if (theme !== undefined) return { body: themeCss(theme), type: 'text/css; charset=utf-8' };
  const file = normalize(url.pathname);
  return { body: await readFile(join(bundle, file)), type: types[extname(file)] ?? 'application/octet-stream' };
}

function page(theme: ThemeName): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Workflow editor</title>
    <meta property="csp-nonce" content="${nonce}"><link rel="stylesheet" href="/${theme}.css"><link rel="stylesheet" href="/editor.css">
    </head><body class="${themeClass(theme)}"><div id="root"></div>
    <script nonce="${nonce}" src="/host.js"></script><script nonce="${nonce}" type="module" src="/editor.js"></script></body></html>`;
}

function contents(): string {
  const links = Object.keys(galleryStates).map(
    (state) =>
      `<li>${state}: ${themeNames.map((theme) => `<a href="/?state=${state}&theme=${theme}">${theme}</a>`).join(' ')}</li>`,
  );
  return `<!doctype html><html lang="en"><title>Gallery</title><ul>${links.join('')}</ul></html>`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
