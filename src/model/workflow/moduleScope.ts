/** A module at the place where a run executed it: its file, and the files that it is made of. */
import { folderOf, keyOfReference } from './paths';
import { runNodesOf, type Scope } from './runNodes';
import type { WorkflowContent } from './version';
import type { WorkflowSource } from './workflow';

/** The inside of the module node at the path, such as `scan/deep`; null when there is no module at it. */
export function scopeAtPath(scope: Scope, path: string): Scope | null {
  let inside: Scope | null = scope;
  for (const id of path.split('/')) inside = inside?.nodes.get(id)?.inside ?? null;
  return inside;
}

/** Path of the first module node that uses the file; null when none does. */
export function pathOfModule(scope: Scope, file: string): string | null {
  return runNodesOf(scope).find(({ inside }) => inside?.file === file)?.path ?? null;
}

/** The module as a workflow of its own: its file, the modules inside it and the scripts of them all. */
export function sourceOfScope(scope: Scope, source: WorkflowSource): WorkflowSource {
  const keys = new Set([scope.file]);
  for (const { node, scope: around, inside } of runNodesOf(scope)) {
    if (inside !== null) keys.add(inside.file);
    const script = node.action.kind === 'script' ? keyOfReference(around.file, node.action.script) : null;
    if (script !== null) keys.add(script);
  }
  const files = Object.fromEntries(Object.entries(source.files).filter(([key]) => keys.has(key)));
  return { ...source, entry: scope.file, files };
}

/** The source with its entry under another file name in the same folder, where all that it refers to is found as before. */
export function renamedEntry(source: WorkflowSource, fileName: string): WorkflowSource {
  const folder = folderOf(source.entry);
  const entry = folder === '' ? fileName : `${folder}/${fileName}`;
  const { [source.entry]: text, ...others } = source.files;
  return text === undefined ? source : { ...source, entry, files: { ...others, [entry]: text } };
}

/** The module that a node of the content uses, as a workflow of its own; null for any other node, or a missing module. */
export function moduleContent(content: WorkflowContent, nodeId: string): WorkflowContent | null {
  const action = content.workflow?.nodes.find(({ id }) => id === nodeId)?.action;
  const file = action?.kind === 'module' ? keyOfReference(content.source.entry, action.uses) : null;
  const workflow = file !== null && Object.hasOwn(content.modules, file) ? content.modules[file] : undefined;
  if (file === null || workflow === undefined) return null;
  return { ...content, source: { ...content.source, entry: file }, workflow };
}
