import { accessibilityViolations } from '../host/accessibility';
import { expect, test } from './fixtures';
import { galleryStates, type GalleryState } from './states';
import { themeNames } from './themes';

for (const state of Object.keys(galleryStates) as GalleryState[]) {
  test(`${state} keeps to the content security policy and can be used by everybody`, async ({ gallery }) => {
    for (const theme of themeNames) {
      await gallery.open(state, theme);
      if (await gallery.node('sizes').isVisible()) {
        await gallery.node('sizes').click();
        await expect(gallery.page.getByRole('heading', { name: 'Definition' })).toBeVisible();
      }
      expect(await gallery.page.evaluate(() => window.gallery.cspViolations)).toEqual([]);
      expect(await accessibilityViolations(gallery.page.mainFrame()), theme).toEqual([]);
    }
  });
}

test('the toolkit comes after the first paint and works under the policy', async ({ gallery }) => {
  await gallery.open('live');
  await gallery.page.waitForFunction(() => customElements.get('vscode-button') !== undefined);
  await gallery.page.evaluate(() => window.gallery.change({ graph: { nodes: [], edges: [] } }));
  await expect(gallery.page.locator('vscode-button')).toHaveText(['Add Node', 'Open as Text']);
  await gallery.page.getByRole('button', { name: 'Open as Text' }).click();
  await expect.poll(() => gallery.asked('editor/command')).toEqual([{ command: 'openAsText' }]);
  expect(await gallery.page.evaluate(() => window.gallery.cspViolations)).toEqual([]);
});

test('every status is said in words, not by icon and colour alone', async ({ gallery }) => {
  await gallery.open('partial');
  const card = (name: RegExp) => gallery.page.getByRole('group', { name });
  await expect(card(/^List packages, .*, Succeeded, 2\.4s/)).toBeVisible();
  await expect(card(/, Failed, 3\.7s, du: cannot access/)).toBeVisible();
  await expect(card(/^Scan for known flaws, .*, Stopped/)).toBeVisible();
  await expect(card(/^Publish, sh, Skipped/)).toBeVisible();
  await expect(gallery.page.getByRole('region', { name: 'Loaded run' })).toContainText('Partial Success');
});

test('under reduced motion the icon of a running node stays and stands still', async ({ gallery }) => {
  await gallery.page.emulateMedia({ reducedMotion: 'reduce' });
  await gallery.open('running');
  const icon = gallery.node('duplicates').locator('.codicon-sync');
  await expect(icon).toBeVisible();
  await expect(icon).toHaveCSS('animation-name', 'none');
});

test('a change of status reaches its node and is announced once', async ({ gallery }) => {
  await gallery.open('running');
  await gallery.page.evaluate(() => {
    const { nodeRuns, loaded } = window.gallery.state();
    const scan = nodeRuns.find(({ id }) => id === 'scan');
    if (scan) window.gallery.changeNodeRuns([{ ...scan, status: 'failed', message: 'no network' }]);
    if (loaded?.run) window.gallery.change({ loaded: { ...loaded, run: { ...loaded.run, status: 'Failed' } } });
  });
  await expect(gallery.node('scan')).toHaveAccessibleName(/Failed, no network/);
  await expect(gallery.node('scan').locator('.card')).toHaveAttribute('title', /Failed: no network/);
  await expect(gallery.page.getByRole('status')).toHaveText('Run Dependency audit 12: Failed');
});

test('a drag of one node asks for exactly one move, and the node stays where it was put', async ({ gallery }) => {
  await gallery.open('live');
  const before = await gallery.node('publish').boundingBox();
  if (before === null) throw new Error('The node is not in sight.');
  const { mouse } = gallery.page;
  await mouse.move(before.x + 60, before.y + 10);
  await mouse.down();
  await mouse.move(before.x + 30, before.y + 80, { steps: 8 });
  const inHand = await gallery.node('publish').boundingBox();
  expect(inHand?.y).toBeGreaterThan(before.y + 40);
  await mouse.up();
  await expect.poll(() => gallery.asked('editor/move')).toHaveLength(1);
  expect(await gallery.node('publish').boundingBox()).toEqual(inHand);
  await expect(gallery.page.getByRole('region', { name: 'Node Publish' })).toBeHidden();
});

