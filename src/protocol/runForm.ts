/** The wire between the form before a run and the extension host. */
import * as z from 'zod/mini';
import type { InputDraft } from '../model/run/inputDrafts';
import { notification, request } from './rpc';

const nothing = z.null();
/** The longest value that a form takes, in characters: far more than an environment has room for. */
const text = z.string().check(z.maxLength(1_000_000));

const draft: z.ZodMiniType<InputDraft> = z.object({
  input: z.object({ name: z.string(), type: z.enum(['string', 'boolean', 'number', 'file', 'folder']) }),
  given: z.nullable(z.string()),
  fallback: z.nullable(z.string()),
  last: z.nullable(z.object({ value: z.nullable(z.string()) })),
});

/** Whose form it is: of a workflow file (its absolute path), or of a run that is to be run again. */
const formSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('workflow'), path: z.string() }),
  z.object({ kind: z.literal('run'), runId: z.string() }),
]);
export type FormSubject = z.infer<typeof formSubject>;

const form = z.object({
  subject: formSubject,
  /** `Run audit.workflow.yaml` */
  title: z.string(),
  /** What is going to run: the workflow as it is now, or the version of a past run. */
  version: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('live'), isModule: z.boolean() }),
    z.object({ kind: z.literal('ran'), runName: z.string() }),
  ]),
  /** The run that filled the form in; null: there was none. */
  filledFrom: z.nullable(z.object({ runName: z.string() })),
  /** Where relative paths start from. */
  folder: z.string(),
  drafts: z.array(draft),
  /** Of the new run; an empty text: named after the workflow and its number. */
  name: z.string(),
});
export type RunFormState = z.infer<typeof form>;

export const getForm = request('runForm/form', z.object({}), form);
/** The workflow was edited: other inputs, or other defaults. */
export const formChanged = notification('runForm/changed', form);

const chosen = z.object({ values: z.record(z.string(), z.nullable(text)), name: text });
export type ChosenForRun = z.infer<typeof chosen>;
/** What the page keeps of itself, and VS Code gives back with the window: all that a form is made of again. */
export const keptForm = z.object({ subject: formSubject, chosen });
export type KeptForm = z.infer<typeof keptForm>;

/** What is chosen so far, so that a page that is left or thrown away begins with it. */
export const keepChosen = notification('runForm/keep', chosen);

const pathKind = z.enum(['file', 'folder']);
/** What is at a path as somebody typed it. */
export const lookAtPath = request(
  'runForm/lookAtPath',
  z.object({ path: text }),
  z.object({ path: z.string(), found: z.enum(['file', 'folder', 'nothing']) }),
);
/** Asks for a file or folder with the dialog of the system; null: the dialog was left. */
export const choosePath = request(
  'runForm/choosePath',
  z.object({ input: z.string(), kind: pathKind, now: z.nullable(text) }),
  z.nullable(z.string()),
);

/** Starts the run and closes the form. */
export const startFromForm = request('runForm/start', chosen, nothing);
/** Leaves the form with nothing done. */
export const leaveForm = request('runForm/leave', z.object({}), nothing);
