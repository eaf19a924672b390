/** Schedules in a real workbench: asked for step by step, seen as a row, and started at their time. */
import { contextMenuItems } from './host/contextMenu';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';

test('Schedule… tells a cron in words, and a scheduled time becomes a row and then a run', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  const { page, quickInput } = workbench;
  await workbench.showContainer('Runlens');
  await workbench.openFile(gated.fileName);
  await workbench.runCommand('Runlens: Schedule…');
  await workbench.quickInputIs(`Schedule ${gated.fileName} (1/3)`);
  await expect(quickInput.getByText('Weekdays at 08:00')).toBeVisible();
  await workbench.fillQuickInput('0 2 * * 1-5');
  const rows = quickInput.locator('.monaco-list-row');
  await expect(rows.first()).toContainText('Weekdays at 02:00');
  await expect(rows.filter({ hasText: /\w{3}, \d+ \w{3,4} \d{4}, 02:00/ })).toHaveCount(5);
  await workbench.fillQuickInput('0 0 30 2 *');
  await expect(rows.nth(0)).toContainText('This is no schedule');
  await expect(rows.nth(1)).toContainText('The cron expression 0 0 30 2 * never comes due');
  await workbench.fillQuickInput('0 2 * * 1-5');
  await workbench.pick('Weekdays at 02:00');
  await workbench.quickInputIs(`Schedule ${gated.fileName} (2/3)`);
  await workbench.pick('Run once');
  await workbench.quickInputIs(`Schedule ${gated.fileName} (3/3)`);
  await workbench.pick('Queue');
  await expect(workbench.notification(/Scheduled: weekdays at 02:00, next in/)).toBeVisible();

  const row = workbench.treeRows('Workspace Runs', /Scheduled · in .* · weekdays at 02:00/);
  await expect(row).toBeVisible();
  const menu = await contextMenuItems(page, row);
  for (const item of ['Run Now', 'Change Schedule…', 'Pause Schedule', 'Remove Schedule…', 'Cancel This Time']) {
    expect(menu).toContain(item);
  }
  expect(menu).not.toContain('Stop');
  await workbench.pickFromContextMenu(row, 'Remove Schedule…');
  await expect(workbench.dialog).toContainText('Remove the schedule of');
  await workbench.answerDialog('Remove');
  await expect(row).toHaveCount(0);

  await workbench.runCommand('Runlens: Schedule…');
  await workbench.quickInputIs(`Schedule ${gated.fileName} (1/3)`);
  await workbench.fillQuickInput('in 15 s');
  await workbench.pick('Once');
  await workbench.quickInputIs(`Schedule ${gated.fileName} (2/2)`);
  await workbench.pick('Run once');
  await expect(workbench.treeRows('Workspace Runs', /Scheduled · in less than 1 min/)).toBeVisible();
  await gated.open();
  const ended = workbench.treeRows('Workspace Runs', /^Completed/);
  await expect(ended).toHaveAttribute('aria-label', 'Completed, 1 run');
  if ((await ended.getAttribute('aria-expanded')) !== 'true') await ended.click();
  await expect(workbench.treeRows('Workspace Runs', /Scheduled · Completed/)).toBeVisible();
});
