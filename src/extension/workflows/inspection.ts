/** What the inspector shows, from the workflow that is drawn. */
import type { LoadedWorkflow } from '../../model/workflow/load';
import { keyOfReference } from '../../model/workflow/paths';
import type { Workflow, WorkflowNode } from '../../model/workflow/workflow';
import type { WorkflowSettings } from '../../protocol/editor';
import type { NodeInspection } from '../../protocol/nodeInspection';

type Inspected = Pick<LoadedWorkflow, 'source'>;

/** A node with the text that it runs. */
export function inspectionOf(loaded: Inspected, node: WorkflowNode): NodeInspection {
  return {
    id: node.id,
    title: node.label ?? node.id,
    label: node.label ?? null,
    action: node.action,
    code: codeOf(loaded, node),
    inputs: node.inputs,
    outputs: node.outputs,
    needs: node.needs,
    when: node.when,
    timeoutSeconds: node.timeoutSeconds ?? null,
    retries: node.retries,
    machine: node.machine ?? null,
  };
}

/** What a workflow says of itself. */
export function settingsOf({ name, description, project, fleet, inputs, outputs }: Workflow): WorkflowSettings {
  return {
    name: name ?? null,
    description: description ?? null,
    project: project ?? null,
    // The default, written out or not, is the same to everybody.
    fleet: fleet === 'local' ? null : fleet,
    inputs,
    outputs,
  };
}

/** The file a node is made of; null when it stands in the workflow file itself. */
export function fileOf({ source }: Inspected, { action }: WorkflowNode): string | null {
  switch (action.kind) {
    case 'run':
      return null;
    case 'script':
      return keyOfReference(source.entry, action.script);
    case 'module':
      return keyOfReference(source.entry, action.uses);
  }
}

function codeOf(loaded: Inspected, node: WorkflowNode): string | null {
  switch (node.action.kind) {
    case 'run':
      return node.action.run;
    case 'script':
      return loaded.source.files[fileOf(loaded, node) ?? ''] ?? null;
    case 'module':
      return null;
  }
}
