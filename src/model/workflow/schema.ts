/**
 * Format 1 of a workflow file: the one source of what a file may say. It validates (shape.ts), and becomes the JSON
 * Schema for completion and hover (media/workflow.schema.json, written by scripts/schema.mjs).
 * The `error` of a part completes the sentence "`key` must be …".
 */
import * as z from 'zod/mini';
import { inputTypes, machineSizes, shells, whens } from './choices';
import { durationPattern } from './duration';
import { inputNamePattern, nodeIdPattern } from './names';

const scalar = [z.string(), z.number(), z.boolean()] as const;
/** Any scalar is text: the file's own characters count, so `1.10` stays `1.10`. */
const text = (description: string) => z.union(scalar, { error: 'a text or a number' }).check(z.describe(description));
const literal = z.union(scalar, { error: 'a text, a number, true or false' });

const wire = text('Where the value comes from: `node.output`, or `inputs.name` for an input of the workflow.');

export const inputValueSchema = z.strictObject(
  {
    from: z.optional(wire),
    file: z.optional(text('Path of a file or folder, relative to this file.')),
  },
  { error: '`{ from: node.output }` or `{ file: path }`' },
);

const choice = <const Values extends readonly string[]>(values: Values, description: string) =>
  z
    .enum(values, { error: `one of ${values.map((value) => `\`${value}\``).join(', ')}` })
    .check(z.describe(description));

const lengthOfTime = { error: 'a length of time such as `45s`, `10m` or `1h30m`' };
const duration = z
  .union(
    [z.string().check(z.regex(durationPattern, lengthOfTime)), z.int().check(z.minimum(1, lengthOfTime))],
    lengthOfTime,
  )
  .check(z.describe('Longest time of one attempt, such as `45s`, `10m` or `1h30m`; a plain number is seconds.'));

const record = <Value extends z.ZodMiniType>(pattern: RegExp, value: Value, description: string) =>
  z
    .record(z.string().check(z.regex(pattern)), value, { error: 'a map of names, each with its value' })
    .check(z.describe(description));

export const nodeSchema = z.strictObject(
  {
    label: z.optional(text('What the node is called on the canvas. Default: its id.')),
    run: z.optional(text('The command. Inputs are environment variables; it runs in a fresh work folder of its own.')),
    script: z.optional(text('Path of a script file, relative to this file and inside the workspace.')),
    uses: z.optional(text('Path of a module (`*.module.yaml`), relative to this file and inside the workspace.')),
    shell: z.optional(choice(shells, 'What runs the command or the script. Default: sh.')),
    inputs: z.optional(
      record(
        inputNamePattern,
        z
          .union([literal, inputValueSchema], {
            error: 'a text, a number, `{ from: node.output }` or `{ file: path }`',
          })
          .check(z.describe('A literal, `{ from: node.output }`, `{ from: inputs.name }` or `{ file: path }`.')),
        'What the command gets, each as an environment variable of its name.',
      ),
    ),
    outputs: z.optional(
      record(
        inputNamePattern,
        text('Path of a file or folder in the work folder of the node.'),
        'What the node leaves behind. A missing one fails the node.',
      ),
    ),
    needs: z.optional(
      z
        .array(text('Id of a node.'), { error: 'a list of node ids, such as `[build, test]`' })
        .check(z.describe('Ids of nodes that must come before this one without handing it data.')),
    ),
    when: z.optional(choice(whens, '`always`: run also when something it needs did not succeed. Default: success.')),
    timeout: z.optional(duration),
    retries: z.optional(
      z
        .int({ error: 'a whole number, 0 or more' })
        .check(
          z.minimum(0, { error: 'a whole number, 0 or more' }),
          z.describe('Attempts after the first. Default: 0.'),
        ),
    ),
    machine: z.optional(choice(machineSizes, 'Size of machine to ask the fleet for.')),
  },
  { error: 'a map that holds `run`, `script` or `uses`' },
);

export const workflowInputSchema = z.strictObject(
  {
    type: choice(inputTypes, 'Type of the value; `file` and `folder` are paths.'),
    default: z.optional(literal.check(z.describe('Value of runs that give none. A path is relative to this file.'))),
  },
  { error: 'a map with a `type`, such as `{ type: string }`' },
);

export const workflowOutputSchema = z.strictObject({ from: wire }, { error: '`{ from: node.output }`' });

const position = z.tuple([z.number({ error: 'a number' }), z.number({ error: 'a number' })], {
  error: 'two numbers, such as `[0, 120]`',
});

export const workflowSchema = z.strictObject(
  {
    name: z.optional(text("What the workflow is called. Default: the file's name.")),
    description: z.optional(text('What it is for.')),
    project: z.optional(text("Groups workflows. Default: the name of the file's folder.")),
    fleet: z.optional(text('Where its runs execute unless they say otherwise. Default: local.')),
    inputs: z.optional(
      record(inputNamePattern, workflowInputSchema, 'Inputs of the workflow; a run may override them.'),
    ),
    nodes: z.optional(record(nodeIdPattern, nodeSchema, 'The steps, by id.')),
    outputs: z.optional(record(inputNamePattern, workflowOutputSchema, 'Outputs of a module.')),
    layout: z.optional(
      record(
        nodeIdPattern,
        position,
        'Positions of nodes on the canvas: `[x, y]` by node id. Never changes what runs.',
      ),
    ),
  },
  { error: 'a map with `nodes`' },
);
