/** Random workflows with the files they use, for the laws of versions and edits. */
import * as fc from 'fast-check';
import type {
  InputValue,
  NodeAction,
  Workflow,
  WorkflowInput,
  WorkflowNode,
} from '../../../src/model/workflow/workflow';

/** A workflow with the content of its script and of its module, wherever they may lie. */
export interface Written {
  readonly workflow: Workflow;
  readonly scripts: readonly [string, string];
  readonly module: Workflow;
}

const literal = fc.constantFrom(
  '1.10',
  '007',
  '0x10',
  'true',
  'hello',
  'a b',
  'null',
  '~',
  'x: y',
  '# no',
  "it's",
  '',
  'é "q"',
);
const command = fc.constantFrom(
  'true',
  'echo "$a" > out',
  'a && b\n',
  'one\ntwo\n',
  'cat <<EOF\n  *x\nEOF\n',
  'sleep 1 # z',
  'x: y\n',
);
const optional = <Value>(values: readonly Value[]) => fc.constantFrom(undefined, ...values);

interface Draft {
  readonly action: number;
  readonly run: string;
  readonly shell: 'sh' | 'bash' | 'python' | 'node';
  readonly values: readonly { readonly kind: number; readonly pick: number; readonly text: string }[];
  readonly needs: readonly number[];
  readonly always: boolean;
  readonly timeout: number | undefined;
  readonly retries: number;
  readonly machine: 'small' | 'large' | undefined;
  readonly label: string | undefined;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  action: fc.nat(3),
  run: command,
  shell: fc.constantFrom('sh' as const, 'bash' as const, 'python' as const, 'node' as const),
  values: fc.array(fc.record({ kind: fc.nat(3), pick: fc.nat(50), text: literal }), { maxLength: 3 }),
  needs: fc.array(fc.nat(50), { maxLength: 2 }),
  always: fc.boolean(),
  timeout: optional([1, 59, 60, 600, 3600, 5400]),
  retries: fc.nat(2),
  machine: optional(['small' as const, 'large' as const]),
  label: optional(['A label', 'B']),
});

const workflowInput: fc.Arbitrary<Omit<WorkflowInput, 'name'>> = fc.oneof(
  literal.map((value): Omit<WorkflowInput, 'name'> => ({ type: 'string', default: value })),
  fc.constantFrom<Omit<WorkflowInput, 'name'>>(
    { type: 'number', default: '1.10' },
    { type: 'file' },
    { type: 'boolean', default: 'true' },
  ),
);

export const nodeIds = ['constructor', 'fetch', 'true', 'scan-2', 'n', 'report', 'x1'] as const;

/** A workflow without errors: its nodes use only what stands before them. */
export const written: fc.Arbitrary<Written> = fc
  .record({
    inputs: fc.array(workflowInput, { minLength: 1, maxLength: 3 }),
    drafts: fc.array(draft, { minLength: 1, maxLength: nodeIds.length }),
    scripts: fc.tuple(command, command),
    moduleRun: command,
  })
  .map(({ inputs, drafts, scripts, moduleRun }) => ({
    workflow: workflowFrom(
      inputs.map((input, index) => ({ ...input, name: `in_${index}` })),
      drafts,
    ),
    scripts,
    module: moduleOf(moduleRun),
  }));

function moduleOf(run: string): Workflow {
  const source = { kind: 'output' as const, node: 'work', output: 'out' };
  const work = workflowFrom([], [{ ...plainDraft, run }]).nodes.map((node) => ({ ...node, id: 'work' }));
  return {
    kind: 'module',
    fleet: 'local',
    inputs: ['v0', 'v1', 'v2'].map((name) => ({ name, type: 'string' })),
    nodes: work,
    outputs: [{ name: 'out', from: source }],
    layout: {},
  };
}

const plainDraft: Draft = {
  action: 0,
  run: 'true',
  shell: 'sh',
  values: [],
  needs: [],
  always: false,
  timeout: undefined,
  retries: 0,
  machine: undefined,
  label: undefined,
};

function workflowFrom(inputs: readonly WorkflowInput[], drafts: readonly Draft[]): Workflow {
  const nodes = drafts.map((one, index): WorkflowNode => {
    const before = nodeIds.slice(0, index);
    const action = actionOf(one);
    return {
      id: nodeIds[index] ?? 'n',
      ...(one.label === undefined ? {} : { label: one.label }),
      action,
      inputs: one.values.map((value, place) => ({ name: `v${place}`, value: valueOf(value, inputs, before) })),
      outputs: action.kind === 'module' ? [] : [{ name: 'out', path: 'out.txt' }],
      needs: [...new Set(one.needs.flatMap((pick) => before[pick % Math.max(1, before.length)] ?? []))],
      when: one.always ? 'always' : 'success',
      ...(one.timeout === undefined ? {} : { timeoutSeconds: one.timeout }),
      retries: one.retries,
      ...(one.machine === undefined ? {} : { machine: one.machine }),
    };
  });
  return { kind: 'workflow', fleet: 'local', inputs, nodes, outputs: [], layout: {} };
}

/** Scripts and modules are named by a mark that the printer replaces by a path. */
function actionOf({ action, run, shell }: Draft): NodeAction {
  switch (action) {
    case 0:
    case 1:
      return { kind: 'run', shell, run };
    case 2:
      return { kind: 'script', shell, script: run.length % 2 === 0 ? '@0' : '@1' };
    default:
      return { kind: 'module', uses: '@' };
  }
}

function valueOf(
  { kind, pick, text }: Draft['values'][number],
  inputs: readonly WorkflowInput[],
  before: readonly string[],
): InputValue {
  const input = inputs[pick % Math.max(1, inputs.length)];
  const node = before[pick % Math.max(1, before.length)];
  if (kind === 1) return { kind: 'path', path: `data/${pick}.txt` };
  if (kind === 2 && input !== undefined) return { kind: 'wire', source: { kind: 'input', input: input.name } };
  if (kind === 3 && node !== undefined) return { kind: 'wire', source: { kind: 'output', node, output: 'out' } };
  return { kind: 'literal', value: text };
}
