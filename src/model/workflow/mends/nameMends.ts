/** Mends of names that cannot be used. */
import { freeId, freeName } from '../edit/freeId';
import { nearest } from '../nearest';
import type { WorkflowEdit } from '../edit/workflowEdit';
import type { Spot } from '../spotAt';
import type { Workflow } from '../workflow';
import { named, type Mend, type MendedFile } from './mend';

/** The same name in letters that can be used, everywhere in the file. */
export function nameMend({ path, on }: Spot, file: MendedFile, workflow: Workflow): Mend | null {
  const edit = on === 'key' && hasLetters(path.at(-1)) ? renaming(path, file, workflow) : null;
  return edit === null ? null : { kind: 'edit', title: `Rename to ${named(edit.to)}`, edit };
}

/** Of any other name only a name that says nothing could be made. */
function hasLetters(name = ''): boolean {
  return /[a-z]/i.test(name.normalize('NFKD'));
}

function renaming(
  path: readonly string[],
  file: MendedFile,
  workflow: Workflow,
): (WorkflowEdit & { readonly to: string }) | null {
  const [section, one, part, name] = path;
  if (one === undefined) return null;
  if (path.length === 2) return sectionRenaming(section, one, workflow);
  const node = section === 'nodes' ? workflow.nodes.find(({ id }) => id === one) : undefined;
  if (node === undefined || name === undefined || path.length !== 4) return null;
  if (part === 'inputs') {
    const to = inputName(name, node, file);
    return to === null ? null : { kind: 'renameNodeInput', nodeId: one, name, to };
  }
  if (part === 'outputs') return { kind: 'renameNodeOutput', nodeId: one, name, to: free(name, node.outputs) };
  return null;
}

/** A module takes only inputs that it has. */
function inputName(name: string, { action, inputs }: Workflow['nodes'][number], { around }: MendedFile): string | null {
  const module = action.kind === 'module' ? around.moduleOf?.(action.uses) : null;
  const to = free(name, inputs);
  const near = module ? nearest(to, namesOf(module.inputs)) : to;
  return near === null || namesOf(inputs).includes(near) ? null : near;
}

function sectionRenaming(section: string | undefined, name: string, workflow: Workflow) {
  switch (section) {
    case 'nodes': {
      const taken = new Set(workflow.nodes.map(({ id }) => id));
      return { kind: 'renameNode', nodeId: name, to: freeId(name, taken) } as const;
    }
    case 'inputs':
      return { kind: 'renameWorkflowInput', name, to: free(name, workflow.inputs) } as const;
    case 'outputs':
      return { kind: 'renameWorkflowOutput', name, to: free(name, workflow.outputs) } as const;
    default:
      return null;
  }
}

function free(name: string, known: readonly { readonly name: string }[]): string {
  return freeName(name, new Set(namesOf(known)));
}

function namesOf(list: readonly { readonly name: string }[]): string[] {
  return list.map(({ name }) => name);
}
