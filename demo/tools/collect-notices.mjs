// Writes THIRD-PARTY-NOTICES.md: each package ($packages) with its licence, and the licence's text where it is installed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const packages = JSON.parse(readFileSync(process.env.packages, 'utf8'));
const root = installedAt(dirname(process.env.lockfile));

function installedAt(folder) {
  if (existsSync(join(folder, 'node_modules'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : installedAt(parent);
}

function licenceText(path) {
  const folder = root && join(root, path);
  if (!folder || !existsSync(folder)) return undefined;
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name));
  return file && readFileSync(join(folder, file), 'utf8').trim();
}

const parts = ['# Third-party notices', ''];
let texts = 0;
for (const [index, { name, version, licence, path }] of packages.entries()) {
  const text = licenceText(path);
  if (text) texts += 1;
  parts.push(
    `## ${name} ${version}`,
    '',
    licence ?? 'No licence declared',
    '',
    ...(text ? ['```', text, '```', ''] : []),
  );
  if ((index + 1) % 100 === 0) console.log(`${index + 1} of ${packages.length}`);
}
writeFileSync('THIRD-PARTY-NOTICES.md', parts.join('\n'));
console.log(`${packages.length} packages, the licence's text for ${texts} of them`);
