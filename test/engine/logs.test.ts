import * as fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { afterAll, describe, expect, test } from 'vitest';
import { readLogPiece } from '../../src/engine/logs/readLog';
import { readLog, stopRun } from '../../src/protocol/engine';
import { eachTestHasAVault } from './testVault';

describe('logs of a run', () => {
  const current = eachTestHasAVault();

  test('keep stdout and stderr apart, and are read from either end', async () => {
    const { vault } = current;
    const run = await vault.run(`nodes: { a: { run: 'echo out; echo err >&2; printf end' } }`);
    const client = await vault.connect();
    const address = { runId: run.id, nodeId: 'a', attempt: null };
    expect(await client.send(readLog, { ...address, stream: 'stdout', offset: 0, maxBytes: 100 })).toEqual({
      text: 'out\nend',
      offset: 0,
      nextOffset: 7,
      size: 7,
    });
    expect(await client.send(readLog, { ...address, stream: 'stdout', offset: -3, maxBytes: 100 })).toMatchObject({
      text: 'end',
      offset: 4,
    });
    expect(await client.send(readLog, { ...address, stream: 'stderr', offset: 0, maxBytes: 100 })).toMatchObject({
      text: 'err\n',
    });
    await expect(
      client.send(readLog, { ...address, nodeId: '../../a', stream: 'stdout', offset: 0, maxBytes: 1 }),
    ).rejects.toThrow('has no node ../../a');
  });

  test('are followed from before the node begins to its end, over a retry', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `
nodes:
  first: { run: sleep 0.2 }
  talks: { needs: [first], retries: 1, run: 'for n in 1 2 3; do echo "$RUNLENS_ATTEMPT: $n ä"; sleep 0.15; done; test "$RUNLENS_ATTEMPT" = 2' }
`,
    );
    const chunks: string[] = [];
    const address = { runId: id, nodeId: 'talks', attempt: null, stream: 'stdout' as const };
    await client.followLog(address, 0, (chunk) => chunks.push(chunk.text));
    expect(chunks.join('')).toBe('1: 1 ä\n1: 2 ä\n1: 3 ä\n2: 1 ä\n2: 2 ä\n2: 3 ä\n');
    expect(chunks.length).toBeGreaterThan(3);
  });

  test('are no longer followed once the client says so', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(client, `nodes: { a: { run: 'echo begun; sleep 60' } }`);
    const cancel = new CancellationTokenSource();
    const address = { runId: id, nodeId: 'a', attempt: null, stream: 'stdout' as const };
    await client.followLog(address, 0, () => cancel.cancel(), cancel.token);
    await client.send(stopRun, { runId: id });
    await vault.ended(client, id);
  });
});

describe('pieces of a log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runlens-log-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('of any size, from any byte, put together give its text, no character cut', () => {
    const file = join(folder, 'log');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(80),
        (text, maxBytes, from) => {
          writeFileSync(file, text);
          const bytes = Buffer.from(text);
          const start = Math.min(from, bytes.length);
          let read = '';
          let offset: number | null = null;
          for (let next = start; ;) {
            const piece = readLogPiece(file, { offset: next, maxBytes, state: 'complete' });
            offset ??= piece.offset;
            if (piece.text === '') break;
            read += piece.text;
            next = piece.nextOffset;
          }
          expect(read).toBe(bytes.toString('utf8', offset ?? 0));
          expect(bytes.toString('utf8', 0, offset ?? 0) + read).toBe(text);
        },
      ),
    );
  });

  test('leave a character that is not complete yet for the next one', () => {
    const file = join(folder, 'growing');
    const bytes = Buffer.from('a€');
    writeFileSync(file, bytes.subarray(0, 3));
    expect(readLogPiece(file, { offset: 0, maxBytes: 99, state: 'growing' })).toMatchObject({
      text: 'a',
      nextOffset: 1,
    });
    writeFileSync(file, bytes);
    expect(readLogPiece(file, { offset: 1, maxBytes: 99, state: 'growing' })).toMatchObject({
      text: '€',
      nextOffset: 4,
    });
  });
});
