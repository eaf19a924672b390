/** New nodes as a person would begin them: with a command that runs. */
import { freeId } from './edit/freeId';
import { defaultName, fileNameOf, kindOfFile } from './paths';
import { shellOfFile } from './scriptFiles';
import type { NodeAction, Shell, WorkflowNode } from './workflow';

const firstCommands: Readonly<Record<Shell, string>> = {
  sh: 'echo "Hello from $NODE_ID"',
  bash: 'echo "Hello from $NODE_ID"',
  python: 'print("Hello from Python")',
  node: "console.log('Hello from Node.js')",
};

/** A node with a command of its own. `name` is what a person calls it; empty: it is called after its shell. */
export function commandNode(name: string, shell: Shell): WorkflowNode {
  const title = name.trim();
  const id = freeId(title === '' ? 'script' : title, new Set());
  const label = title === '' || title === id ? {} : { label: title };
  return bare(id, { kind: 'run', shell, run: firstCommands[shell] }, label);
}

/** A node for a script or module file; `path` as it will be written. A file that is no module is taken for a script. */
export function fileNode(path: string): WorkflowNode {
  const name = fileNameOf(path);
  if (kindOfFile(path) === 'module') return bare(freeId(defaultName(name), new Set()), { kind: 'module', uses: path });
  const stem = name.replace(/\.[^.]+$/, '');
  return bare(freeId(stem, new Set()), { kind: 'script', shell: shellOfFile(path) ?? 'sh', script: path });
}

/** The text of a new script file. */
export function firstScript(shell: Shell): string {
  switch (shell) {
    case 'sh':
      return `#!/bin/sh\nset -eu\n\n${firstCommands.sh}\n`;
    case 'bash':
      return `#!/usr/bin/env bash\nset -euo pipefail\n\n${firstCommands.bash}\n`;
    case 'python':
    case 'node':
      return `${firstCommands[shell]}\n`;
  }
}

function bare(id: string, action: NodeAction, label: { label?: string } = {}): WorkflowNode {
  return { id, ...label, action, inputs: [], outputs: [], needs: [], when: 'success', retries: 0 };
}
