/** The menu behind a view's filter button: a row for each filter with what it is set to. Escape in a question comes back here. */
import path from 'node:path';
import * as vscode from 'vscode';
import { isFiltered, noFilters, type ChosenFilters } from '../../model/run/chosenFilters';
import { createdWords, someOf } from '../../model/run/filterWords';
import type { RunFilter } from '../../model/run/query';
import { listFacets, type RunFacets } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { plainText } from '../shownText';
import {
  askForAuthors,
  askForCreated,
  askForProjects,
  askForTab,
  askForText,
  askForWorkflows,
  type Answer,
} from './filterSteps';
import type { RunTree } from './runTree';

interface FilterRow extends vscode.QuickPickItem {
  readonly ask: () => Answer;
}

/**
 * Lets the user set the filters of a view one after the other; each is in effect at once.
 * @throws EngineUnavailableError
 */
export async function chooseFilters(tree: RunTree, connection: EngineConnection): Promise<void> {
  let facets: Promise<RunFacets> | undefined;
  const askedOnce = (): Promise<RunFacets> =>
    (facets ??= connection.send(listFacets, { folders: foldersOf(tree.scope) }));
  for (;;) {
    const row = await vscode.window.showQuickPick(rowsFor(tree, askedOnce), {
      title: vscode.l10n.t('Filter {0}', tree.title),
      placeHolder: vscode.l10n.t('Choose what to filter by'),
    });
    if (!row) return;
    const chosen = await row.ask();
    if (chosen) await tree.choose(chosen);
    // Nothing is left to set.
    if (chosen === noFilters) return;
  }
}

function rowsFor(tree: RunTree, facets: () => Promise<RunFacets>): readonly FilterRow[] {
  const { chosen } = tree;
  const rows = [row('pulse', vscode.l10n.t('Status'), chosen.tab === 'All' ? '' : chosen.tab, () => askForTab(chosen))];
  if (tree.scope?.workflowPaths === null) {
    rows.push(
      row('type-hierarchy', vscode.l10n.t('Recent Workflows'), workflowNames(chosen), () =>
        askForWorkflows(chosen, facets()),
      ),
      row('folder', vscode.l10n.t('Project'), someOf(chosen.projects, 'projects'), () =>
        askForProjects(chosen, facets()),
      ),
    );
  }
  rows.push(
    row('person', vscode.l10n.t('Started By'), someOf(chosen.authors, 'people'), () => askForAuthors(chosen, facets())),
    row('search', vscode.l10n.t('Name or Id'), chosen.text && `“${chosen.text}”`, () => askForText(chosen)),
    row('calendar', vscode.l10n.t('Time Created'), createdWords(chosen.created), () => askForCreated(chosen)),
  );
  if (isFiltered(chosen)) {
    rows.push({
      label: vscode.l10n.t('Clear All Filters'),
      iconPath: new vscode.ThemeIcon('clear-all'),
      ask: () => Promise.resolve(noFilters),
    });
  }
  return rows;
}

function row(icon: string, label: string, words: string, ask: () => Answer): FilterRow {
  const description = words === '' ? vscode.l10n.t('all') : plainText(words);
  return { label, description, iconPath: new vscode.ThemeIcon(icon), ask };
}

function workflowNames({ workflows }: ChosenFilters): string {
  return someOf(
    workflows.map(({ name }) => name),
    'workflows',
  );
}

/** Where to look for what can be chosen: of one workflow that is its folder. */
function foldersOf(scope: RunFilter | null): string[] | null {
  if (scope?.workflowPaths) return scope.workflowPaths.map((file) => path.dirname(file));
  return scope?.folders ? [...scope.folders] : null;
}
