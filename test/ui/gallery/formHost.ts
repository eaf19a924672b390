/** The extension host's side of the form before a run, in the page: the real protocol, and files that are made up. */
import { onNotification, onRequest, sendNotification } from '../../../src/protocol/rpc';
import * as wire from '../../../src/protocol/runForm';
import { fakeVsCode, type FakeVsCode } from './fakeVsCode';
import { folder, formStates, type FormStateName } from './formStates';

/** What a test may look at and do, as `window.formGallery`. */
export interface FormGallery {
  readonly requests: FakeVsCode['requests'];
  readonly cspViolations: string[];
  /** The last that the page wanted to be kept. */
  readonly kept: () => wire.ChosenForRun | null;
  /** Sends another form, as after an edit of the workflow. */
  readonly change: (form: Partial<wire.RunFormState>) => void;
  /** Why the next start is refused; null: it is not. */
  readonly refuse: (sentence: string | null) => void;
}

declare global {
  interface Window {
    formGallery: FormGallery;
  }
}

const name = (new URLSearchParams(location.search).get('state') ?? 'live') as FormStateName;
const state = formStates[name]();
const { connection, requests, cspViolations } = fakeVsCode(`runForm-${name}`);
let kept: wire.ChosenForRun | null = null;
let refusal: string | null = null;

onRequest(connection, wire.getForm, () => state);
onNotification(connection, wire.keepChosen, (chosen) => (kept = chosen));
onRequest(connection, wire.lookAtPath, ({ path }) => {
  const whole = path.startsWith('/') ? path : `${folder}/${path}`;
  if (whole.includes('gone')) return { path: whole, found: 'nothing' as const };
  return { path: whole, found: /\.\w+$|x$/.test(whole) ? ('file' as const) : ('folder' as const) };
});
onRequest(connection, wire.choosePath, ({ kind }) => (kind === 'file' ? '/chosen/list.txt' : '/chosen/folder'));
onRequest(connection, wire.startFromForm, () => {
  if (refusal !== null) throw new Error(refusal);
  return null;
});
onRequest(connection, wire.leaveForm, () => null);
connection.listen();

window.formGallery = {
  requests,
  cspViolations,
  kept: () => kept,
  change: (different) => void sendNotification(connection, wire.formChanged, { ...state, ...different }),
  refuse: (sentence) => (refusal = sentence),
};
