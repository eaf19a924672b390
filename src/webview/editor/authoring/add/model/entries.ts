/** What the palette offers for what was typed. */
import type { InputType, Shell } from '../../../../../model/workflow/workflow';
import { scriptEndingsInWords, shellOfFile } from '../../../../../model/workflow/scriptFiles';
import type { NewNode, NodeFile } from '../../../../../protocol/adding';

/** The palette asks one thing after the other. */
export type Question = 'what' | 'scriptName' | 'inputName';

export type Choice =
  | { readonly kind: 'node'; readonly node: NewNode }
  | { readonly kind: 'input'; readonly name: string; readonly type: InputType }
  | { readonly kind: 'ask'; readonly question: Exclude<Question, 'what'> };

export interface Entry {
  /** Unique among the entries of a list. */
  readonly id: string;
  readonly icon: string;
  readonly label: string;
  /** Quiet, behind the label. */
  readonly detail: string;
  readonly choice: Choice;
}

/** How the questions read. `suggestion` stands in the field at first, its name marked to be typed over. */
export const asked: Readonly<
  Record<Question, { readonly label: string; readonly placeholder: string; readonly suggestion: string }>
> = {
  what: { label: 'Add to the workflow', placeholder: 'Name a new script, or find a file', suggestion: '' },
  scriptName: { label: 'Path of the new script file', placeholder: 'tools/count.sh', suggestion: 'script.sh' },
  inputName: { label: 'Name of the new input', placeholder: 'Name of the input, then its type', suggestion: '' },
};

/** What is said under the list; may be empty. */
export function noteOf(
  question: Question,
  text: string,
  { isSearching, hasMore }: { readonly isSearching: boolean; readonly hasMore: boolean },
): string {
  switch (question) {
    case 'what':
      if (isSearching) return 'Looking for files…';
      return hasMore ? 'There are more files; type to find them.' : '';
    case 'scriptName':
      return shellOfFile(text.trim()) === null
        ? `End the name with ${scriptEndingsInWords}.`
        : 'The path is relative to the workflow file.';
    case 'inputName':
      return 'Choose its type.';
  }
}

const shells: readonly { readonly shell: Shell; readonly called: string }[] = [
  { shell: 'sh', called: 'sh' },
  { shell: 'bash', called: 'Bash' },
  { shell: 'python', called: 'Python' },
  { shell: 'node', called: 'Node.js' },
];
const inputTypes: readonly InputType[] = ['string', 'number', 'boolean', 'file', 'folder'];

/** The entries, best first. `files`: those that were found for the text or for a part of it. */
export function entriesOf(question: Question, text: string, files: readonly NodeFile[]): readonly Entry[] {
  switch (question) {
    case 'what':
      return [...matching(kinds, text), ...matching(files.map(fileEntry), text), ...named(text.trim())];
    case 'scriptName': {
      const path = text.trim();
      const shell = shellOfFile(path);
      if (shell === null) return [];
      const choice: Choice = { kind: 'node', node: { kind: 'newScript', path } };
      return [{ id: 'create', icon: 'new-file', label: `Create ${path}`, detail: calledOf(shell), choice }];
    }
    case 'inputName':
      return inputTypes.map((type) => ({
        id: `input ${type}`,
        icon: 'symbol-parameter',
        label: type,
        detail: inputDetail[type],
        choice: { kind: 'input', name: text.trim(), type },
      }));
  }
}

const inputDetail: Readonly<Record<InputType, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  file: 'a path to a file',
  folder: 'a path to a folder',
};

const kinds: readonly Entry[] = [
  ...shells.map((shell) => scriptEntry('', shell)),
  {
    id: 'new file',
    icon: 'new-file',
    label: 'New Script File…',
    detail: 'made beside the workflow',
    choice: { kind: 'ask', question: 'scriptName' },
  },
  {
    id: 'new input',
    icon: 'symbol-parameter',
    label: 'Input…',
    detail: 'a value that each run may set',
    choice: { kind: 'ask', question: 'inputName' },
  },
];

/** What was typed is the name of something new. */
function named(name: string): Entry[] {
  return name === '' ? [] : shells.map((shell) => scriptEntry(name, shell));
}

/** True for something new that is called what was typed: nothing else fits so far, but a file may. */
export function isNamed(entry: Entry | undefined): boolean {
  const choice = entry?.choice;
  return choice?.kind === 'node' && choice.node.kind === 'command' && choice.node.name !== '';
}

function scriptEntry(name: string, { shell, called }: (typeof shells)[number]): Entry {
  return {
    id: `command ${shell} ${name}`,
    icon: 'terminal',
    label: name === '' ? 'Script' : `Script “${name}”`,
    detail: called,
    choice: { kind: 'node', node: { kind: 'command', shell, name } },
  };
}

function fileEntry({ path, kind }: NodeFile): Entry {
  return {
    id: `file ${path}`,
    icon: kind === 'module' ? 'package' : 'file-code',
    label: path,
    detail: kind === 'module' ? 'Module' : 'Script file',
    choice: { kind: 'node', node: { kind: 'file', path } },
  };
}

function calledOf(shell: Shell): string {
  return `run by ${shells.find((one) => one.shell === shell)?.called ?? shell}`;
}

function matching(entries: readonly Entry[], text: string): readonly Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ label, detail }) => {
    const said = `${label} ${detail}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
