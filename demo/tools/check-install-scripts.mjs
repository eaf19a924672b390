// Fails when a package ($packages) that the policy ($policy) does not name runs code at install.
import { readFileSync, writeFileSync } from 'node:fs';

const packages = JSON.parse(readFileSync(process.env.packages, 'utf8'));
const allowed = new Set(JSON.parse(readFileSync(process.env.policy, 'utf8')).installScripts);
const withScript = packages.filter(({ installScript }) => installScript);
const refused = withScript.filter(({ name }) => !allowed.has(name));

for (const { name, version } of withScript) console.log(`${name} ${version}: ${allowed.has(name) ? 'known' : 'NEW'}`);
writeFileSync(
  'script-policy.md',
  refused.length === 0 ? `passed: ${withScript.length} packages, all known\n` : `failed: ${refused.length} not known\n`,
);
if (refused.length > 0) {
  console.error(`${refused.map(({ name }) => name).join(', ')}: runs code at install, and the policy does not name it`);
  process.exitCode = 1;
}
