import { describe, expect, it } from 'vitest';
import { nameProblem } from '../../../src/extension/commands/runName';

describe('the name of a run', () => {
  it('may have 1 to 200 characters, blanks around it not counted', () => {
    expect(nameProblem('a')).toBeUndefined();
    expect(nameProblem(` ${'a'.repeat(200)} `)).toBeUndefined();
    expect(nameProblem('  ')).toMatch(/Give the run a name/);
    expect(nameProblem('a'.repeat(201))).toMatch(/at most 200 characters; this one has 201/);
  });
});
