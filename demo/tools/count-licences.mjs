// Counts the packages ($packages) under each licence and writes licences.md.
import { readFileSync, writeFileSync } from 'node:fs';

const packages = JSON.parse(readFileSync(process.env.packages, 'utf8'));
const byLicence = new Map();
for (const { name, licence } of packages) {
  const key = licence ?? 'not declared';
  byLicence.set(key, [...(byLicence.get(key) ?? []), name]);
}
const rows = [...byLicence].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));

for (const [licence, names] of rows) console.log(`${String(names.length).padStart(5)}  ${licence}`);
writeFileSync(
  'licences.md',
  [
    '## Licences',
    '',
    '| licence | packages | for example |',
    '| --- | ---: | --- |',
    ...rows.map(([licence, names]) => `| ${licence} | ${names.length} | ${names[0]} |`),
    '',
  ].join('\n'),
);
