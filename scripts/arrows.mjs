/**
 * Checks the arrows between the parts of src/ in the current folder, by the rules of .dependency-cruiser.cjs:
 * prints each wrong import, and ends with exit code 1 if there is one or if no imports were seen at all.
 */
import { spawnSync } from 'node:child_process';
import { inRoot } from './setup/paths.mjs';

const cruiser = inRoot('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [cruiser, '--config', inRoot('.dependency-cruiser.cjs'), '--output-type', 'json', 'src'],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
if (!stdout.startsWith('{')) {
  console.error(`dependency-cruiser gave no result (exit code ${status}): ${stderr || stdout}`);
  process.exit(1);
}
const { summary } = JSON.parse(stdout);
for (const { rule, from, to } of summary.violations) console.log(`${rule.name}: ${from} imports ${to}`);
console.log(
  `${summary.totalCruised} modules, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} wrong`,
);
// A parser that understands nothing reports no violation either.
if (summary.totalDependenciesCruised === 0) console.error('No import was seen: the check is broken, not passed.');
process.exitCode = summary.violations.length > 0 || summary.totalDependenciesCruised === 0 ? 1 : 0;
