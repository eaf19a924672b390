// `node test/ui/gallery/serve.mjs [port]`: look at the editor in a browser, after `npm run build`.
import { build } from 'esbuild';

await build({
  entryPoints: ['test/ui/gallery/server.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile: 'out/gallery/server.mjs',
});
const { startGallery } = await import('../../../out/gallery/server.mjs');
const port = Number(process.argv[2] ?? 4173);
await startGallery(process.env.RUNLENS_WEBVIEW ?? 'dist/webview', port);
process.stdout.write(`The gallery is at http://127.0.0.1:${port}\n`);
