/** The fields of a node: what the document says, what speaks against a text, and the edit that writes it. */
import { checkNewId } from '../../../../model/workflow/edit/checkNames';
import { checkRetries, checkTimeout } from '../../../../model/workflow/edit/checkFields';
import type { NodeField, WorkflowEdit } from '../../../../model/workflow/edit/workflowEdit';
import { machineSizes, shells, whens } from '../../../../model/workflow/choices';
import { parseDuration, writtenDuration } from '../../../../model/workflow/duration';
import type { Graph, GraphNode } from '../../../../model/workflow/graph';
import type { NodeInspection } from '../../../../protocol/nodeInspection';
import type { Field } from '../fields/useField';

/** Where the drafts of a node's fields are kept. */
export function draftsOf(nodeId: string): string {
  return `nodes/${nodeId}/`;
}

/** Whose fields they are. */
export interface InspectedNode {
  readonly node: Pick<GraphNode, 'id' | 'title'>;
  readonly inspection: NodeInspection;
}

/** The id, which is renamed together with all that names it. */
export function idField({ node }: InspectedNode, graph: Graph): Field {
  return {
    key: `${draftsOf(node.id)}id`,
    name: `The id of “${node.title}”`,
    value: node.id,
    check: (text) => checkNewId(graph, text),
    edit: (to) => ({ kind: 'renameNode', nodeId: node.id, to }),
  };
}

/** What the node is called on the canvas. */
export function labelField({ node, inspection }: InspectedNode): Field {
  return ofNode(node, 'label', 'label', inspection.label ?? '', (text) => ({ name: 'label', value: orNull(text) }));
}

/** What runs the command or the script. */
export function shellField({ node, inspection: { action } }: InspectedNode): Field {
  const shell = action.kind === 'module' ? 'sh' : action.shell;
  // The default is not written out.
  return ofNode(node, 'shell', 'shell', shell, (text) => ({
    name: 'shell',
    value: text === 'sh' ? null : (shells.find((one) => one === text) ?? null),
  }));
}

/** When the node runs. */
export function whenField({ node, inspection }: InspectedNode): Field {
  return ofNode(node, 'when', 'condition', inspection.when, (text) => ({
    name: 'when',
    value: text === 'success' ? null : (whens.find((one) => one === text) ?? null),
  }));
}

/** How long one attempt may take. */
export function timeoutField({ node, inspection: { timeoutSeconds } }: InspectedNode): Field {
  const value = timeoutSeconds === null ? '' : writtenDuration(timeoutSeconds);
  return {
    ...ofNode(node, 'timeout', 'time-out', value, (text) => ({ name: 'timeout', value: orNull(text) })),
    // As it is shown afterwards: 90s is 1m30s.
    clean: (text) => {
      const seconds = parseDuration(text.trim());
      return seconds === null ? text.trim() : writtenDuration(seconds);
    },
    check: (text) => (text === '' ? null : checkTimeout(text)),
  };
}

/** Attempts after the first. */
export function retriesField({ node, inspection: { retries } }: InspectedNode): Field {
  const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN);
  return {
    ...ofNode(node, 'retries', 'number of retries', retries === 0 ? '' : String(retries), (text) => ({
      name: 'retries',
      value: text === '' ? null : numberOf(text),
    })),
    clean: (text) => (/^\d+$/.test(text.trim()) ? String(Number(text)).replace(/^0$/, '') : text.trim()),
    check: (text) => (text === '' ? null : checkRetries(numberOf(text))),
  };
}

/** The size of machine to ask the fleet for. */
export function machineField({ node, inspection }: InspectedNode): Field {
  return ofNode(node, 'machine', 'machine', inspection.machine ?? '', (text) => ({
    name: 'machine',
    value: machineSizes.find((size) => size === text) ?? null,
  }));
}

function ofNode(
  { id, title }: InspectedNode['node'],
  key: string,
  what: string,
  value: string,
  fieldOf: (text: string) => NodeField,
): Field {
  const edit = (text: string): WorkflowEdit => ({ kind: 'setNodeField', nodeId: id, field: fieldOf(text) });
  return { key: `${draftsOf(id)}${key}`, name: `The ${what} of “${title}”`, value, edit };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
