/** What is built into which part: heavy work stays off the threads that people wait for. */
import { build } from 'esbuild';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** Reads YAML, or works through a whole workflow text: a second of work for 5,000 nodes. */
const readers = /node_modules\/yaml\/|src\/model\/workflow\/(parse|readYaml|readWorkflow|load|yamlTree)\.ts/;
const layoutEngines = /node_modules\/@dagrejs\//;
/** Compiles its checks with `new Function`, which a content security policy refuses. */
const evalValidators = /node_modules\/ajv\/|node_modules\/zod\/v4\/classic\//;

/** The files that are built into the bundle of an entry, those loaded later included. */
async function filesIn(entry: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: entry.startsWith('src/webview') ? 'browser' : 'node',
    splitting: true,
    outdir: 'out',
    jsx: 'automatic',
    external: ['vscode'],
    loader: { '.ttf': 'file' },
    define: { RUNLENS_VERSION: '"0.0.0"' },
  });
  const outputs = Object.values(metafile.outputs);
  return outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
}

describe('what is built into', () => {
  it('the extension host cannot parse a workflow there: it has no parser', async () => {
    const files = await filesIn('src/extension/extension.ts');
    expect(files).toContain('src/extension/workflowEditor/workflowEditors.ts');
    expect(files.filter((file) => readers.test(file) || layoutEngines.test(file))).toEqual([]);
  });

  it('the extension itself knows no cron: what does is read when a schedule is first looked at', async () => {
    const cron = /node_modules\/croner\//;
    expect((await filesIn('src/extension/extension.ts')).filter((file) => cron.test(file))).toEqual([]);
    expect((await filesIn('src/extension/schedules/timings.ts')).some((file) => cron.test(file))).toBe(true);
  });

  it('the worker thread is what parses', async () => {
    const files = await filesIn('src/extension/workflows/parserWorker.ts');
    expect(files.some((file) => readers.test(file))).toBe(true);
    expect(files.some((file) => layoutEngines.test(file))).toBe(true);
  });

  it.each([
    ['the workflow editor', 'editor/main.tsx', 'editor/canvas/Canvas.tsx'],
    ['the run details', 'runDetails/main.tsx', 'runDetails/RunPage.tsx'],
    ['the run list', 'runList/main.tsx', 'runList/grid/RunGrid.tsx'],
    ['the form before a run', 'runForm/main.tsx', 'runForm/InputField.tsx'],
  ])('%s has no YAML parser, no layout engine, and no validator that compiles code', async (_page, entry, part) => {
    const files = await filesIn(`src/webview/${entry}`);
    expect(files).toContain(`src/webview/${part}`);
    const heavy = [readers, layoutEngines, evalValidators];
    expect(files.filter((file) => heavy.some((one) => one.test(file)))).toEqual([]);
  });
});
