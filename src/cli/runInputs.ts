/** `--input name=value`, checked against the inputs that the workflow has. */
import { fitsType } from '../model/workflow/inputValues';
import type { InputType, Workflow } from '../model/workflow/workflow';
import { CommandFailure } from './commandFailure';
import { realPathOf } from './workflowFile';

/**
 * The values for a run, by input; paths are absolute, taken from the current folder.
 * @param assignments as written on the command line; the last one for a name counts.
 * @throws CommandFailure with a sentence that names the input.
 */
export async function readRunInputs(
  workflow: Workflow,
  assignments: readonly string[],
): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const assignment of assignments) {
    const equals = assignment.indexOf('=');
    if (equals < 1) throw new CommandFailure(`--input ${assignment} has no value: write --input name=value.`);
    const name = assignment.slice(0, equals);
    const input = workflow.inputs.find((candidate) => candidate.name === name);
    if (!input) throw new CommandFailure(unknownInput(workflow, name));
    values[name] = await readValue(name, input.type, assignment.slice(equals + 1));
  }
  return values;
}

async function readValue(name: string, type: InputType, value: string): Promise<string> {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'number':
      if (fitsType(type, value)) return value;
      throw new CommandFailure(`The input ${name} is a ${type}, and "${value}" is none${examples[type]}.`);
    case 'file':
    case 'folder':
      return realPathOf(value, type).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new CommandFailure(`The input ${name} is a ${type}. ${reason}`);
      });
  }
}

const examples = { string: '', number: ': write it like 3 or 2.5', boolean: ': write true or false' };

function unknownInput(workflow: Workflow, name: string): string {
  const names = workflow.inputs.map((input) => input.name).join(', ');
  return names === ''
    ? `The workflow has no input ${name}: it has no inputs at all.`
    : `The workflow has no input ${name}: it has ${names}.`;
}
