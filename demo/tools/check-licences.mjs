// Fails when a package ($packages) is under a licence that the policy ($policy) does not allow.
import { readFileSync, writeFileSync } from 'node:fs';

const packages = JSON.parse(readFileSync(process.env.packages, 'utf8'));
const allowed = new Set(JSON.parse(readFileSync(process.env.policy, 'utf8')).licences);

/** Reads an SPDX expression: one side of an OR is enough, an AND needs both. What is no expression is not allowed. */
function isAllowed(expression) {
  if (allowed.has(expression)) return true;
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const either = () => {
    let result = both();
    while (tokens[at] === 'OR') {
      at += 1;
      result = both() || result;
    }
    return result;
  };
  const both = () => {
    let result = one();
    while (tokens[at] === 'AND') {
      at += 1;
      result = one() && result;
    }
    return result;
  };
  const one = () => {
    const token = tokens[at++];
    if (token !== '(') return allowed.has(token);
    const result = either();
    at += 1; // the closing bracket
    return result;
  };
  return either() && at === tokens.length;
}

const refused = packages.filter(({ licence }) => licence === null || !isAllowed(licence));
console.log(`${packages.length - refused.length} of ${packages.length} packages are under an allowed licence`);
writeFileSync(
  'licence-policy.md',
  refused.length === 0
    ? `passed: ${packages.length} packages\n`
    : `failed: ${refused.length} of ${packages.length} packages\n\n` +
        refused.map(({ name, version, licence }) => `- ${name} ${version}: ${licence ?? 'no licence'}\n`).join(''),
);

if (refused.length > 0) {
  const [{ name, version, licence }] = refused;
  const others = refused.length === 1 ? '' : ` (and ${refused.length - 1} more packages)`;
  console.error(`${name} ${version}${others}: the policy does not allow "${licence ?? 'no licence'}"`);
  for (const entry of refused) console.error(`  ${entry.path}: ${entry.licence ?? 'no licence'}`);
  process.exitCode = 1;
}
