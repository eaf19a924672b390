// Finds packages ($packages) that are locked in more than one version and writes duplicates.json.
import { readFileSync, writeFileSync } from 'node:fs';

const packages = JSON.parse(readFileSync(process.env.packages, 'utf8'));
const versions = new Map();
for (const { name, version } of packages) {
  versions.set(name, (versions.get(name) ?? new Set()).add(version));
}
const duplicates = [...versions]
  .filter(([, set]) => set.size > 1)
  .map(([name, set]) => ({ name, versions: [...set].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })) }))
  .sort((a, b) => b.versions.length - a.versions.length || a.name.localeCompare(b.name));

for (const { name, versions } of duplicates) console.log(`${name}: ${versions.join(', ')}`);
console.log(`${duplicates.length} of ${versions.size} packages are locked in more than one version`);
writeFileSync('duplicates.json', JSON.stringify(duplicates, null, 2));
