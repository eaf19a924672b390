import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** A small tree in which every arrow is right: the ground that wrong imports are planted in. */
const sound: Record<string, string> = {
  'model/run/status.ts': `export type RunStatus = 'Running';\nexport const active: RunStatus = 'Running';`,
  'model/files.ts': `import { sep } from 'node:path';\nexport const separator = sep;`,
  'protocol/engine.ts': `import type { RunStatus } from '../model/run/status';\nexport type Answer = RunStatus;`,
  'engine/main.ts': `import { read } from './store/store';\nexport const first = read();`,
  'engine/store/store.ts': `import { readFileSync } from 'node:fs';\nexport const read = () => readFileSync('x');`,
  'engine/client/client.ts': `import type { Answer } from '../../protocol/engine';\nexport const ask = (): Answer => 'Running';`,
  'cli/main.ts': `import { ask } from '../engine/client/client';\nexport const asked = ask();`,
  'extension/extension.ts': `import * as vscode from 'vscode';\nimport { ask } from '../engine/client/client';\nexport const activate = () => [vscode.version, ask()];`,
  'webview/ui/Button.tsx': `import { vsCodeButton } from '@vscode/webview-ui-toolkit';\nexport const button = vsCodeButton;`,
  'webview/editor/main.tsx': `import type { Answer } from '../../protocol/engine';\nimport { button } from '../ui/Button';\nexport const shown: [Answer, unknown] = ['Running', button];`,
};

/** A wrong import in each file, and the rule that has to name it. */
const planted: readonly (readonly [file: string, rule: string, text: string])[] = [
  ['model/value.ts', 'model-alone', `import { first } from '../engine/main';\nexport const p = first;`],
  ['model/type.ts', 'model-alone', `import type { Answer } from '../protocol/engine';\nexport type P = Answer;`],
  [
    'protocol/type.ts',
    'protocol-model',
    `import type { read } from '../engine/store/store';\nexport type P = typeof read;`,
  ],
  [
    'webview/editor/type.ts',
    'webview-model-protocol',
    `import type { ask } from '../../engine/client/client';\nexport type P = typeof ask;`,
  ],
  ['webview/editor/reexport.ts', 'webview-model-protocol', `export { activate } from '../../extension/extension';`],
  ['engine/value.ts', 'engine-model-protocol', `import { asked } from '../cli/main';\nexport const p = asked;`],
  ['engine/dynamic.ts', 'engine-model-protocol', `export const p = import('../webview/ui/Button');`],
  ['extension/value.ts', 'engine-by-client', `import { read } from '../engine/store/store';\nexport const p = read;`],
  [
    'cli/type.ts',
    'engine-by-client',
    `import type { read } from '../engine/store/store';\nexport type P = typeof read;`,
  ],
  [
    'extension/page.ts',
    'extension-apart',
    `import type { shown } from '../webview/editor/main';\nexport type P = typeof shown;`,
  ],
  [
    'cli/extension.ts',
    'cli-apart',
    `import type { activate } from '../extension/extension';\nexport type P = typeof activate;`,
  ],
  ['engine/vscode.ts', 'vscode-in-extension', `import * as vscode from 'vscode';\nexport const p = vscode.version;`],
  ['model/vscode.ts', 'vscode-in-extension', `import type { Uri } from 'vscode';\nexport type P = Uri;`],
  [
    'webview/editor/tag.ts',
    'toolkit-in-ui',
    `import { vsCodeTag } from '@vscode/webview-ui-toolkit';\nexport const p = vsCodeTag;`,
  ],
  [
    'webview/editor/tagType.ts',
    'toolkit-in-ui',
    `import type { Button } from '@vscode/webview-ui-toolkit';\nexport type P = Button;`,
  ],
  ['webview/editor/node.ts', 'no-node-in-webview', `import { join } from 'node:path';\nexport const p = join;`],
  [
    'webview/editor/far.ts',
    'no-node-in-webview',
    `import { separator } from '../../model/files';\nexport const p = separator;`,
  ],
  ['engine/one.ts', 'no-circle', `import { two } from './two';\nexport const one: number = two;`],
  ['engine/lost.ts', 'resolvable', `import { gone } from './no-such-file';\nexport const p = gone;`],
];

const checkouts: string[] = [];

/** Runs the check on a tree of its own, with the real packages, compiler options and rules. */
function checkArrows(files: Iterable<readonly [file: string, text: string]>): { code: number | null; output: string } {
  const checkout = mkdtempSync(path.join(tmpdir(), 'runlens-arrows-'));
  checkouts.push(checkout);
  for (const file of ['tsconfig.json', 'tsconfig.base.json', 'package.json']) {
    cpSync(path.join(root, file), path.join(checkout, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'));
  for (const [file, text] of files) {
    const target = path.join(checkout, 'src', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, `${text}\n`);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts/arrows.mjs')], {
    cwd: checkout,
    encoding: 'utf8',
  });
  return { code: status, output: stdout + stderr };
}

afterAll(() => {
  for (const checkout of checkouts) rmSync(checkout, { recursive: true, force: true });
});

describe('the arrow check', () => {
  let reported: string;
  beforeAll(() => {
    const files = planted.map(([file, , text]) => [file, text] as const);
    const restOfCircle = [
      'engine/two.ts',
      `import type { one } from './one';\nexport const two: typeof one = 1;`,
    ] as const;
    const { code, output } = checkArrows([...Object.entries(sound), ...files, restOfCircle]);
    expect(code).toBe(1);
    reported = output;
  });

  it.each(planted)('reports the wrong import planted in %s as %s', (file, rule) => {
    expect(reported.split('\n').filter((line) => line.startsWith(`${rule}: src/${file} `))).not.toEqual([]);
  });

  it('passes a sound tree, having seen its modules and imports', () => {
    const { code, output } = checkArrows(Object.entries(sound));
    expect(output).toMatch(/^1\d modules, 1\d imports, 0 wrong$/m);
    expect(code).toBe(0);
  });

  it('fails when it sees no import at all', () => {
    const { code, output } = checkArrows([['model/alone.ts', 'export const alone = 1;']]);
    expect(output).toContain('No import was seen');
    expect(code).toBe(1);
  });
});
