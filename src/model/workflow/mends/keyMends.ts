/** Mends of keys that the format does not know, or not there. */
import { workflowRules } from '../edit/nodeValue';
import { compileChanges } from '../edit/yaml/compile';
import type { YamlChange } from '../edit/yaml/yamlChange';
import type { Finding } from '../finding';
import { nearest } from '../nearest';
import { checkTree } from '../parse';
import { readWorkflow } from '../readWorkflow';
import { knownKeys } from '../shape';
import type { Spot } from '../spotAt';
import type { Workflow } from '../workflow';
import { treeAt, type MapEntry, type Tree } from '../yamlTree';
import { isEditable, named, type Mend, type MendedFile } from './mend';
import { changeWord } from './wordMend';

/** The nearest key that can stand there, if its value is one that the key can have. */
export function unknownKeyMend(spot: Spot, file: MendedFile, workflow: Workflow): Mend | null {
  const { tree } = file.reading;
  const parent = spot.path.slice(0, -1);
  const key = spot.path.at(-1);
  const map = tree === null ? undefined : treeAt(tree, parent);
  if (tree?.kind !== 'map' || map?.kind !== 'map' || key === undefined || spot.on !== 'key') return null;
  const near = nearest(key, knownKeys(parent));
  if (near === null || map.entries.has(near)) return null;
  const before = saidBy(checkTree(workflow, tree));
  const renamed = withRenamedKey(tree, spot.path, near);
  if (renamed.kind !== 'map') return null;
  const after = saidBy(checkTree(readWorkflow(renamed, workflow.kind), renamed));
  return [...after].every((one) => before.has(one)) ? changeWord(spot, near, file) : null;
}

/** A key that a node with a module cannot have goes, with its value. */
export function notOfModuleMend({ path }: Spot, file: MendedFile): Mend | null {
  return changesMend(`Remove ${named(path.at(-1) ?? '')}`, [{ kind: 'remove', path }], file);
}

/** A mend by changes of the YAML for which there is no WorkflowEdit; null where they cannot be made safely. */
export function changesMend(title: string, changes: readonly YamlChange[], file: MendedFile): Mend | null {
  const { document } = file.reading;
  if (document === null || !isEditable(file)) return null;
  const textEdits = compileChanges(file.text, document, changes, workflowRules);
  return textEdits === null ? null : { kind: 'text', title, textEdits };
}

function saidBy(findings: readonly Finding[]): Set<string> {
  return new Set(findings.map(({ code, message }) => `${code} ${message}`));
}

function withRenamedKey(tree: Tree, path: readonly string[], to: string): Tree {
  const [first, ...rest] = path;
  if (tree.kind !== 'map' || first === undefined) return tree;
  const entries = Array.from(tree.entries, ([key, entry]): [string, MapEntry] => {
    if (key !== first) return [key, entry];
    return rest.length === 0 ? [to, entry] : [key, { ...entry, value: withRenamedKey(entry.value, rest, to) }];
  });
  return { ...tree, entries: new Map(entries) };
}
