/** npm run package: builds dist/ and packs it into out/runlens.vsix. */
import { buildProduct, packProduct } from './layers/product.mjs';
import { findNode, withNode } from './setup/node.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { vsixFile } from './setup/paths.mjs';
import { runScript, say } from './setup/progress.mjs';

await runScript(async () => {
  await ensurePackages();
  const node = await findNode();
  const tools = { node, env: withNode(node) };
  await buildProduct(tools);
  say(`${vsixFile}, ${Math.round((await packProduct(tools)) / 1000)} kB`);
  return 0;
});
