// Reads a package-lock.json ($lockfile) and writes packages.json: one entry for each place a package is installed at.
import { readFileSync, writeFileSync } from 'node:fs';

const lockfile = process.env.lockfile;
const lock = JSON.parse(readFileSync(lockfile, 'utf8'));
if (!lock.packages) {
  console.error(`${lockfile} has no "packages": it was written by npm 6 or older. Run "npm install" with a newer npm.`);
  process.exit(1);
}

const packages = Object.entries(lock.packages)
  // The entry without a path is the project itself; a link points at a package that is listed on its own.
  .filter(([path, entry]) => path !== '' && !entry.link)
  .map(([path, entry]) => ({
    name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: entry.version ?? '(none)',
    path,
    licence: entry.license ?? null,
    integrity: entry.integrity ?? null,
    dev: entry.dev === true,
    optional: entry.optional === true,
    installScript: entry.hasInstallScript === true,
  }));

console.log(
  `${lock.name ?? 'The project'} locks ${packages.length} packages (lockfile version ${lock.lockfileVersion})`,
);
for (const [what, test] of [
  ['for development only', (entry) => entry.dev],
  ['optional', (entry) => entry.optional],
  ['installed below another package', (entry) => entry.path.includes('/node_modules/')],
]) {
  console.log(`  ${packages.filter(test).length} ${what}`);
}
writeFileSync('packages.json', JSON.stringify(packages, null, 2));
