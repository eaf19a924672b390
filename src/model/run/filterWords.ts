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
    workflowWords(chosen.workflows.map(({ name }) => name)),
    authorWords(chosen.authors),
    projectWords(chosen.projects),
    chosen.text === '' ? '' : `“${short(chosen.text)}”`,
    createdWords(chosen.created),
  ].filter((words) => words !== '');
}

/** `Audit`, `Audit, Release`, `3 workflows`; empty for none. */
export function workflowWords(names: readonly string[]): string {
  return names.length > named ? `${names.length} workflows` : list(names);
}

/** `by Ada Lovelace`, `by 3 people`; empty for nobody. */
export function authorWords(authors: readonly string[]): string {
  if (authors.length === 0) return '';
  return authors.length > named ? `by ${authors.length} people` : `by ${list(authors)}`;
}

/** `project audits`, `projects audits, releases`, `3 projects`; empty for none. */
export function projectWords(projects: readonly string[]): string {
  if (projects.length === 0) return '';
  if (projects.length > named) return `${projects.length} projects`;
  return `${projects.length === 1 ? 'project' : 'projects'} ${list(projects)}`;
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

function list(names: readonly string[]): string {
  return names.map(short).join(', ');
}

function short(text: string): string {
  const characters = Array.from(text);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}
