/** What others take for the same no-ops, without folders, logs or a record of them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../report.mjs';
import { noops } from './layers.mjs';

const rounds = 3;

/** Each with a `measure` that gives seconds, or null when the program is not installed. */
export function peers(folder, atOnce) {
  mkdirSync(folder, { recursive: true });
  const write = (name, text) => {
    writeFileSync(join(folder, name), text);
    return name;
  };
  const measure =
    (program, ...args) =>
    () => {
      if (spawnSync(program, ['--version']).error) return null;
      return median(Array.from({ length: rounds }, () => seconds(program, args, folder)));
    };
  const share = Math.ceil(noops.length / atOnce);
  const loop = `i=0; while [ $i -lt ${share} ]; do sh -c true; i=$((i+1)); done`;
  return [
    { name: 'sh-loop', measure: measure('sh', '-c', `${`( ${loop} ) & `.repeat(atOnce)} wait`) },
    { name: 'make', measure: measure('make', `-j${atOnce}`, '-s', '-f', write('Makefile', makefile())) },
    { name: 'ninja', measure: measure('ninja', `-j${atOnce}`, '--quiet', '-f', write('build.ninja', ninjaFile())) },
    { name: 'parallel', measure: measure('parallel', `-j${atOnce}`, 'true', '::::', write('list', list())) },
    {
      name: 'snakemake',
      measure: measure('snakemake', `-j${atOnce}`, '-q', '--forceall', '-s', write('Snakefile', snakefile())),
    },
  ];
}

function seconds(program, args, cwd) {
  const from = performance.now();
  execFileSync(program, args, { cwd, stdio: 'ignore' });
  return Number(((performance.now() - from) / 1000).toFixed(3));
}

const ids = noops.map(({ id }) => id).join(' ');
const list = () => noops.map(({ id }) => `${id}\n`).join('');

function makefile() {
  const rules = noops.map(({ id, before }) => `${id}: ${before.join(' ')}\n\t@true\n`);
  return `.PHONY: all ${ids}\nall: ${ids}\n${rules.join('')}`;
}

function ninjaFile() {
  const edges = noops.map(({ id, before }) => `build ${id}: noop ${before.join(' ')}\n`);
  return `rule noop\n  command = true\n${edges.join('')}`;
}

function snakefile() {
  const rules = noops.map(({ id, before }) => {
    const input = before.map((name) => `"${name}.done"`).join(', ');
    return `rule ${id.replaceAll('-', '_')}:\n  input: ${input === '' ? '[]' : input}\n  output: touch("${id}.done")\n  shell: "true"\n`;
  });
  return `rule all:\n  input: ${noops.map(({ id }) => `"${id}.done"`).join(', ')}\n${rules.join('')}`;
}
