/** Serves the built pages outside VS Code, as VS Code would: the same HTML, content security policy and theme colours. */
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { compareStates } from './compareStates';
import { detailsStates } from './detailsStates';
import { formStates } from './formStates';
import { historyStates } from './historyStates';
import { listStates } from './listStates';
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

/** Of each page the script that plays its host, and the states it can be opened in. */
const pages = {
  editor: { title: 'Workflow editor', host: 'fakeHost.ts', states: Object.keys(galleryStates) },
  runDetails: { title: 'Run Details', host: 'detailsHost.ts', states: Object.keys(detailsStates) },
  compare: { title: 'Compare', host: 'compareHost.ts', states: Object.keys(compareStates) },
  runList: { title: 'Runs', host: 'listHost.ts', states: Object.keys(listStates) },
  runForm: { title: 'Run with Inputs', host: 'formHost.ts', states: Object.keys(formStates) },
  history: { title: 'History', host: 'historyHost.ts', states: Object.keys(historyStates) },
} as const;
export type GalleryPageName = keyof typeof pages;

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf' };

export interface GalleryServer {
  /** Address of a page's state in a theme. */
  readonly address: (state: string, theme: ThemeName, page?: GalleryPageName) => string;
  readonly close: () => Promise<void>;
}

/** Starts the gallery on 127.0.0.1, from the root of the repository; `bundle` is the folder of the built webviews. */
export async function startGallery(bundle: string, port = 0): Promise<GalleryServer> {
  const hosts = await build({
    entryPoints: Object.values(pages).map(({ host }) => `test/ui/gallery/${host}`),
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    alias: { 'node:crypto': './test/ui/gallery/browserCrypto.ts' },
    outdir: '/',
  });
  const scripts = new Map(hosts.outputFiles.map(({ path, text }) => [path, text]));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    void answer(url, bundle, scripts).then(
      ({ body, type }) =>
        response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: (state, theme, page = 'editor') => `${base}/?page=${page}&state=${state}&theme=${theme}`,
    close: () => closed(server),
  };
}

type Scripts = ReadonlyMap<string, string>;

async function answer(url: URL, bundle: string, scripts: Scripts): Promise<{ body: string | Buffer; type: string }> {
  if (url.pathname === '/') {
    const theme = themeNames.find((name) => name === url.searchParams.get('theme')) ?? 'dark';
    const name = pageNames.find((page) => page === url.searchParams.get('page')) ?? 'editor';
    const isPage = url.searchParams.has('state');
    return { body: isPage ? page(name, theme) : contents(), type: 'text/html; charset=utf-8' };
  }
  const host = scripts.get(url.pathname);
  if (host !== undefined) return { body: host, type: 'text/javascript; charset=utf-8' };
  const theme = themeNames.find((name) => url.pathname === `/${name}.css`);
  if (theme !== undefined) return { body: themeCss(theme), type: 'text/css; charset=utf-8' };
  const file = normalize(url.pathname);
  return { body: await readFile(join(bundle, file)), type: types[extname(file)] ?? 'application/octet-stream' };
}

const pageNames = Object.keys(pages) as GalleryPageName[];

function page(name: GalleryPageName, theme: ThemeName): string {
  const { title, host } = pages[name];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
    <meta property="csp-nonce" content="${nonce}"><link rel="stylesheet" href="/${theme}.css"><link rel="stylesheet" href="/${name}.css">
    </head><body class="${themeClass(theme)}"><div id="root"></div>
    <script nonce="${nonce}" src="/${host.replace('.ts', '.js')}"></script><script nonce="${nonce}" type="module" src="/${name}.js"></script></body></html>`;
}

function contents(): string {
  const lists = pageNames.map((name) => {
    const links = pages[name].states.map(
      (state) =>
        `<li>${state}: ${themeNames.map((theme) => `<a href="/?page=${name}&state=${state}&theme=${theme}">${theme}</a>`).join(' ')}</li>`,
    );
    return `<h2>${pages[name].title}</h2><ul>${links.join('')}</ul>`;
  });
  return `<!doctype html><html lang="en"><title>Gallery</title>${lists.join('')}</html>`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
