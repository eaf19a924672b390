// Writes release-check.md. Runs also when a check failed: a check that gave no verdict leaves its variable unset.
import { readFileSync, writeFileSync } from 'node:fs';

const checks = [
  ['Licences', 'licence-policy', process.env.licence_policy],
  ['Install scripts', 'script-policy', process.env.script_policy],
  ['Integrity', 'integrity', process.env.integrity],
].map(([title, node, path]) => ({
  title,
  verdict: path === undefined ? `failed: see the errors of the node ${node} in this run\n` : readFileSync(path, 'utf8'),
}));
const passed = checks.filter(({ verdict }) => verdict.startsWith('passed')).length;
const approved = process.env.approval !== undefined;

const report = [
  '# Release check',
  '',
  approved ? 'Approved.' : `**Not approved**: ${passed} of ${checks.length} checks passed.`,
  '',
  ...checks.flatMap(({ title, verdict }) => [`## ${title}`, '', verdict]),
].join('\n');
writeFileSync('release-check.md', report);
for (const { title, verdict } of checks) console.log(`${title}: ${verdict.split('\n')[0]}`);
console.log(approved ? 'approved' : 'not approved');
