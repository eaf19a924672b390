/** The values and items of lists that fit at a place. */
import { inputTypes, machineSizes, shells, whens } from '../choices';
import { wireText } from '../wires';
import type { WireSource, Workflow } from '../workflow';
import { plainSnippet, type CompletionItem, type KnownNames } from './completionItem';
import { actionWords } from './outline';
import { nodesBefore, sourcesFor } from './sources';
import type { TypingPlace } from './typingPlace';

/** What can stand behind a key. */
export function valueItems({ path, typed }: TypingPlace, known: KnownNames): CompletionItem[] {
  const [section, one = '', part, name = ''] = path;
  if (section === 'fleet' && path.length === 1) return choices(['local'], known);
  if (section === 'inputs') return inputValues(path, known);
  if (section === 'outputs' && part === 'from') return wires(null, typed, known);
  if (section !== 'nodes') return [];
  const target = { nodeId: one, input: name };
  if (part === 'inputs' && path.length === 4) return wholeValues(target, known);
  if (part === 'inputs' && path.length === 5 && path[4] === 'from') return wires(target, typed, known);
  if (path.length !== 3) return [];
  switch (part) {
    case 'shell':
      return choices(shells, known);
    case 'when':
      return choices(whens, known);
    case 'machine':
      return choices(machineSizes, known);
    case 'needs':
      return needs(one, known).map((item) => ({ ...item, snippet: `[${item.snippet}]` }));
    default:
      return [];
  }
}

/** What can be an item of a list: nodes in `needs`. */
export function listItems({ path, beside }: TypingPlace, known: KnownNames): CompletionItem[] {
  const [section, nodeId = '', part] = path;
  if (section !== 'nodes' || part !== 'needs' || path.length !== 3) return [];
  return needs(nodeId, known).filter(({ label }) => !beside.includes(label));
}

function needs(nodeId: string, { workflow, taken }: KnownNames): CompletionItem[] {
  const named = new Set(workflow.nodes.find(({ id }) => id === nodeId)?.needs);
  return nodesBefore(nodeId, workflow)
    .filter(({ id }) => !named.has(id) && !taken.has(id))
    .map((node) => ({
      kind: 'node',
      label: node.id,
      detail: node.label ?? actionWords(node.action),
      snippet: plainSnippet(node.id),
    }));
}

/** Before the dot whole wires; behind it what the node or the workflow has. */
function wires(
  target: Parameters<typeof sourcesFor>[0],
  typed: string,
  { workflow, around }: KnownNames,
): CompletionItem[] {
  const prefix = /^[^.\s]*\./.exec(typed)?.[0] ?? '';
  return sourcesFor(target, workflow, around)
    .filter((source) => wireText(source).startsWith(prefix))
    .map((source) => wireItem(source, workflow));
}

function wireItem(source: WireSource, workflow: Workflow): CompletionItem {
  const text = wireText(source);
  return { kind: source.kind, label: text, detail: sourceWords(source, workflow), snippet: plainSnippet(text) };
}

function sourceWords(source: WireSource, workflow: Workflow): string {
  if (source.kind === 'input') return workflow.inputs.find(({ name }) => name === source.input)?.type ?? '';
  const node = workflow.nodes.find(({ id }) => id === source.node);
  return node?.outputs.find(({ name }) => name === source.output)?.path ?? node?.label ?? '';
}

/** A wire with the braces around it. */
function wholeValues(target: { nodeId: string; input: string }, { workflow, around }: KnownNames): CompletionItem[] {
  return sourcesFor(target, workflow, around).map((source) => {
    const item = wireItem(source, workflow);
    return { ...item, label: `{ from: ${item.label} }`, snippet: `{ from: ${item.snippet} \\}` };
  });
}

function inputValues([, name, key]: readonly string[], known: KnownNames): CompletionItem[] {
  if (key === 'type') return choices(inputTypes, known);
  if (key === undefined) {
    return choices(inputTypes, known).map((item) => ({
      ...item,
      label: `{ type: ${item.label} }`,
      snippet: `{ type: ${item.snippet} \\}`,
    }));
  }
  const isBoolean = known.workflow.inputs.find((input) => input.name === name)?.type === 'boolean';
  return key === 'default' && isBoolean ? choices(['true', 'false'], known) : [];
}

function choices(words: readonly string[], { offer }: KnownNames): CompletionItem[] {
  if (offer === 'names') return [];
  return words.map((word) => ({ kind: 'value', label: word, detail: '', snippet: word }));
}
