/** One question for each filter of a view. Each gives the filters with the answer, or undefined for Escape. */
import * as vscode from 'vscode';
import { startOfDay, type ChosenFilters, type CreatedRange } from '../../model/run/chosenFilters';
import { createdWords } from '../../model/run/filterWords';
import { runTabs, statusesOfTab, type RunTab } from '../../model/run/query';
import type { RunFacets } from '../../protocol/engine';
import { plainText } from '../shownText';
import { longestSearch } from './keptFilters';

/** The filters after the question. */
export type Answer = Promise<ChosenFilters | undefined>;

/** Which statuses? */
export async function askForTab(chosen: ChosenFilters): Answer {
  const items = runTabs.map((tab) => ({ tab, label: tab, description: tabWords(tab), ...mark(tab === chosen.tab) }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Filter by Status'),
    placeHolder: vscode.l10n.t('Show the runs of …'),
  });
  return picked && { ...chosen, tab: picked.tab };
}

/** Which of the workflows that ran, the last ones first? */
export async function askForWorkflows(chosen: ChosenFilters, facets: Promise<RunFacets>): Answer {
  const chosenPaths = new Set(chosen.workflows.map(({ path }) => path));
  const items = facets.then(({ workflows }) => {
    const there = new Set(workflows.map(({ path }) => path));
    return [...workflows, ...chosen.workflows.filter(({ path }) => !there.has(path))].map(({ path, name }) => ({
      workflow: { path, name },
      label: plainText(name),
      description: plainText(vscode.workspace.asRelativePath(path)),
      picked: chosenPaths.has(path),
    }));
  });
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    title: vscode.l10n.t('Filter by Workflow'),
    placeHolder: vscode.l10n.t('Recent workflows; none chosen shows all'),
  });
  return picked && { ...chosen, workflows: picked.map(({ workflow }) => workflow) };
}

/** Started by whom? */
export async function askForAuthors(chosen: ChosenFilters, facets: Promise<RunFacets>): Answer {
  const authors = await askForSome(
    facets.then((all) => all.authors),
    chosen.authors,
    vscode.l10n.t('Filter by Who Started the Run'),
    vscode.l10n.t('Started by; none chosen shows all'),
  );
  return authors && { ...chosen, authors };
}

/** Of which projects? */
export async function askForProjects(chosen: ChosenFilters, facets: Promise<RunFacets>): Answer {
  const projects = await askForSome(
    facets.then((all) => all.projects),
    chosen.projects,
    vscode.l10n.t('Filter by Project'),
    vscode.l10n.t('Projects; none chosen shows all'),
  );
  return projects && { ...chosen, projects };
}

/** What is in the name or the id? */
export async function askForText(chosen: ChosenFilters): Answer {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter by Name or Id'),
    prompt: vscode.l10n.t('Part of the name or of the id of a run; nothing shows all'),
    value: chosen.text,
    validateInput: (input) =>
      input.trim().length > longestSearch
        ? vscode.l10n.t('At most {0} characters can be searched for.', longestSearch)
        : undefined,
  });
  return text === undefined ? undefined : { ...chosen, text: text.trim() };
}

/** Created when? */
export async function askForCreated(chosen: ChosenFilters): Answer {
  const ranges: readonly CreatedRange[] = [
    { kind: 'any' },
    { kind: 'lastDays', days: 1 },
    { kind: 'lastDays', days: 7 },
    { kind: 'lastDays', days: 30 },
  ];
  const now = createdWords(chosen.created);
  const items = ranges.map((range) => {
    const words = createdWords(range);
    return { range, label: words === '' ? vscode.l10n.t('any time') : words, ...mark(words === now) };
  });
  const between = {
    range: null,
    label: vscode.l10n.t('between two days…'),
    ...mark(chosen.created.kind === 'between'),
  };
  const picked = await vscode.window.showQuickPick([...items, between], {
    title: vscode.l10n.t('Filter by Time Created'),
    placeHolder: vscode.l10n.t('Show the runs created …'),
  });
  const created = picked && (picked.range ?? (await askForDays(chosen.created)));
  return created && { ...chosen, created };
}

async function askForDays(created: CreatedRange): Promise<CreatedRange | undefined> {
  const given = created.kind === 'between' ? created : { from: null, to: null };
  const from = await askForDay(vscode.l10n.t('First day, as 2026-01-31; nothing for no limit'), given.from, null);
  if (from === undefined) return undefined;
  const to = await askForDay(vscode.l10n.t('Last day, as 2026-01-31; nothing for no limit'), given.to, from);
  if (to === undefined) return undefined;
  return from === null && to === null ? { kind: 'any' } : { kind: 'between', from, to };
}

/** A day, null for none, or undefined for Escape. */
async function askForDay(
  prompt: string,
  value: string | null,
  notBefore: string | null,
): Promise<string | null | undefined> {
  const day = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter by Time Created'),
    prompt,
    value: value ?? '',
    validateInput: (input) => {
      const text = input.trim();
      if (text === '') return undefined;
      if (startOfDay(text) === null) return vscode.l10n.t('Write the day as year-month-day, such as 2026-01-31.');
      return notBefore !== null && text < notBefore
        ? vscode.l10n.t('The last day cannot be before the first one, {0}.', notBefore)
        : undefined;
    },
  });
  return day === undefined ? undefined : day.trim() || null;
}

async function askForSome(
  offered: Promise<readonly string[]>,
  chosen: readonly string[],
  title: string,
  placeHolder: string,
): Promise<readonly string[] | undefined> {
  // What is chosen is offered although no run has it any more, so that it can be given up.
  const items = offered.then((values) =>
    [...new Set([...values, ...chosen])].map((value) => ({
      value,
      label: plainText(value),
      picked: chosen.includes(value),
    })),
  );
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title, placeHolder });
  return picked?.map(({ value }) => value);
}

function tabWords(tab: RunTab): string {
  const statuses = statusesOfTab(tab) ?? [];
  return statuses.length > 1 ? statuses.join(', ') : '';
}

/** A picker of one thing cannot say which one is in effect but by an icon. */
function mark(isInEffect: boolean): { readonly iconPath: vscode.ThemeIcon; readonly picked: boolean } {
  return { iconPath: new vscode.ThemeIcon(isInEffect ? 'check' : 'blank'), picked: isInEffect };
}
