/** The one place that decides which problem has an obvious mend, and what it is. */
import { checkEdit } from '../edit/checkEdit';
import { emptyWorkflow } from '../edit/editWorkflow';
import { planOf } from '../plan';
import type { Problem } from '../problem';
import { spotAt, type Spot } from '../spotAt';
import type { Workflow } from '../workflow';
import { inputTypeMend, choiceMend, missingTypeMend } from './choiceMends';
import { notOfModuleMend, unknownKeyMend } from './keyMends';
import { isEditable, type Mend, type MendedFile } from './mend';
import { nameMend } from './nameMends';
import { duplicateNeedMend, selfNeedMend, unknownNeedMend } from './needMends';
import { unknownPlaceMend } from './placeMends';
import { wireMends } from './wireMends';

/**
 * The mends of a problem, the most likely one first; none where nothing is obvious. Each takes the problem away and brings
 * no other one, as far as the file and the modules around it tell.
 */
export function mendsOf(problem: Problem, file: MendedFile): readonly Mend[] {
  const { tree } = file.reading;
  if (tree === null) return [];
  if (problem.code === 'cycle') return showCycle(problem, file.parsed.workflow);
  const spot = spotAt(tree, offsetOf(problem, file));
  if (spot === null) return [];
  const workflow = file.parsed.workflow ?? emptyWorkflow(file.parsed.file);
  return mendsAt(problem, spot, file, workflow).filter((mend) => isPossible(mend, file, workflow));
}

function mendsAt(problem: Problem, spot: Spot, file: MendedFile, workflow: Workflow): readonly Mend[] {
  const [section, , part] = spot.path;
  switch (problem.code) {
    case 'unknown-node':
      if (section === 'layout') return some(unknownPlaceMend(spot, file, workflow));
      return part === 'needs' ? some(unknownNeedMend(spot, file, workflow)) : wireMends(problem, spot, file, workflow);
    case 'unknown-output':
    case 'unknown-input':
    case 'bad-wire':
      return wireMends(problem, spot, file, workflow);
    case 'duplicate-need':
      return some(duplicateNeedMend(spot, workflow));
    case 'self-need':
      return some(selfNeedMend(spot));
    case 'unknown-key':
      return some(unknownKeyMend(spot, file, workflow));
    case 'wrong-type':
      return some(section === 'inputs' ? inputTypeMend(spot, workflow) : choiceMend(spot));
    case 'missing-key':
      return some(missingTypeMend(spot, workflow));
    case 'not-of-module':
      return some(notOfModuleMend(spot, file));
    case 'invalid-name':
      return some(nameMend(spot, file, workflow));
    default:
      return [];
  }
}

function some(mend: Mend | null): readonly Mend[] {
  return mend === null ? [] : [mend];
}

/** An edit that would be refused is not offered. */
function isPossible(mend: Mend, file: MendedFile, workflow: Workflow): boolean {
  return mend.kind !== 'edit' || (isEditable(file) && checkEdit(workflow, mend.edit, file.around) === null);
}

function showCycle({ nodeId }: Problem, workflow: Workflow | null): readonly Mend[] {
  const nodes = (workflow?.nodes ?? []).map((node) => ({ ...node, needs: node.needs.filter((id) => id !== node.id) }));
  const cycle = planOf({ nodes }).cycles.find(([first]) => first === nodeId);
  return cycle === undefined ? [] : [{ kind: 'show', title: 'Show the cycle', nodeIds: cycle }];
}

function offsetOf({ range }: Problem, { reading }: MendedFile): number {
  return (reading.lines.lineStarts[range.start.line] ?? 0) + range.start.character;
}
