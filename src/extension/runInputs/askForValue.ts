/** Asks for the value of one input, by its type. */
import path from 'node:path';
import * as vscode from 'vscode';
import { valueOf, type InputDraft } from '../../model/run/inputDrafts';
import { fitsType } from '../../model/workflow/inputValues';
import { plainText } from '../shownText';

/** The draft with another value; undefined when the user goes back. */
export async function askForValue(draft: InputDraft, folder: vscode.Uri): Promise<InputDraft | undefined> {
  switch (draft.input.type) {
    case 'string':
    case 'number':
      return askForText(draft);
    case 'boolean':
      return askForBoolean(draft);
    case 'file':
    case 'folder':
      return askForPath(draft, folder);
  }
}

async function askForText(draft: InputDraft): Promise<InputDraft | undefined> {
  const { input, fallback } = draft;
  const text = await vscode.window.showInputBox({
    title: input.name,
    prompt:
      fallback === null
        ? vscode.l10n.t('A {0}. Nothing leaves it unset.', input.type)
        : vscode.l10n.t('A {0}. Nothing gives it its default, {1}.', input.type, plainText(fallback)),
    value: valueOf(draft) ?? '',
    validateInput: (value) =>
      value === '' || fitsType(input.type, value)
        ? undefined
        : vscode.l10n.t('“{0}” is no {1}.', plainText(value), input.type),
  });
  return text === undefined ? undefined : { ...draft, given: text === '' || text === fallback ? null : text };
}

async function askForBoolean(draft: InputDraft): Promise<InputDraft | undefined> {
  const rows = ['true', 'false'].map((label) => ({ label, given: label === draft.fallback ? null : label }));
  return picked(draft, [...rows, ...fallbackRow(draft)]);
}

async function askForPath(draft: InputDraft, folder: vscode.Uri): Promise<InputDraft | undefined> {
  const isFolder = draft.input.type === 'folder';
  const browse = {
    label: isFolder ? vscode.l10n.t('Choose a Folder…') : vscode.l10n.t('Choose a File…'),
    iconPath: new vscode.ThemeIcon('folder-opened'),
    given: undefined,
  };
  const type = { label: vscode.l10n.t('Type a Path…'), iconPath: new vscode.ThemeIcon('edit'), given: undefined };
  const row = await vscode.window.showQuickPick([browse, type, ...fallbackRow(draft)], { title: draft.input.name });
  if (row === undefined) return undefined;
  if (row.given !== undefined) return { ...draft, given: row.given };
  const chosen = row === browse ? await browseFor(draft, folder) : await typedPath(draft, folder);
  return chosen === undefined ? undefined : { ...draft, given: chosen === draft.fallback ? null : chosen };
}

async function browseFor(draft: InputDraft, folder: vscode.Uri): Promise<string | undefined> {
  const now = valueOf(draft);
  const isFolder = draft.input.type === 'folder';
  const [file] =
    (await vscode.window.showOpenDialog({
      title: draft.input.name,
      defaultUri: now === null ? folder : vscode.Uri.file(path.dirname(now)),
      canSelectFolders: isFolder,
      canSelectFiles: !isFolder,
      openLabel: vscode.l10n.t('Choose'),
    })) ?? [];
  return file?.fsPath;
}

/** Relative ones start from the workflow's folder, as those in the file do. */
async function typedPath(draft: InputDraft, folder: vscode.Uri): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title: draft.input.name,
    prompt: vscode.l10n.t('The path of a {0}, absolute or from {1}', draft.input.type, plainText(folder.fsPath)),
    value: valueOf(draft) ?? '',
    validateInput: async (value) => {
      if (!fitsType(draft.input.type, value)) return vscode.l10n.t('Write the path of a {0}.', draft.input.type);
      return isThere(path.resolve(folder.fsPath, value), draft.input.type);
    },
  });
  return text === undefined ? undefined : path.resolve(folder.fsPath, text);
}

/** What is wrong with the path; undefined when nothing is. */
async function isThere(file: string, type: InputDraft['input']['type']): Promise<string | undefined> {
  try {
    const found = await vscode.workspace.fs.stat(vscode.Uri.file(file));
    const isFolder = (found.type & vscode.FileType.Directory) !== 0;
    if (isFolder === (type === 'folder')) return undefined;
    return isFolder
      ? vscode.l10n.t('{0} is a folder.', plainText(file))
      : vscode.l10n.t('{0} is no folder.', plainText(file));
  } catch {
    return vscode.l10n.t('{0} does not exist.', plainText(file));
  }
}

interface ValueRow extends vscode.QuickPickItem {
  readonly given: string | null | undefined;
}

function fallbackRow({ fallback }: InputDraft): ValueRow[] {
  return [
    fallback === null
      ? { label: vscode.l10n.t('Leave It Unset'), iconPath: new vscode.ThemeIcon('circle-slash'), given: null }
      : {
          label: vscode.l10n.t('Use the Default'),
          description: plainText(fallback),
          iconPath: new vscode.ThemeIcon('discard'),
          given: null,
        },
  ];
}

async function picked(draft: InputDraft, rows: readonly ValueRow[]): Promise<InputDraft | undefined> {
  const row = await vscode.window.showQuickPick(rows, {
    title: draft.input.name,
    placeHolder: plainText(valueOf(draft) ?? vscode.l10n.t('not set')),
  });
  return row?.given === undefined ? undefined : { ...draft, given: row.given };
}
