/** The values of a workflow's inputs for one run. */
import { dirname, isAbsolute, resolve } from 'node:path';
import type { RunInput } from '../../model/run/run';
import { fitsType } from '../../model/workflow/inputValues';
import type { WorkflowInput } from '../../model/workflow/workflow';
import { refusal } from './refusal';

/**
 * What was given, else the default; an input with neither is left out. Paths come out absolute.
 * @throws a refusal for an unknown input, or a value that is not of its type
 */
export function runInputs(
  declared: readonly WorkflowInput[],
  given: Readonly<Record<string, string>>,
  workflowPath: string,
): RunInput[] {
  const names = declared.map((input) => input.name);
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    const known = names.length === 0 ? 'It has none.' : `It has: ${names.join(', ')}.`;
    throw refusal('invalidParams', `The workflow has no input ${name}. ${known}`);
  }
  return declared.flatMap((input) => {
    const { name, type } = input;
    const isPath = type === 'file' || type === 'folder';
    const own = Object.hasOwn(given, name) ? given[name] : undefined;
    if (own === undefined) {
      if (input.default === undefined) return [];
      return [{ name, type, value: isPath ? resolve(dirname(workflowPath), input.default) : input.default }];
    }
    if (!fitsType(type, own)) {
      throw refusal('invalidParams', `The input ${name} must be a ${type}, and "${own}" is none.`);
    }
    if (isPath && !isAbsolute(own)) {
      throw refusal('invalidParams', `The path of the input ${name}, "${own}", must be absolute.`);
    }
    return [{ name, type, value: own }];
  });
}