test('nodes that are selected together move together, with one request', async ({ gallery }) => {
  await gallery.open('live');
  await gallery.node('licences').click();
  await gallery.node('duplicates').click({ modifiers: ['Control'] });
  const before = await gallery.node('licences').boundingBox();
  if (before === null) throw new Error('The node is not in sight.');
  const { mouse } = gallery.page;
  await mouse.move(before.x + 60, before.y + 10);
  await mouse.down();
  await mouse.move(before.x + 60, before.y - 60, { steps: 8 });
  await mouse.up();
  await expect.poll(() => gallery.asked('editor/move')).toHaveLength(1);
  const [move] = (await gallery.asked('editor/move')) as [{ positions: { nodeId: string }[] }];
  expect(move.positions.map(({ nodeId }) => nodeId).sort()).toEqual(['duplicates', 'licences']);
});

test('a snapshot cannot be moved', async ({ gallery }) => {
  await gallery.open('snapshot');
  await gallery.node('publish').dragTo(gallery.page.getByRole('application'), { targetPosition: { x: 300, y: 60 } });
  expect(await gallery.asked('editor/move')).toEqual([]);
});

test('of 2,000 nodes only those in sight are in the page', async ({ gallery }) => {
  await gallery.open('large');
  const count = await gallery.page.locator('.react-flow__node').count();
  expect(count).toBeGreaterThan(10);
  expect(count).toBeLessThan(150);
});

