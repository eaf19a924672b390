import { expect, test } from 'vitest';
import { loadWorkflow, readFrom } from '../../../src/model/workflow/load';

const auditText = `# yaml-language-server: $schema=x
name: Dependency audit
description: What it is for
project: supply-chain
fleet: local
inputs:
  lockfile: { type: file, default: package-lock.json }
nodes:
  packages:
    label: List packages
    script: tools/list.mjs
    shell: node
    inputs:
      lockfile: { from: inputs.lockfile }
      depth: 2
    outputs:
      list: packages.txt
    timeout: 10m
    retries: 1
    machine: small
  scan:
    uses: ./scan.module.yaml
    inputs: { list: { from: packages.list } }
  report:
    needs: [packages]
    when: always
    inputs: { found: { from: scan.report } }
    run: wc -l < "$found" > report.md
    outputs: { report: report.md }
layout:
  packages: [0, 0]
`;
const scanText = `inputs:
  list: { type: file }
nodes:
  count:
    inputs: { list: { from: inputs.list } }
    run: wc -l < "$list" > report.txt
    outputs: { report: report.txt }
outputs:
  report: { from: count.report }
`;
const files = {
  'flows/audit.workflow.yaml': auditText,
  'flows/scan.module.yaml': scanText,
  'flows/tools/list.mjs': 'console.log(1)\n',
};

test('the whole example of the format loads without a problem and has a version', async () => {
  const loaded = await loadWorkflow('flows/audit.workflow.yaml', readFrom(files));
  expect(loaded.problems).toEqual([]);
  expect(loaded.versionId).toMatch(/^[0-9a-f]{64}$/);
  expect(loaded.readOnly).toBeNull();
  expect(Object.keys(loaded.source.files).sort()).toEqual(Object.keys(files).sort());
  expect(Object.keys(loaded.modules)).toEqual(['flows/scan.module.yaml']);
  expect(loaded.workflow).toMatchObject({
    kind: 'workflow',
    name: 'Dependency audit',
    nodes: [{ id: 'packages', timeoutSeconds: 600, retries: 1, machine: 'small' }, { id: 'scan' }, { id: 'report' }],
    layout: { packages: { x: 0, y: 0 } },
  });
});
