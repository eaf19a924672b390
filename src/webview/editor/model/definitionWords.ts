/** The definition of a node in words. */
import { writtenDuration } from '../../../model/workflow/duration';
import type { InputValue, NodeAction } from '../../../model/workflow/workflow';

/** "Command in sh", "tools/list.mjs, run by node", "./scan.module.yaml". */
export function actionWords(action: NodeAction): string {
  switch (action.kind) {
    case 'run':
      return `Command, run by ${action.shell}`;
    case 'script':
      return `${action.script}, run by ${action.shell}`;
    case 'module':
      return `Module ${action.uses}`;
  }
}

/** Where the value of an input comes from; the icon tells a wire or a path from a plain value. */
export function inputWords(value: InputValue): { readonly icon: string | null; readonly words: string } {
  switch (value.kind) {
    case 'literal':
      return { icon: null, words: value.value === '' ? '(empty)' : value.value };
    case 'path':
      return { icon: 'file', words: value.path };
    case 'wire':
      return { icon: 'arrow-small-left', words: wireWords(value.source) };
  }
}

function wireWords(source: Extract<InputValue, { kind: 'wire' }>['source']): string {
  return source.kind === 'input' ? `inputs.${source.input}` : `${source.node}.${source.output}`;
}

/** "10m per attempt"; null without a time-out. */
export function timeoutWords(seconds: number | null): string | null {
  return seconds === null ? null : `${writtenDuration(seconds)} per attempt`;
}
