import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { layeredWorkflow } from '../bench/editor/layeredWorkflow.mjs';
import { expect, test } from './host/fixtures';
import { openCanvas } from './host/workflowEditor';

/** A tenth of them: the window has room for fewer at the first zoom, and each one out of sight would cost every frame. */
const mostCards = 200;

test('of 2,000 nodes only those in sight are in the page, wherever one looks', async ({ workbench, workspace }) => {
  await writeFile(path.join(workspace, 'large.workflow.yaml'), layeredWorkflow('Large', 2000));
  const { frame } = await openCanvas(workbench, 'large.workflow.yaml');
  await expect(frame.locator('.canvas')).toHaveAttribute('aria-label', /2000 nodes/);
  const cards = frame.locator('.react-flow__node');
  expect(await cards.count()).toBeLessThanOrEqual(mostCards);

  await frame.locator('.canvas').focus();
  await workbench.page.keyboard.press('End');
  const last = frame.locator('.react-flow__node:focus');
  await expect(last).toHaveAttribute('aria-label', /of layer 39/);
  expect(await cards.count()).toBeLessThanOrEqual(mostCards);
});
