import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { openCanvas } from './host/workflowEditor';

test('the demo runs from the editor title, and every node goes through running to succeeded on the canvas', async ({
  workbench,
}) => {
  await workbench.showContainer('Runlens');
  const editor = await openCanvas(workbench, 'dependency-audit.workflow.yaml');
  await workbench.screenshots('live');
  const states = await editor.noteStates();

  await workbench.titleAction('Run Workflow').click();
  await expect(editor.pill).toHaveText('Viewing run', { timeout: 60_000 });
  await expect(editor.banner).toContainText('Completed');

  const seen = await states();
  for (const [node, itsStates] of Object.entries(seen).filter(([id]) => id !== 'inputs')) {
    expect(itsStates.at(-1), `last state of ${node}`).toBe('succeeded');
  }
  expect(Object.values(seen).some((itsStates) => itsStates.includes('running'))).toBe(true);
  await expect(workbench.treeRows('Workspace Runs', /^Completed/)).toBeVisible();
  await workbench.screenshots('completed');
});

test('a run stands first under an active group of the tree, and then under Completed', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await workbench.showContainer('Runlens');
  const editor = await openCanvas(workbench, gated.fileName);
  await workbench.titleAction('Run Workflow').click();

  await expect(editor.card('wait', 'running')).toBeVisible();
  await expect(editor.card('count', 'pending')).toBeVisible();
  await expect(editor.pill).toHaveText('Running');
  const rows = workbench.view('Workspace Runs').locator('[role="treeitem"]');
  await expect(rows.first()).toContainText('Running');
  await expect(workbench.treeRows('Workspace Runs', 'Gated #1')).toBeVisible();
  await expect(workbench.container('Runlens')).toHaveAttribute('aria-label', /1/);
  await workbench.screenshots('running');

  await gated.open();
  await expect(editor.card('report', 'succeeded')).toBeVisible();
  await expect(editor.pill).toHaveText('Viewing run');
  await expect(rows.first()).toContainText('Completed');
});

test('Stop in the banner ends a running node, and the run is Stopped', async ({ workbench, workspace }) => {
  const gated = await writeGatedWorkflow(workspace);
  await workbench.showContainer('Runlens');
  const editor = await openCanvas(workbench, gated.fileName);
  await workbench.titleAction('Run Workflow').click();
  await expect(editor.card('wait', 'running')).toBeVisible();

  await editor.button('Stop').click();
  await expect(editor.card('wait', 'stopped')).toBeVisible();
  await expect(editor.banner).toContainText('Stopped');
  await expect(workbench.treeRows('Workspace Runs', /^Stopped/)).toBeVisible();
});

test('the inspector shows what a node is, its live output, and what came out', async ({ workbench, workspace }) => {
  const gated = await writeGatedWorkflow(workspace);
  const editor = await openCanvas(workbench, gated.fileName);
  await workbench.titleAction('Run Workflow').click();
  await expect(editor.card('wait', 'running')).toBeVisible();

  await editor.node('wait').click();
  const inspector = editor.frame.locator('.inspector');
  await expect(inspector).toContainText('waiting');
  await gated.open();
  await expect(inspector).toContainText('open');
  await expect(inspector).toContainText('Succeeded');
  await workbench.screenshots('inspector');
  await inspector.getByRole('button', { name: 'word', exact: true }).click();
  await expect(workbench.tab('gate.txt')).toBeVisible();
});

test('a workflow of which a branch fails ends as Partial Success, with its report written', async ({ workbench }) => {
  await workbench.showContainer('Runlens');
  const editor = await openCanvas(workbench, 'release-check.workflow.yaml');
  await workbench.titleAction('Run Workflow').click();
  await expect(editor.banner).toContainText('Partial Success', { timeout: 60_000 });
  await expect(editor.card('licence-policy', 'failed')).toBeVisible();
  await expect(editor.card('approve', 'skipped')).toBeVisible();
  await expect(editor.card('report', 'succeeded')).toBeVisible();
  await workbench.screenshots('partial-success');
});
