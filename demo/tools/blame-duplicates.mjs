// For each duplicate ($duplicates) finds who asks for which version in the lock file and writes duplicates.md.
import { readFileSync, writeFileSync } from 'node:fs';

const duplicates = JSON.parse(readFileSync(process.env.duplicates, 'utf8'));
const { packages } = JSON.parse(readFileSync(process.env.lockfile, 'utf8'));

/** The path that `require(name)` finds from `path`: the nearest node_modules going up, as Node looks for it. */
function resolve(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (folder === '') return undefined;
  }
}

const wanted = new Set(duplicates.map(({ name }) => name));
const askers = new Map();
for (const [path, entry] of Object.entries(packages)) {
  const needs = { ...entry.dependencies, ...entry.optionalDependencies, ...(path === '' ? entry.devDependencies : {}) };
  for (const name of Object.keys(needs)) {
    const found = wanted.has(name) && resolve(path, name);
    if (!found) continue;
    const key = `${name}@${packages[found].version}`;
    const asker = path === '' ? 'the project' : path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    askers.set(key, (askers.get(key) ?? new Set()).add(asker));
  }
}

const lines = ['## Duplicate versions', ''];
if (duplicates.length === 0) lines.push('None: every package is locked in one version.');
for (const { name, versions } of duplicates) {
  lines.push(`- **${name}**`);
  for (const version of versions) {
    const list = [...(askers.get(`${name}@${version}`) ?? [])];
    const shown = list.slice(0, 5).join(', ') + (list.length > 5 ? ` and ${list.length - 5} more` : '');
    lines.push(`  - ${version}: asked for by ${shown || 'nobody (npm prune would remove it)'}`);
    console.log(`${name} ${version} <- ${shown}`);
  }
}
writeFileSync('duplicates.md', lines.join('\n') + '\n');
