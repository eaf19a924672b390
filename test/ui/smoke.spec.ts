import { expect, test } from './host/fixtures';
import { openCanvas } from './host/workflowEditor';

test('an installed Runlens has its place in the activity bar, with its views', async ({ workbench }) => {
  await workbench.showContainer('Runlens');
  await expect(workbench.view('Workspace Runs')).toBeVisible();
  await expect(workbench.view('Workflow Runs')).toBeVisible();
});

test('what the editor is not allowed to load is refused, and noticed by these tests', async ({
  workbench,
  cspViolations,
}) => {
  const { frame } = await openCanvas(workbench, 'release-check.workflow.yaml');
  expect(cspViolations).toEqual([]);
  await frame.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p style="color: red"><img alt="" src="https://example.invalid/x.png">',
    );
  });
  await expect.poll(() => cspViolations.map(({ text }) => text).join()).toMatch(/inline style.*example\.invalid/s);
});
