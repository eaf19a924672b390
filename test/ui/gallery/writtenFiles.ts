/** The file of the gallery's state `written`, as a person has it on disk. */
import type { WorkflowSource } from '../../../src/model/workflow/workflow';

const entry = 'audit.workflow.yaml';
const text = `# Reviewed every quarter.
name: Dependency audit
project: supply-chain

inputs:
  lockfile: { type: file, default: package-lock.json }
  largest: { type: number, default: 10 }

nodes:
  packages:
    label: List packages
    script: tools/list-packages.mjs
    shell: node
    inputs:
      lockfile: { from: inputs.lockfile }
      depth: 2 # as deep as the report goes
      ignore: { file: data/ignored-packages.txt }
    outputs:
      list: packages.txt
    timeout: 10m
    retries: 1

  sizes:
    label: Measure what each package takes on disk
    shell: bash
    inputs: { list: { from: packages.list } }
    run: |
      # of packages, the largest first
      xargs -a "$list" du -sk | sort -rn > sizes.txt
      head -n 20 sizes.txt
    outputs: { table: sizes.txt }

  report:
    needs: [packages]
    when: always
    inputs: { sizes: { from: sizes.table } }
    run: cat "$sizes"
    machine: small
`;
const script = `import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(process.env.lockfile, 'utf8'));
writeFileSync('packages.txt', Object.keys(lock.packages).filter(Boolean).join('\\n'));
`;

export const writtenFiles: WorkflowSource = { entry, files: { [entry]: text, 'tools/list-packages.mjs': script } };
