/** The address of a node's command as a file: below the workflow's own path, named by the node, ended by its shell. */
import type { Shell } from '../../model/workflow/workflow';

const endings: Readonly<Record<Shell, string>> = { sh: 'sh', bash: 'bash', python: 'py', node: 'js' };

export interface NodeScriptPath {
  /** Path of the workflow's document, with `/`. */
  readonly workflow: string;
  readonly nodeId: string;
}

/** `<workflow>/<node id>.<ending>`: VS Code takes the tab's title, the breadcrumbs and the language from it. */
export function nodeScriptPath({ workflow, nodeId }: NodeScriptPath, shell: Shell): string {
  return `${workflow}/${nodeId}.${endings[shell]}`;
}

/** What such a path stands for, whatever its ending: a shell may change while the tab is open. Undefined for any other path. */
export function nodeOfScriptPath(path: string): NodeScriptPath | undefined {
  const found = /^(.+\.(?:workflow|module)\.yaml)\/([^/]+)\.(?:sh|bash|py|js)$/.exec(path);
  const [, workflow, nodeId] = found ?? [];
  return workflow === undefined || nodeId === undefined ? undefined : { workflow, nodeId };
}

/** The language of an editor for the shell, by VS Code's name for it. */
export function languageOf(shell: Shell): string {
  switch (shell) {
    case 'sh':
    case 'bash':
      return 'shellscript';
    case 'python':
      return 'python';
    case 'node':
      return 'javascript';
  }
}
