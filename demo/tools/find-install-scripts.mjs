// Lists the packages ($packages) that run code of their own when they are installed and writes install-scripts.md.
import { readFileSync, writeFileSync } from 'node:fs';

const packages = JSON.parse(readFileSync(process.env.packages, 'utf8'));
const found = packages.filter((entry) => entry.installScript).map(({ name, version }) => `${name} ${version}`);

for (const entry of found) console.log(`runs code at install: ${entry}`);
console.log(`${found.length} of ${packages.length} packages have install scripts`);
writeFileSync(
  'install-scripts.md',
  ['## Install scripts', '', ...(found.length === 0 ? ['None.'] : found.map((entry) => `- ${entry}`)), ''].join('\n'),
);
