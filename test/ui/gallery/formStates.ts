/** Forms before a run as the extension host sends them. */
import type { InputDraft } from '../../../src/model/run/inputDrafts';
import type { RunFormState } from '../../../src/protocol/runForm';

type InputType = InputDraft['input']['type'];

export const folder = '/home/ada/flows/supply-chain';

function draft(name: string, type: InputType, rest: Partial<Omit<InputDraft, 'input'>> = {}): InputDraft {
  return { input: { name, type }, given: null, fallback: null, last: null, ...rest };
}

const live: RunFormState = {
  subject: { kind: 'workflow', path: `${folder}/audit.workflow.yaml` },
  title: 'Run audit.workflow.yaml',
  version: { kind: 'live', isModule: false },
  filledFrom: { runName: 'Dependency audit #41' },
  folder,
  name: '',
  drafts: [
    draft('lockfile', 'file', {
      fallback: `${folder}/package-lock.json`,
      given: '/srv/projects/atlas/package-lock.json',
      last: { value: '/srv/projects/atlas/package-lock.json' },
    }),
    draft('reports', 'folder', { last: { value: null } }),
    draft('level', 'number', { fallback: '1.10', given: '2.50', last: { value: '3' } }),
    draft('offline', 'boolean', { fallback: 'false', last: { value: 'true' } }),
    draft('note', 'string', { given: '', last: { value: 'for the release' } }),
    draft('owner', 'string', { last: { value: null } }),
  ],
};

const long = 'x'.repeat(10_000);
const strange = `<img src=x onerror="alert(1)"> **bold** [a](command:b) \u202Eturned`;

export const formStates = {
  live: () => live,
  first: (): RunFormState => ({
    ...live,
    filledFrom: null,
    drafts: live.drafts.map((one) => ({ ...one, given: null, last: null })),
  }),
  again: (): RunFormState => ({
    ...live,
    title: 'Run “Dependency audit #41” Again',
    version: { kind: 'ran', runName: 'Dependency audit #41' },
  }),
  gone: (): RunFormState => ({
    ...live,
    drafts: [
      draft('lockfile', 'file', { given: '/gone/package-lock.json', last: { value: '/gone/package-lock.json' } }),
      draft('reports', 'folder', { fallback: '/gone/reports', last: { value: '/gone/reports' } }),
    ],
  }),
  strange: (): RunFormState => ({
    ...live,
    title: `Run ${strange}`,
    filledFrom: { runName: long },
    drafts: [
      draft('a'.repeat(200), 'string', { given: long, fallback: strange, last: { value: strange } }),
      draft('lines', 'string', { given: 'one\ntwo\nthree', last: { value: 'one\ntwo' } }),
      draft('list', 'file', { given: `/data/${long}`, last: { value: `/data/${long}s` } }),
    ],
  }),
  many: (): RunFormState => ({
    ...live,
    drafts: Array.from({ length: 60 }, (_, at) => draft(`input_${at}`, 'string', { fallback: `value ${at}` })),
  }),
} satisfies Record<string, () => RunFormState>;
export type FormStateName = keyof typeof formStates;
