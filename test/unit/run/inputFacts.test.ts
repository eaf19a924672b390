/** The files behind the inputs of a run, as its nodes read them. */
import { describe, expect, it } from 'vitest';
import { inputFacts, otherFiles } from '../../../src/model/run/inputFacts';
import type { NodeRunInputFile, RunInput } from '../../../src/model/run/run';
import { someNodeRun } from './someRun';

function file(path: string, sha256: string): NodeRunInputFile {
  return { name: 'given', path, kind: 'file', size: 7, sha256 };
}
const lockfile: RunInput = { name: 'lockfile', type: 'file', value: '/w/lock.json' };
const depth: RunInput = { name: 'depth', type: 'string', value: '/w/lock.json' };

describe('the input files of a run', () => {
  it('stand with the input they are the value of, once, however many nodes read them', () => {
    const nodes = ['a', 'b'].map((id) => someNodeRun({ id, inputFiles: [file('/w/lock.json', 'aa')] }));
    const [facts] = inputFacts([lockfile], nodes);
    expect(facts?.files).toEqual([{ path: '/w/lock.json', kind: 'file', size: 7, sha256: 'aa' }]);
  });

  it('stand there as often as the file changed while the run went on', () => {
    const nodes = ['aa', 'bb'].map((hash) => someNodeRun({ id: hash, inputFiles: [file('/w/lock.json', hash)] }));
    expect(inputFacts([lockfile], nodes)[0]?.files.map(({ sha256 }) => sha256)).toEqual(['aa', 'bb']);
  });

  it('are none before a node read it, and none of a text that looks like a path', () => {
    expect(inputFacts([lockfile], [])).toEqual([{ ...lockfile, files: [] }]);
    const nodes = [someNodeRun({ inputFiles: [file('/w/lock.json', 'aa')] })];
    expect(inputFacts([depth], nodes)[0]?.files).toEqual([]);
  });

  it('are the others too, by path, but not what other nodes of the run made', () => {
    const nodes = [
      someNodeRun({ id: 'a', outputs: [{ name: 'list', path: '/runs/a/list.txt', kind: 'file', size: 1 }] }),
      someNodeRun({
        id: 'b',
        inputFiles: [file('/w/z.json', 'zz'), file('/runs/a/list.txt', 'll'), file('/w/lock.json', 'aa')],
      }),
      someNodeRun({ id: 'c', inputFiles: [file('/w/b.json', 'bb'), file('/w/z.json', 'zz')] }),
    ];
    expect(otherFiles([lockfile], nodes).map(({ path }) => path)).toEqual(['/w/b.json', '/w/z.json']);
  });
});
