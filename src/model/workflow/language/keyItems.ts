/** The keys that fit at a place, with what they need behind them. */
import { knownKeys } from '../shape';
import { plainSnippet, type CompletionItem, type KnownNames } from './completionItem';
import type { TypingPlace } from './typingPlace';

/** What can be the next key of a map. */
export function keyItems(place: TypingPlace, known: KnownNames): CompletionItem[] {
  const isFree = ({ label }: CompletionItem): boolean =>
    label === place.typed || !(known.taken.has(label) || place.beside.includes(label));
  return itemsAt(place, known).filter(isFree);
}

function itemsAt(place: TypingPlace, known: KnownNames): CompletionItem[] {
  const { path } = place;
  const [section, one, part] = path;
  switch (path.length) {
    case 0:
      return schemaKeys(place, known);
    case 1:
      return section === 'layout' ? placeItems(place, known) : [];
    case 2:
      return ['nodes', 'inputs', 'outputs'].includes(section ?? '') ? schemaKeys(place, known) : [];
    case 3:
      return section === 'nodes' && part === 'inputs' ? moduleInputs(one ?? '', place, known) : [];
    case 4:
      return section === 'nodes' && part === 'inputs' ? schemaKeys(place, known) : [];
    default:
      return [];
  }
}

function schemaKeys(place: TypingPlace, known: KnownNames): CompletionItem[] {
  if (known.offer === 'names') return [];
  return knownKeys(place.path)
    .filter((key) => fitsBeside(key, place.path, known))
    .map((key) => keyItem('key', key, valueSnippet(key, place), place));
}

/** A node does one thing, and a value comes from one place. */
function fitsBeside(key: string, [section, , part]: readonly string[], { taken }: KnownNames): boolean {
  if (section !== 'nodes') return true;
  const has = (...keys: string[]): boolean => keys.some((other) => other !== key && taken.has(other));
  if (part === 'inputs') return !has('from', 'file');
  if (['run', 'script', 'uses'].includes(key) && has('run', 'script', 'uses')) return false;
  if (key === 'uses') return !has('shell', 'outputs');
  return !(key === 'shell' || key === 'outputs') || !has('uses');
}

function valueSnippet(key: string, { path, style }: TypingPlace): string {
  const isNode = path[0] === 'nodes' && path.length === 2;
  if (key === 'needs') return ' [$1]';
  const holdsMap = isNode ? key === 'inputs' || key === 'outputs' : path.length === 0 && isSection(key);
  if (!holdsMap) return ' $1';
  return style === 'flow' ? ' { $1 \\}' : '\n\t$1';
}

function isSection(key: string): boolean {
  return ['inputs', 'nodes', 'outputs', 'layout'].includes(key);
}

/** The inputs of the module that a node uses. */
function moduleInputs(nodeId: string, place: TypingPlace, { workflow, around }: KnownNames): CompletionItem[] {
  const action = workflow.nodes.find(({ id }) => id === nodeId)?.action;
  const module = action?.kind === 'module' ? around.moduleOf?.(action.uses) : null;
  return (module?.inputs ?? []).map(({ name, type }) => ({
    ...keyItem('input', name, ' { from: $1 \\}', place),
    detail: type,
  }));
}

/** Nodes that have no place yet. */
function placeItems(place: TypingPlace, { workflow }: KnownNames): CompletionItem[] {
  return workflow.nodes.map((node) => ({
    ...keyItem('node', node.id, ' [${1:0}, ${2:0}]', place),
    detail: node.label ?? '',
  }));
}

function keyItem(kind: CompletionItem['kind'], key: string, value: string, { hasColon }: TypingPlace): CompletionItem {
  return { kind, label: key, detail: '', snippet: hasColon ? plainSnippet(key) : `${plainSnippet(key)}:${value}` };
}
