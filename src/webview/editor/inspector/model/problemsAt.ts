/** Which problems belong to which field. */
import type { PlacedProblem } from '../../../../model/workflow/mends/placedProblems';
import type { NodeInspection } from '../../../../protocol/nodeInspection';

/** The problems at a path of the file and below it. */
export function problemsAt(problems: readonly PlacedProblem[], path: readonly string[]): PlacedProblem[] {
  return problems.filter((placed) => path.every((part, index) => placed.path[index] === part));
}

const fields = new Set(['label', 'run', 'script', 'uses', 'needs', 'when', 'timeout', 'retries', 'machine']);

/** The problems of a node that no field of it shows. */
export function problemsOfNode(problems: readonly PlacedProblem[], inspection: NodeInspection): PlacedProblem[] {
  return problemsAt(problems, ['nodes', inspection.id]).filter(({ path: [, , part, name] }) => {
    switch (part) {
      case undefined:
        return true;
      case 'inputs':
        return !inspection.inputs.some((input) => input.name === name);
      case 'outputs':
        return !inspection.outputs.some((output) => output.name === name) || inspection.action.kind === 'module';
      case 'shell':
        return inspection.action.kind === 'module';
      default:
        return !fields.has(part);
    }
  });
}
