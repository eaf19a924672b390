/** docs/keyboard.md says what the table of shortcuts says; after a change of the table: npx vitest run --project unit keyboard -u */
import { expect, it } from 'vitest';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import { shortcutOf, shortcuts, type Shortcut } from '../../../src/webview/editor/authoring/model/shortcuts';
import { menuGroups } from '../../../src/webview/editor/authoring/menu/menuEntries';
import { menuStep } from '../../../src/webview/editor/authoring/menu/menuKeys';
import { keyText, type Platform } from '../../../src/webview/editor/authoring/shortcuts/keyText';
import { listedShortcuts, timelineShortcuts } from '../../../src/webview/editor/authoring/shortcuts/listing';
import { moveIn } from '../../../src/webview/editor/timeline/model/rowKeys';
import { someRow } from '../webview/timeline/someRows';

const rows: readonly Shortcut[] = Object.values(shortcuts);

function keyCell({ keys }: Pick<Shortcut, 'keys'>, platform: Platform): string {
  return keys.map((key) => `\`${keyText(key, platform)}\``).join(', ') || 'from the menu';
}

function page(): string {
  const groups = [...listedShortcuts(), timelineShortcuts].map(({ group, rows: listed }) =>
    [
      `## ${group}`,
      '',
      '| what | Windows, Linux | macOS |',
      '|---|---|---|',
      ...listed.map((row) => `| ${row.label} | ${keyCell(row, 'other')} | ${keyCell(row, 'mac')} |`),
    ].join('\n'),
  );
  return `# Keys of the canvas

The canvas is one tab stop: Tab goes in and out, and the keys below work on the node that has the focus. The menu key (or
Shift+F10) offers what can be done with it, \`?\` shows this list in the editor, Tab and Shift+Tab lead to the corners. Several
nodes are selected with Shift or Ctrl (Cmd) and a click, or by dragging a frame with Shift held down. Undo and redo are VS Code's.

<!-- Made from src/webview/editor/authoring/model/shortcuts.ts and held to it by test/unit/house/keyboard.test.ts. -->

${groups.join('\n\n')}
`;
}

it('docs/keyboard.md lists every key of the canvas', async () => {
  await expect(page()).toMatchFileSnapshot(inRoot('docs', 'keyboard.md'));
});

it('lists every shortcut once, under what it is for', () => {
  expect(listedShortcuts().flatMap((group) => group.rows)).toHaveLength(rows.length);
});

it('the rows of the timeline know every key that is listed for them', () => {
  const rowsOfTree = [someRow('scan', { isModule: true }), someRow('scan/fetch')];
  for (const { label, keys } of timelineShortcuts.rows) {
    for (const listed of keys) {
      const shift = listed.startsWith('Shift+');
      const key = listed === 'Space' ? ' ' : listed.replace('Shift+', '');
      const pressed = { key, shift, rows: rowsOfTree, at: 0, page: 5, closed: new Set<string>() };
      expect(moveIn(pressed), `${label}: ${listed}`).toBeDefined();
    }
  }
});

it('no key does two things', () => {
  const keys = rows.flatMap((row) => row.keys);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

it.each([
  [{ key: 'l', shiftKey: true }, 'arrangeSelection'],
  [{ key: 'ArrowLeft', ctrlKey: true, shiftKey: true }, 'alignLeft'],
  [{ key: '?', shiftKey: true }, 'help'],
  [{ key: 'f', metaKey: true }, 'find'],
  [{ key: ' ' }, 'toggle'],
  [{ key: 'F10', shiftKey: true }, 'menu'],
  [{ key: 'F', altKey: true }, undefined],
])('knows the key press %o', (pressed, id) => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  expect(shortcutOf({ ...none, ...pressed })).toBe(id);
});

it('writes keys as the platform does', () => {
  expect(keyText('Mod+Shift+ArrowLeft', 'other')).toBe('Ctrl+Shift+←');
  expect(keyText('Mod+Shift+ArrowLeft', 'mac')).toBe('⇧⌘←');
  expect(keyText('+', 'other')).toBe('+');
});

it('a menu has only what can be done now, by what it is for', () => {
  const groups = menuGroups('node', (id) => id === 'inspect' || id === 'remove' || id === 'copy');
  expect(groups.map((entries) => entries.map(({ id }) => id))).toEqual([['inspect'], ['copy', 'remove']]);
});

it('in a menu arrows go round, and letters to the next entry that begins with them', () => {
  const labels = ['Copy', 'Cut', 'Delete'];
  expect(menuStep(labels, 2, 'ArrowDown')).toBe(0);
  expect(menuStep(labels, 0, 'ArrowUp')).toBe(2);
  expect(menuStep(labels, 0, 'c')).toBe(1);
  expect(menuStep(labels, 1, 'C')).toBe(0);
  expect(menuStep(labels, 1, 'x')).toBeNull();
  expect(menuStep(labels, 1, 'F5')).toBeNull();
});
