// Adds up what each package ($packages) takes on disk and writes sizes.md with the $largest of them.
// The packages are looked for beside the lock file ($lockfile), then in the folders above, as Node does.
import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const packages = JSON.parse(readFileSync(process.env.packages, 'utf8'));
const root = installedAt(dirname(process.env.lockfile));
if (root === undefined) {
  console.log('No node_modules beside the lock file or above it: nothing is installed, so nothing is measured.');
  writeFileSync('sizes.md', '## Sizes on disk\n\nNot measured: the packages are not installed.\n');
} else {
  measure(root);
}

function installedAt(folder) {
  if (existsSync(join(folder, 'node_modules'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : installedAt(parent);
}

function measure(root) {
  console.log(`measuring ${join(root, 'node_modules')}`);
  const sizes = [];
  let absent = 0;
  let bytes = 0;
  for (const [index, { name, version, path }] of packages.entries()) {
    const folder = join(root, path);
    if (existsSync(folder)) {
      const size = sizeOf(folder);
      bytes += size;
      sizes.push({ name, version, size });
    } else {
      absent += 1;
    }
    if ((index + 1) % 40 === 0) console.log(`${index + 1} of ${packages.length} packages, ${megabytes(bytes)}`);
  }
  sizes.sort((a, b) => b.size - a.size);
  const largest = sizes.slice(0, Number(process.env.largest));
  console.log(`${sizes.length} packages take ${megabytes(bytes)}; ${absent} are not installed on this platform`);
  writeFileSync(
    'sizes.md',
    [
      '## Sizes on disk',
      '',
      `${sizes.length} packages take ${megabytes(bytes)}; ${absent} are not installed on this platform.`,
      '',
      '| package | version | size |',
      '| --- | --- | ---: |',
      ...largest.map(({ name, version, size }) => `| ${name} | ${version} | ${megabytes(size)} |`),
      '',
    ].join('\n'),
  );
}

/** Bytes of the files in a folder, without the packages nested in it: those have an entry of their own. */
function sizeOf(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? sizeOf(path) : lstatSync(path).size;
  }
  return bytes;
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