test('the keyboard reaches a node out of sight, opens the inspector there and comes back', async ({ gallery }) => {
  await gallery.open('large');
  const { page } = gallery;
  await expect(gallery.node('n1999')).toHaveCount(0);
  await page.keyboard.press('Tab');
  const isOnNode = () => page.evaluate(() => document.activeElement?.matches('.react-flow__node'));
  while (!(await isOnNode())) await page.keyboard.press('Tab');
  await expect(gallery.node('n0')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(gallery.node('n1')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(gallery.node('n46')).toBeFocused();
  await page.keyboard.press('End');
  const last = page.locator('.react-flow__node:focus');
  await expect(last).toBeInViewport({ ratio: 0.999 });
  const name = (await last.getAttribute('data-id')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: `Node ${name}` })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(gallery.node(name)).toBeFocused();
});

test('Delete takes the selected nodes out together, and the keyboard stays on the canvas', async ({ gallery }) => {
  await gallery.open('live');
  await gallery.node('licences').click();
  await gallery.node('duplicates').click({ modifiers: ['Control'] });
  await gallery.node('duplicates').focus();
  await gallery.page.keyboard.press('Delete');
  await expect.poll(() => gallery.asked('editor/edit')).toHaveLength(1);
  const [{ edit }] = (await gallery.asked('editor/edit')) as [{ edit: { kind: string; nodeIds: string[] } }];
  expect(edit.kind).toBe('removeNodes');
  expect(edit.nodeIds.toSorted()).toEqual(['duplicates', 'licences']);
  await expect(gallery.page.locator('.react-flow__node:focus')).toHaveCount(1);
  await expect(gallery.node('duplicates')).not.toBeFocused();
});

test('of a snapshot nothing can be deleted', async ({ gallery }) => {
  await gallery.open('snapshot');
  await gallery.node('publish').focus();
  await gallery.page.keyboard.press('Delete');
  await gallery.page.keyboard.press('Enter');
  await expect(gallery.page.getByRole('region', { name: 'Node Publish' })).toBeFocused();
  expect(await gallery.asked('editor/edit')).toEqual([]);
});

test('a node is moved from the keyboard with Alt and the arrows', async ({ gallery }) => {
  await gallery.open('live');
  await gallery.node('publish').focus();
  await gallery.page.keyboard.press('Alt+ArrowDown');
  await expect
    .poll(() => gallery.asked('editor/move'))
    .toEqual([{ positions: [{ nodeId: 'publish', x: 1200, y: 160 }] }]);
});

test('a node that is moved by key far beyond the border stays in sight, and keeps the keyboard', async ({
  gallery,
}) => {
  await gallery.open('live');
  const node = gallery.node('report');
  const top = async (): Promise<number> => (await node.boundingBox())?.y ?? 0;
  await node.focus();
  const before = await top();
  for (let step = 0; step < 40; step += 1) await gallery.page.keyboard.press('Alt+ArrowDown');
  await expect(node).toBeFocused();
  expect(await top()).toBeGreaterThan(before);
  await expect(node).toBeInViewport({ ratio: 1 });
  const [from, to] = await gallery.page.evaluate(() => {
    const asked = window.gallery.requests.filter(({ method }) => method === 'editor/move');
    const places = asked.map(({ params }) => (params as { positions: { y: number }[] }).positions[0]?.y ?? 0);
    return [places[0] ?? 0, places.at(-1) ?? 0];
  });
  expect(to - from).toBe(39 * 20);
});

test('a live log stays at its end until one scrolls up', async ({ gallery }) => {
  await gallery.open('running');
  await gallery.node('duplicates').click();
  const log = gallery.page.getByRole('log');
  await expect(log).toContainText('read package 40 of 1284');
  const write = (text: string) => gallery.page.evaluate((more) => window.gallery.writeLog(more), text);
  const fromEnd = () => log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
  await write('line\n'.repeat(50));
  await write('the newest line\n');
  await expect(log).toContainText('the newest line');
  expect(await fromEnd()).toBeLessThan(2);
  await log.hover();
  await gallery.page.mouse.wheel(0, -400);
  await expect.poll(fromEnd).toBeGreaterThan(100);
  await write('an even newer line\n');
  await expect(log).toContainText('an even newer line');
  expect(await fromEnd()).toBeGreaterThan(100);
});

test('another tab or node ends the log that was followed', async ({ gallery }) => {
  await gallery.open('running');
  await gallery.node('duplicates').click();
  await gallery.page.getByRole('tab', { name: 'stderr' }).click();
  await expect(gallery.page.getByRole('log')).toHaveText('Nothing was written to stderr.');
  await expect.poll(() => gallery.asked('$/cancelRequest')).toHaveLength(1);
});

test('a revealed node is selected and brought into sight', async ({ gallery }) => {
  await gallery.open('large');
  await gallery.page.evaluate(() => window.gallery.reveal('n1500'));
  await expect(gallery.node('n1500')).toBeInViewport({ ratio: 0.999 });
  await expect(gallery.page.getByRole('region', { name: 'Node n1500' })).toBeVisible();
});

test('a reload keeps the view, the selection and the width of the inspector', async ({ gallery }) => {
  await gallery.open('completed');
  await gallery.node('scan').click();
  const handle = gallery.page.getByRole('separator');
  await handle.focus();
  await gallery.page.keyboard.press('ArrowLeft');
  const view = () => gallery.page.locator('.react-flow__viewport').getAttribute('style');
  const firstZoom = Number(/scale\(([\d.]+)\)/.exec((await view()) ?? '')?.[1]);
  await gallery.page.getByRole('button', { name: 'Zoom Out' }).click();
  const zoomRemembered = () =>
    gallery.page.evaluate(() => JSON.parse(sessionStorage.getItem('completed') ?? '{}').viewport?.zoom);
  await expect.poll(zoomRemembered).toBeLessThan(firstZoom / 1.1);
  const before = await view();
  await gallery.page.reload();
  await expect(gallery.page.getByRole('region', { name: 'Node Scan for known flaws' })).toBeVisible();
  await expect(handle).toHaveAttribute('aria-valuenow', '380');
  expect(await view()).toBe(before);
});

test('the banner asks the host for what its buttons and its menu say', async ({ gallery }) => {
  await gallery.open('stale');
  await gallery.page.getByRole('button', { name: 'Restore' }).click();
  await gallery.page.getByRole('button', { name: 'More actions' }).press('Enter');
  await gallery.page.keyboard.press('End');
  await gallery.page.keyboard.press('Enter');
  await expect.poll(() => gallery.asked('editor/command')).toEqual([{ command: 'restore' }, { command: 'delete' }]);
});

test('a file that is gone is said to be, and can be written again', async ({ gallery }) => {
  await gallery.open('deleted');
  const { page } = gallery;
  await expect(page.getByRole('heading')).toHaveText('audit.workflow.yaml is gone');
  await page.getByRole('button', { name: 'Write It Again' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => gallery.asked('editor/command')).toEqual([{ command: 'save' }, { command: 'close' }]);
});
