import { describe, expect, it } from 'vitest';
import { coalesced } from '../../../src/extension/runTree/coalesced';

describe('a coalesced question', () => {
  it('is asked once more, however often it was wished for while it was on its way', async () => {
    let asked = 0;
    const answer: (() => void)[] = [];
    const ask = coalesced(() => {
      asked += 1;
      return new Promise((resolve) => answer.push(resolve));
    });
    const all = [ask(), ask(), ask(), ask()];
    expect(asked).toBe(1);
    answer.shift()?.();
    while (answer.length === 0) await Promise.resolve();
    answer.shift()?.();
    await Promise.all(all);
    expect(asked).toBe(2);
  });

  it('can be asked again after it failed', async () => {
    let asked = 0;
    const ask = coalesced(() => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('no line')) : Promise.resolve();
    });
    await expect(ask()).rejects.toThrow('no line');
    await ask();
    expect(asked).toBe(2);
  });
});
