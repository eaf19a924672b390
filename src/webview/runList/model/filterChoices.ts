/** The filters of which several values can be chosen: what is offered, what is chosen, and what a click makes of it. */
import type { ChosenFilters } from '../../../model/run/chosenFilters';
import type { RunFacets } from '../../../protocol/engine';
import type { ListScope } from '../../../protocol/runList';

interface Offered {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

export interface FilterChoice {
  readonly label: string;
  readonly plural: string;
  /** What is chosen, in short. */
  readonly words: string;
  /** Null: not known yet. */
  readonly options: readonly Offered[] | null;
  readonly chosen: readonly string[];
  /** The filters once the option was clicked. */
  readonly toggled: (option: Offered) => Partial<ChosenFilters>;
}

/** Workflows, people and projects; what is chosen is offered too when nothing of it is left. */
export function filterChoices(
  filters: ChosenFilters,
  facets: RunFacets | null,
  scope: ListScope,
): readonly FilterChoice[] {
  const workflows = facets?.workflows.map(({ path, name, workspace }) => ({
    value: path,
    label: name,
    detail: scope === 'vault' ? path : pathIn(workspace, path),
  }));
  const known = filters.workflows.map(({ path, name }) => ({ value: path, label: name }));
  return [
    {
      label: 'Recent Workflows',
      plural: 'workflows',
      words: inShort(filters.workflows.map(({ name }) => name)),
      options: withChosen(workflows, known),
      chosen: filters.workflows.map(({ path }) => path),
      toggled: ({ value, label }) => ({
        workflows: filters.workflows.some(({ path }) => path === value)
          ? filters.workflows.filter(({ path }) => path !== value)
          : [...filters.workflows, { path: value, name: label }],
      }),
    },
    {
      label: 'Started By',
      plural: 'people',
      words: inShort(filters.authors),
      options: withChosen(facets?.authors.map(asOption), filters.authors.map(asOption)),
      chosen: filters.authors,
      toggled: ({ value }) => ({ authors: toggled(filters.authors, value) }),
    },
    {
      label: 'Project',
      plural: 'projects',
      words: inShort(filters.projects),
      options: withChosen(facets?.projects.map(asOption), filters.projects.map(asOption)),
      chosen: filters.projects,
      toggled: ({ value }) => ({ projects: toggled(filters.projects, value) }),
    },
  ];
}

/** `Audit`, `Audit +2`; empty for none. */
function inShort(names: readonly string[]): string {
  const [first = '', ...others] = names;
  return others.length === 0 ? first : `${first} +${others.length}`;
}

function asOption(value: string): Offered {
  return { value, label: value };
}

function withChosen(options: readonly Offered[] | undefined, chosen: readonly Offered[]): readonly Offered[] | null {
  if (options === undefined) return null;
  const offered = new Set(options.map(({ value }) => value));
  return [...options, ...chosen.filter(({ value }) => !offered.has(value))];
}

function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

function pathIn(workspace: string, path: string): string {
  const folder = workspace.endsWith('/') ? workspace : `${workspace}/`;
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}
