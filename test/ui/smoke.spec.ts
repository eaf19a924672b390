import { expect, test } from './host/fixtures';

test('an installed Runlens has its place in the activity bar, with its views', async ({ workbench }) => {
  await workbench.showContainer('Runlens');
  await expect(workbench.view('Workspace Runs')).toBeVisible();
  await expect(workbench.view('Workflow Runs')).toBeVisible();
});
