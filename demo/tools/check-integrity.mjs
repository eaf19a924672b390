// Fails when a package ($packages) is locked without a SHA-512 hash: npm could not tell if it was replaced.
import { readFileSync, writeFileSync } from 'node:fs';

const packages = JSON.parse(readFileSync(process.env.packages, 'utf8'));
const unsure = packages.filter(({ integrity }) => !integrity?.startsWith('sha512-'));

console.log(`${packages.length - unsure.length} of ${packages.length} packages are locked with a SHA-512 hash`);
writeFileSync(
  'integrity.md',
  unsure.length === 0 ? `passed: ${packages.length} packages\n` : `failed: ${unsure.length} without SHA-512\n`,
);
if (unsure.length > 0) {
  console.error(`${unsure[0].name} ${unsure[0].version}: no SHA-512 hash in the lock file`);
  for (const { path } of unsure.slice(1)) console.error(`  also ${path}`);
  process.exitCode = 1;
}
