import { expect, it } from 'vitest';
import { fileNameFor } from '../../../src/extension/commands/fileName';
import { machineAddresses } from '../../../src/extension/commands/machineAddresses';

it('Export IPs names each address once, and the machines without one', () => {
  const used = [
    { name: 'a', ip: '10.0.0.1' },
    { name: 'b', ip: null },
    { name: 'a', ip: '10.0.0.2' },
    { name: 'c', ip: '10.0.0.1' },
    { name: 'b', ip: null },
    // Known from another attempt.
    { name: 'a', ip: null },
  ];
  expect(machineAddresses(used)).toEqual({ addresses: ['10.0.0.1', '10.0.0.2'], unknown: ['b'] });
});

it('a file named after a run has a name that every platform takes', () => {
  expect(fileNameFor('Nightly audit #12')).toBe('Nightly-audit-12');
  expect(fileNameFor('../../etc/passwd')).toBe('etc-passwd');
  expect(fileNameFor('con')).toBe('run-con');
  expect(fileNameFor('…')).toBe('run');
  expect(fileNameFor('x'.repeat(10_000))).toHaveLength(60);
  expect(fileNameFor('ריצה 1')).toBe('ריצה-1');
});
