import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommandLine, nodeStatuses, type RunJson } from './commandLine';

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
}

const demo = resolve('demo');
const lock = JSON.parse(readFileSync(join(demo, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? path;

let commandLine: CommandLine;
beforeAll(() => {
  commandLine = new CommandLine();
});
afterAll(() => commandLine.dispose());

/** Text of an output of a run. */
function output(run: RunJson, nodeId: string, name: string): string {
  const found = run.nodes.find(({ id }) => id === nodeId)?.outputs.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`${nodeId} has no output ${name}: ${JSON.stringify(run.nodes)}`);
  return readFileSync(found.path, 'utf8');
}

test('the lock file of the demo is the one of the project', () => {
  const isEqual = readFileSync('package-lock.json', 'utf8') === readFileSync(join(demo, 'package-lock.json'), 'utf8');
  expect(isEqual, 'package-lock.json has changed: copy it to demo/ again').toBe(true);
});

test.each([
  'dependency-audit.workflow.yaml',
  'release-check.workflow.yaml',
  'weekly-review.workflow.yaml',
  'modules/inventory.module.yaml',
  'modules/safety-checks.module.yaml',
])('%s checks clean', async (file) => {
  expect(await commandLine.json('check', join(demo, file))).toEqual([]);
});

describe('Dependency audit', () => {
  let run: RunJson;
  let report: string;
  beforeAll(async () => {
    run = await commandLine.json('run', join(demo, 'dependency-audit.workflow.yaml'), '--input', 'largest=3');
    report = output(run, 'report', 'report');
  });

  test('is Completed, with more than six nodes', () => {
    expect(run.nodes.map(({ message }) => message).filter(Boolean)).toEqual([]);
    expect(run.status).toBe('Completed');
    expect(run.nodes.length).toBeGreaterThan(6);
  });

  test('counts what is in the lock file', () => {
    const names = new Set(packages.map(([path]) => nameOf(path)));
    expect(report).toContain(`${packages.length} packages with ${names.size} different names`);
    const mit = packages.filter(([, { license }]) => license === 'MIT').length;
    expect(report).toContain(`| MIT | ${mit} |`);
  });

  test('names each package that is locked in two versions', () => {
    const versions = new Map<string, Set<string>>();
    for (const [path, { version }] of packages) {
      versions.set(nameOf(path), (versions.get(nameOf(path)) ?? new Set()).add(version));
    }
    const duplicates = [...versions].filter(([, found]) => found.size > 1).map(([name]) => name);
    const named = [...report.matchAll(/^- \*\*(.*)\*\*$/gm)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(duplicates));
  });

  test('measures the packages that are installed, the largest ones as many as asked for', () => {
    expect(report).toMatch(/\d+ packages take \d+\.\d MB/);
    expect(report.match(/\d MB \|$/gm)).toHaveLength(3);
  });

  test('prints its headline into a log', async () => {
    expect((await commandLine.run('logs', run.id, 'headline')).stdout).toContain('# Dependency audit');
  });
});

test('Dependency audit also runs where nothing is installed, and says so', async () => {
  const copy = join(commandLine.folder, 'demo');
  cpSync(demo, copy, { recursive: true });
  const run = await commandLine.json<RunJson>('run', join(copy, 'dependency-audit.workflow.yaml'));
  expect(run.status).toBe('Completed');
  expect(output(run, 'report', 'report')).toContain('Not measured');
});

describe('Release check', () => {
  let run: RunJson;
  beforeAll(async () => {
    run = await commandLine.json('run', join(demo, 'release-check.workflow.yaml'));
  });

  test('is a Partial Success: one check fails, the approval is skipped, the notices are written', () => {
    expect(run.status).toBe('Partial Success');
    expect(nodeStatuses(run)).toMatchObject({ 'licence-policy': 'failed', approve: 'skipped', notices: 'succeeded' });
    expect(output(run, 'notices', 'notices').match(/^## /gm)?.length).toBeGreaterThanOrEqual(packages.length);
  });

  test('fails for the packages whose licence the policy does not know, and says which', () => {
    const custom = packages.filter(([, { license }]) => license?.startsWith('SEE LICENSE'));
    expect(custom.length).toBeGreaterThan(0);
    const failed = run.nodes.find(({ id }) => id === 'licence-policy');
    expect(failed).toMatchObject({ exitCode: 1, message: expect.stringContaining('the policy does not allow') });
    expect(output(run, 'report', 'report')).toContain(`failed: ${custom.length} of ${packages.length} packages`);
  });

  test('still writes its report', () => {
    expect(nodeStatuses(run)['report']).toBe('succeeded');
    expect(output(run, 'report', 'report')).toContain('**Not approved**: 2 of 3 checks passed.');
  });

  test('is Completed once the policy knows the licence, as its README says', async () => {
    const policy = JSON.parse(readFileSync(join(demo, 'release-policy.json'), 'utf8')) as { licences: string[] };
    const lenient = { ...policy, licences: [...policy.licences, 'SEE LICENSE IN LICENSE.txt'] };
    const file = commandLine.write('lenient.json', JSON.stringify(lenient));
    const workflow = join(demo, 'release-check.workflow.yaml');
    const approved = await commandLine.json<RunJson>('run', workflow, '--input', `policy=${file}`);
    expect(approved.status).toBe('Completed');
    expect(output(approved, 'report', 'report')).toContain('Approved.');
  });
});

test('Weekly review is Completed, part by part, and each of its parts runs by itself too', async () => {
  const run = await commandLine.json<RunJson>('run', join(demo, 'weekly-review.workflow.yaml'));
  expect(run.status).toBe('Completed');
  expect(nodeStatuses(run)).toMatchObject({ 'inventory/licences': 'succeeded', 'checks/integrity': 'succeeded' });
  expect(output(run, 'review', 'review')).toContain(`passed: ${packages.length} packages`);

  const lockfile = `lockfile=${join(demo, 'package-lock.json')}`;
  const alone = await commandLine.run('run', join(demo, 'modules', 'inventory.module.yaml'), '--input', lockfile);
  expect(alone).toMatchObject({ code: 0, stderr: '' });
  expect(alone.stdout).toMatch(/Succeeded +licences/);
});
