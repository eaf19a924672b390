import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleText, findMessages } from '../../../scripts/setup/l10nMessages.mjs';
import { inRoot, root } from '../../../scripts/setup/paths.mjs';

describe('the words of the extension', () => {
  it('stand in the bundle that translators get (else: node scripts/l10n.mjs)', () => {
    expect(readFileSync(inRoot('l10n', 'bundle.l10n.json'), 'utf8')).toBe(bundleText(findMessages().messages));
  });

  it('are shown to nobody without being translated', () => {
    expect(findMessages().unwrapped).toEqual([]);
  });

  it.each([
    ["vscode.window.showErrorMessage('It broke.')", "'It broke.'"],
    ['vscode.window.showInformationMessage(`${name} was saved`, button)', '`${name} was saved`'],
    ["new Refusal(isOld ? 'Too old.' : t)", "isOld ? 'Too old.' : t"],
    ["pick({ placeHolder: 'Choose a run' })", "placeHolder: 'Choose a run'"],
    ['vscode.l10n.t(sentence)', 'l10n.t of something that is no plain text: vscode.l10n.t(sentence)'],
  ])('would be found untranslated in %s', (code, found) => {
    expect(findMessages({ 'planted.ts': code }).unwrapped).toEqual([`planted.ts:1: ${found}`]);
  });

  it('may be a name, a value or an icon alone without being translated', () => {
    const code = "vscode.window.showErrorMessage(message, `${one}: ${other}`); pick({ title: '$(sync~spin)' })";
    expect(findMessages({ 'fine.ts': code })).toEqual({ messages: [], unwrapped: [] });
  });

  it('count their values from {0} without a gap, as the calls give them', () => {
    for (const message of findMessages().messages) {
      const numbers = new Set([...message.matchAll(/\{(\d+)\}/g)].map(([, digits]) => Number(digits)));
      expect(
        [...numbers].toSorted((one, other) => one - other),
        message,
      ).toEqual([...numbers.keys()].map((_, index) => index));
    }
  });

  it('are found by VS Code where the manifest says, and are in the package', () => {
    const { l10n } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { l10n: string };
    expect(existsSync(path.join(root, l10n, 'bundle.l10n.json'))).toBe(true);
    const ignored = readFileSync(inRoot('.vscodeignore'), 'utf8');
    expect(ignored).toContain(`!${path.posix.normalize(l10n)}/*.json`);
    expect(ignored).toContain('!package.nls*.json');
  });

  it('in another language have the same messages with the same values', () => {
    const known = findMessages().messages;
    const translations = readdirSync(inRoot('l10n')).filter((file) => file !== 'bundle.l10n.json');
    for (const file of translations) {
      const translated = JSON.parse(readFileSync(inRoot('l10n', file), 'utf8')) as Record<string, string>;
      expect(
        Object.keys(translated).filter((message) => !known.includes(message)),
        file,
      ).toEqual([]);
    }
  });
});
