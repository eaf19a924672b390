/** The files behind a difference, of which the text editor shows the differences. */
import { fileNameOf, keyOfReference } from '../workflow/paths';
import type { WorkflowNode, WorkflowSource } from '../workflow/workflow';
import type { FieldDifference, TextPair } from './difference';

interface Sides<Value> {
  readonly left: Value;
  readonly right: Value;
}

/** What to look at for a node: its script or module when that differs, and the file it stands in when anything else does. */
export function textPairs(
  nodes: Sides<WorkflowNode | undefined>,
  entries: Sides<string>,
  nodeId: string,
  values: readonly FieldDifference[],
): TextPair[] {
  const own = { left: ownFile(entries.left, nodes.left), right: ownFile(entries.right, nodes.right) };
  const differs = new Set(values.flatMap(({ fields }) => fields));
  const ownDiffers = differs.has('script') || differs.has('module');
  const others = [...differs].some((field) => field !== 'script' && field !== 'module');
  const file = own.right ?? own.left;
  const pairs: TextPair[] = [];
  if (ownDiffers && file !== null) pairs.push({ label: fileNameOf(file), ...own, nodeId: null });
  if (others || values.length === 0 || pairs.length === 0) {
    pairs.push({ label: fileNameOf(entries.right), ...entries, nodeId });
  }
  return pairs;
}

/** All files whose text differs, or that only one side has. */
export function filePairs(left: WorkflowSource, right: WorkflowSource): TextPair[] {
  const textOf = (source: WorkflowSource, key: string): string | undefined =>
    Object.hasOwn(source.files, key) ? source.files[key] : undefined;
  const pairs: TextPair[] = [];
  if (textOf(left, left.entry) !== textOf(right, right.entry)) {
    pairs.push({ label: fileNameOf(right.entry), left: left.entry, right: right.entry, nodeId: null });
  }
  const keys = new Set([...Object.keys(right.files), ...Object.keys(left.files)]);
  keys.delete(left.entry);
  keys.delete(right.entry);
  for (const key of keys) {
    const [before, after] = [textOf(left, key), textOf(right, key)];
    if (before === after) continue;
    const sides = { left: before === undefined ? null : key, right: after === undefined ? null : key };
    pairs.push({ label: key, ...sides, nodeId: null });
  }
  return pairs;
}

function ownFile(entry: string, node: WorkflowNode | undefined): string | null {
  if (node?.action.kind === 'script') return keyOfReference(entry, node.action.script);
  return node?.action.kind === 'module' ? keyOfReference(entry, node.action.uses) : null;
}
