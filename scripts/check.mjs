/** npm run check: types, lint, format, arrows and dead code, without running anything. */
import { runChecks } from './layers/checks.mjs';
import { findNode, withNode } from './setup/node.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { runScript } from './setup/progress.mjs';

await runScript(async () => {
  await ensurePackages();
  const node = await findNode();
  const { failed } = await runChecks({ node, env: withNode(node) });
  return failed === 0 ? 0 : 1;
});
