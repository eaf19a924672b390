/** What is arranged on the canvas stands in the text, and is one step of undo. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './host/fixtures';
import { openCanvas } from './host/workflowEditor';

const fileName = 'tangled.workflow.yaml';
const text = `# Two branches that somebody dropped anywhere.
name: Tangled

nodes:
  fetch:
    run: echo words > words.txt
    outputs: { words: words.txt }

  count: # by lines
    inputs: { words: { from: fetch.words } }
    run: wc -l < "$words"

  sort:
    inputs: { words: { from: fetch.words } }
    run: sort "$words" > sorted.txt
    outputs: { sorted: sorted.txt }

  publish:
    needs: [count, sort]
    run: echo done

layout:
  fetch: [300, 40] # the first
  count: [40, 300]
  sort: [320, 320]
  publish: [60, 20]
`;

test('nodes are arranged by key and by menu, found by their words, and Ctrl+Z gives each text back', async ({
  workbench,
  workspace,
  cspViolations,
}) => {
  const file = path.join(workspace, fileName);
  await writeFile(file, text);
  const editor = await openCanvas(workbench, fileName);
  const { frame } = editor;
  const { keyboard } = workbench.page;
  const heard = frame.locator('.announcer');
  const saved = async (): Promise<string> => {
    await keyboard.press('Control+S');
    await expect(workbench.tab(fileName)).not.toHaveClass(/dirty/);
    return readFile(file, 'utf8');
  };
  const placesIn = (written: string): Map<string, [number, number]> =>
    new Map(
      [...written.matchAll(/^ {2}([a-z]+): \[(-?\d+), (-?\d+)\]/gm)].map(([, id = '', x, y]) => [
        id,
        [Number(x), Number(y)],
      ]),
    );

  await test.step('All of them, by key', async () => {
    await editor.node('fetch').focus();
    await keyboard.press('l');
    await expect(heard).toHaveText('Arranged 4 nodes');
    const arranged = await saved();
    // Positions and nothing else.
    const withoutNumbers = (written: string): string => written.replaceAll(/\[-?\d+, -?\d+\]/g, '[]');
    expect(withoutNumbers(arranged)).toBe(withoutNumbers(text));
    const places = placesIn(arranged);
    const x = (id: string): number => places.get(id)?.[0] ?? Number.NaN;
    expect(x('fetch')).toBeLessThan(x('count'));
    expect(x('count')).toBe(x('sort'));
    expect(x('sort')).toBeLessThan(x('publish'));
    await expect(editor.node('fetch')).toBeFocused();
    await keyboard.press('Control+Z');
    expect(await saved()).toBe(text);
  });

  await test.step('Those selected by key, aligned from the menu by key', async () => {
    await editor.node('count').focus();
    // Undo selected what it changed.
    await keyboard.press('Escape');
    await keyboard.press('Space');
    await editor.node('sort').focus();
    await keyboard.press('Space');
    await expect(heard).toHaveText('2 nodes selected');
    await keyboard.press('Shift+F10');
    await expect(frame.getByRole('menu')).toBeVisible();
    // VS Code's own menu stays away.
    await expect(workbench.page.locator('.monaco-menu')).toHaveCount(0);
    const entry = frame.getByRole('menuitem', { name: 'Align Top' });
    for (let press = 0; press < 30 && !(await entry.evaluate((e) => e === document.activeElement)); press++) {
      await keyboard.press('ArrowDown');
    }
    await keyboard.press('Enter');
    await expect(heard).toHaveText('Aligned 2 nodes');
    await expect(editor.node('sort')).toBeFocused();
    await expect.poll(saved).toBe(text.replace('[320, 320]', '[320, 300]'));
    await keyboard.press('Control+Z');
    await expect.poll(saved).toBe(text);
  });

  await test.step('Found by what it is called, and described with its wires', async () => {
    await editor.node('fetch').focus();
    await keyboard.press('Control+F');
    const field = frame.getByRole('textbox', { name: /^Find a node/ });
    await expect(field).toBeFocused();
    await keyboard.type('publ');
    await expect(frame.getByText('1 of 1', { exact: true })).toBeVisible();
    await keyboard.press('Escape');
    await expect(editor.node('publish')).toBeFocused();
    await expect(editor.node('publish')).toHaveAccessibleDescription('After count and sort.');
  });

  await test.step('A right click opens our menu alone', async () => {
    await editor.node('sort').click({ button: 'right' });
    await expect(frame.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible();
    await expect(workbench.page.locator('.monaco-menu')).toHaveCount(0);
    await keyboard.press('Escape');
    await keyboard.press('Shift+?');
    await expect(frame.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(editor.node('sort')).toBeFocused();
  });
  expect(cspViolations).toEqual([]);
});
