/** Mends of names that cannot be used. */
import { freeId, freeName } from '../edit/freeId';
import type { WorkflowEdit } from '../edit/workflowEdit';
import type { Spot } from '../spotAt';
import type { Workflow } from '../workflow';
import { named, type Mend } from './mend';

/** The same name in letters that can be used, everywhere in the file. */
export function nameMend({ path, on }: Spot, workflow: Workflow): Mend | null {
  const edit = on === 'key' ? renaming(path, workflow) : null;
  return edit === null ? null : { kind: 'edit', title: `Rename to ${named(edit.to)}`, edit };
}

function renaming(path: readonly string[], workflow: Workflow): (WorkflowEdit & { readonly to: string }) | null {
  const [section, one, part, name] = path;
  if (one === undefined) return null;
  if (path.length === 2) return sectionRenaming(section, one, workflow);
  const node = section === 'nodes' ? workflow.nodes.find(({ id }) => id === one) : undefined;
  if (node === undefined || name === undefined || path.length !== 4) return null;
  if (part === 'inputs') return { kind: 'renameNodeInput', nodeId: one, name, to: free(name, node.inputs) };
  if (part === 'outputs') return { kind: 'renameNodeOutput', nodeId: one, name, to: free(name, node.outputs) };
  return null;
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
  return freeName(name, new Set(known.map((one) => one.name)));
}
