import type { GraphNode } from '../../../model/workflow/graph';

/** Codicon of what a node is; shown where there is no status to show. */
export function kindIcon(kind: GraphNode['kind']): string {
  switch (kind) {
    case 'run':
      return 'terminal';
    case 'script':
      return 'file-code';
    case 'module':
      return 'package';
    case 'inputs':
      return 'symbol-parameter';
  }
}
