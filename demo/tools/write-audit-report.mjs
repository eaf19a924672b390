// Puts the sections of the audit together into dependency-audit.md.
import { readFileSync, writeFileSync } from 'node:fs';

const { packages, fingerprint, licences, duplicates, install_scripts, sizes } = process.env;
const list = JSON.parse(readFileSync(packages, 'utf8'));
const names = new Set(list.map(({ name }) => name));
const development = list.filter(({ dev }) => dev).length;

const report = [
  '# Dependency audit',
  '',
  `${list.length} packages with ${names.size} different names; ${development} are for development only.`,
  `Lock file: ${readFileSync(fingerprint, 'utf8').trim()}.`,
  '',
  ...[licences, duplicates, install_scripts, sizes].map((section) => readFileSync(section, 'utf8')),
].join('\n');
writeFileSync('dependency-audit.md', report);
console.log(`wrote dependency-audit.md, ${report.split('\n').length} lines`);
