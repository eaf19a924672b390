/** What is said of a node, an output or an input where it is named. */
import { outputNames } from '../edit/checkConnection';
import type { EditSurroundings } from '../edit/workflowEdit';
import { wireText } from '../wires';
import type { InputValue, Workflow, WorkflowNode } from '../workflow';
import { actionWords } from './outline';
import type { NamedThing } from './namedThing';

/** Everything in it is text, never markup. */
export interface HoverText {
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

/** Outputs, needs and the like that are listed; of more only the number is said. */
const mostListed = 12;
const longestLine = 300;

/** What the file says of a thing; null for one that is not there, which is a problem of its own. */
export function hoverOf(thing: NamedThing, workflow: Workflow, around: EditSurroundings): HoverText | null {
  switch (thing.kind) {
    case 'node': {
      const node = nodeOf(thing.node, workflow);
      return node === null ? null : nodeHover(node, around);
    }
    case 'output': {
      const node = nodeOf(thing.node, workflow);
      return node === null ? null : outputHover(node, thing.name, around);
    }
    case 'nodeInput': {
      const node = nodeOf(thing.node, workflow);
      const input = node?.inputs.find(({ name }) => name === thing.name);
      if (input === undefined) return null;
      const facts = [fact('Value', valueWords(input.value)), fact('Reaches the command as', `$${input.name}`)];
      return {
        title: `${thing.node}.${input.name}`,
        facts: node?.action.kind === 'module' ? facts.slice(0, 1) : facts,
      };
    }
    case 'input': {
      const input = workflow.inputs.find(({ name }) => name === thing.name);
      if (input === undefined) return null;
      const given = input.default === undefined ? 'none; a run must give one' : short(input.default);
      return { title: `inputs.${input.name}`, facts: [fact('Type', input.type), fact('Default', given)] };
    }
    case 'workflowOutput': {
      const output = workflow.outputs.find(({ name }) => name === thing.name);
      return output === undefined ? null : { title: output.name, facts: [fact('From', wireText(output.from))] };
    }
    case 'file':
      return null;
  }
}

function nodeHover(node: WorkflowNode, around: EditSurroundings): HoverText {
  const paths = new Map(node.outputs.map(({ name, path }) => [name, path]));
  const outputs = (outputNames(node, around) ?? []).map((name) => {
    const path = paths.get(name);
    return path === undefined ? name : `${name} → ${path}`;
  });
  const wired = node.inputs.flatMap(({ value }) =>
    value.kind === 'wire' && value.source.kind === 'output' ? [value.source.node] : [],
  );
  const waits = [...new Set([...wired, ...node.needs])];
  return {
    title: node.label === undefined ? node.id : `${short(node.label)} (${node.id})`,
    facts: [
      fact(actionName(node), node.action.kind === 'run' ? firstLine(node.action.run) : actionWords(node.action)),
      ...(outputs.length === 0 ? [] : [fact('Outputs', listed(outputs))]),
      ...(waits.length === 0 ? [] : [fact('Waits for', listed(waits))]),
      ...(node.when === 'always' ? [fact('When', 'always, also when something it needs did not succeed')] : []),
    ],
  };
}

function outputHover(node: WorkflowNode, name: string, around: EditSurroundings): HoverText | null {
  const output = node.outputs.find((one) => one.name === name);
  const title = `${node.id}.${name}`;
  const of = fact('Output of', node.label === undefined ? node.id : `${short(node.label)} (${node.id})`);
  if (output !== undefined) return { title, facts: [fact('Path', short(output.path)), of] };
  if (node.action.kind !== 'module' || !(outputNames(node, around) ?? []).includes(name)) return null;
  return { title, facts: [fact('Output of the module', node.action.uses), of] };
}

function actionName({ action }: WorkflowNode): string {
  switch (action.kind) {
    case 'run':
      return `Command (${action.shell})`;
    case 'script':
      return `Script (${action.shell})`;
    case 'module':
      return 'Module';
  }
}

function valueWords(value: InputValue): string {
  switch (value.kind) {
    case 'literal':
      return short(value.value);
    case 'path':
      return `file ${short(value.path)}`;
    case 'wire':
      return `from ${wireText(value.source)}`;
  }
}

function nodeOf(id: string, { nodes }: Workflow): WorkflowNode | null {
  return nodes.find((node) => node.id === id) ?? null;
}

function fact(name: string, value: string): HoverText['facts'][number] {
  return { name, value };
}

function listed(words: readonly string[]): string {
  const left = words.length - mostListed;
  const shown = words.slice(0, mostListed).map(short).join(', ');
  return left > 0 ? `${shown} and ${left} more` : shown;
}

function firstLine(text: string): string {
  const [first = '', ...others] = text.trim().split(/\r?\n/);
  return short(others.length === 0 ? first : `${first} …`);
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= longestLine ? line : `${line.slice(0, longestLine - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
