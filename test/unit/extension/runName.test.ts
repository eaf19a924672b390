import { describe, expect, it } from 'vitest';
import { nameProblem } from '../../../src/extension/commands/runName';

describe('the name of a run', () => {
  it('may have 1 to 200 characters, blanks around it not counted', () => {
    expect(nameProblem('a')).toBeNull();
    expect(nameProblem(` ${'a'.repeat(200)} `)).toBeNull();
    expect(nameProblem('  ')).toBe('empty');
    expect(nameProblem('a'.repeat(201))).toBe('tooLong');
  });
});
