/** The filters in effect in words: "Failed · by Ada · “audit”". */
import type { ChosenFilters, CreatedRange } from './chosenFilters';

/** Names that are said before they are counted. */
const named = 2;
/** Characters of a name or text that are said. */
const longest = 40;

/** What a view is filtered by, one word or phrase for each filter; empty when it shows everything. */
export function filterWords(chosen: ChosenFilters): string[] {
  return [
    chosen.tab === 'All' ? '' : chosen.tab,
    someOf(
      chosen.workflows.map(({ name }) => name),
      'workflows',
    ),
    authorWords(chosen.authors),
    projectWords(chosen.projects),
    chosen.text === '' ? '' : `“${short(chosen.text)}”`,
    createdWords(chosen.created),
  ].filter((words) => words !== '');
}

/** `Audit`, `Audit, Release`, or `3 workflows`, of which `all` is the second word; empty for none. */
export function someOf(names: readonly string[], all: 'workflows' | 'people' | 'projects'): string {
  return names.length > named ? `${names.length} ${all}` : names.map(short).join(', ');
}

/** `by Ada Lovelace`, `by 3 people`; empty for nobody. */
function authorWords(authors: readonly string[]): string {
  return authors.length === 0 ? '' : `by ${someOf(authors, 'people')}`;
}

/** `project audits`, `projects audits, releases`, `3 projects`; empty for none. */
function projectWords(projects: readonly string[]): string {
  if (projects.length === 0) return '';
  if (projects.length > named) return someOf(projects, 'projects');
  return `${projects.length === 1 ? 'project' : 'projects'} ${someOf(projects, 'projects')}`;
}

/** `today`, `last 7 days`, `2026-01-01 to 2026-01-31`, `since 2026-01-01`; empty for any time. */
export function createdWords(created: CreatedRange): string {
  switch (created.kind) {
    case 'any':
      return '';
    case 'lastDays':
      return created.days === 1 ? 'today' : `last ${created.days} days`;
    case 'between': {
      const { from, to } = created;
      if (from !== null && to !== null) return from === to ? `on ${from}` : `${from} to ${to}`;
      if (from !== null) return `since ${from}`;
      return to === null ? '' : `until ${to}`;
    }
  }
}

function short(text: string): string {
  const characters = Array.from(text);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}
