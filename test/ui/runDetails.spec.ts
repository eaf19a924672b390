/** All that is known of a run, in the sidebar of the real workbench. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import { accessibilityViolations } from './host/accessibility';
import { commandLine } from './host/commandLine';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { detailsOf } from './host/runDetailsPage';
import type { Workbench } from './host/workbench';
import { canvasOf } from './host/workflowEditor';

const failing = `name: Failing
project: tests
inputs:
  list: { type: file, default: list.txt }
  depth: { type: number, default: 2 }
nodes:
  read:
    label: Read the list
    inputs: { list: { from: inputs.list } }
    run: cat "$list"
  check:
    label: Check the list
    needs: [read]
    retries: 1
    run: |
      echo "three of five are wrong" >&2
      exit 3
`;

/** Right-clicks a run in the tree and shows its details. */
async function viewDetails(workbench: Workbench, runName: string) {
  await workbench.pickFromContextMenu(workbench.treeRows('Workspace Runs', runName), 'View Details');
  return detailsOf(workbench, runName);
}

const runId = z.object({ id: z.string(), versionId: z.string() });

test('View Details in the menu of a row opens the view with every fact of a run that failed', async ({
  workbench,
  workspace,
  vscode,
  cspViolations,
}) => {
  await writeFile(path.join(workspace, 'failing.workflow.yaml'), failing);
  await writeFile(path.join(workspace, 'list.txt'), 'one\ntwo\n');
  const runlens = await commandLine(vscode, workspace);
  const { id, versionId } = runId.parse(JSON.parse(await runlens('run', 'failing.workflow.yaml', '--json')));
  await workbench.showContainer('Runlens');
  const details = await viewDetails(workbench, 'Failing #1');

  await expect(details.status).toContainText('Failed');
  await expect(details.frame.locator('.head-message')).toHaveText('check: three of five are wrong');
  await expect(details.fact('Run id')).toContainText(id);
  await expect(details.fact('Version')).toContainText(versionId.slice(0, 12));
  await expect(details.fact('Version')).toContainText('Same as the live workflow');
  await expect(details.fact('Creation type')).toHaveText('API');
  await expect(details.fact('Workflow')).toHaveText('Failing');
  await expect(details.fact('Project')).toHaveText('tests');
  await expect(details.fact('Workspace')).toHaveText(workspace);
  await expect(details.fact('File')).toHaveText('failing.workflow.yaml');
  await expect(details.fact('Fleet')).toHaveText('local');
  await expect(details.fact('Author')).not.toBeEmpty();
  await expect(details.fact('Ended')).not.toBeEmpty();
  await expect(details.fact('Queued')).toHaveText(/^[\d.]+ ?m?s$/);
  await expect(details.fact('Running time')).toHaveText(/^[\d.]+ ?m?s$/);
  await expect(details.section('Inputs')).toContainText(/list file.*list\.txt8 B.*SHA-256/);
  await expect(details.section('Inputs')).toContainText('depth number2');
  await expect(details.section('Machines')).not.toBeEmpty();
  await expect(details.nodes).toContainText([
    /Read the list.*Succeeded · read/,
    /Check the list.*Failed · check · 2 attempts · exit code 3.*three of five are wrong/,
  ]);

  // It follows the live document, unsaved as it is.
  await workbench.openFile('failing.workflow.yaml');
  await (await canvasOf(workbench)).node('check').waitFor();
  await workbench.titleAction('Open as Text').click();
  const text = workbench.page.locator('.editor-instance .view-lines');
  await text.click();
  await workbench.page.keyboard.press('Control+End');
  await workbench.page.keyboard.type('  more:\n    run: echo more\n');
  await expect(details.fact('Version')).toContainText('The workflow has changed since');

  await details.nodes.filter({ hasText: 'Check the list' }).click();
  const editor = await canvasOf(workbench);
  await expect(editor.frame.locator('.inspector')).toContainText('Check the list');
  expect(cspViolations).toEqual([]);
});

test('a run that goes on has no end; its renaming and its end show by themselves', async ({
  workbench,
  workspace,
  vscode,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  const runlens = await commandLine(vscode, workspace);
  await workbench.showContainer('Runlens');
  await runlens('run', gated.fileName, '--detach', '--name', 'First name');
  const details = await viewDetails(workbench, 'First name');
  await expect(details.status).toContainText('Running');
  await expect(details.fact('Ended')).toHaveCount(0);
  await expect(details.nodes.first()).toContainText('Running');
  const before = (await details.fact('Running time').textContent()) ?? '';
  await expect(details.fact('Running time')).not.toHaveText(before);

  const [run] = z.array(runId).parse(JSON.parse(await runlens('runs', '--json')));
  await runlens('rename', run?.id ?? '', 'Second name');
  await expect(details.name).toHaveText('Second name');
  await gated.open();
  await expect(details.status).toContainText('Completed');
  await expect(details.nodes).toContainText(['Succeeded', 'Succeeded', 'Succeeded']);
  await expect(details.fact('Ended')).toHaveCount(1);
});

test('the selection of another run replaces all of it; the runs before and after are a click away; a deleted one is gone', async ({
  workbench,
  workspace,
  vscode,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await gated.open();
  const runlens = await commandLine(vscode, workspace);
  await workbench.showContainer('Runlens');
  const first = runId.parse(JSON.parse(await runlens('run', gated.fileName, '--name', 'The first', '--json')));
  const details = await viewDetails(workbench, 'The first');
  await details.button('Run Again').click();
  // What ran it again comes to the page by itself.
  await details.fact('Re-run by').getByRole('button').click();
  const second = await detailsOf(workbench, 'Gated #2');
  await expect(second.fact('Re-run of')).toContainText('The first');
  await second.fact('Re-run of').getByRole('button').click();
  await expect(details.name).toHaveText('The first');
  await expect(details.fact('Re-run by')).toContainText('Gated #2');

  await workbench.treeRows('Workspace Runs', 'Gated #2').click();
  await expect(details.name).toHaveText('Gated #2');
  await runlens('delete', first.id);
  await expect(details.fact('Re-run of')).toContainText('a deleted run');

  const [newest] = z.array(runId).parse(JSON.parse(await runlens('runs', '--json')));
  await runlens('delete', newest?.id ?? '');
  await expect(details.frame.getByRole('alert')).toContainText('“Gated #2” was deleted, with its logs and outputs.');
  await expect(details.name).toHaveCount(0);
  await expect(details.nodes).toHaveCount(0);
});

for (const colorTheme of ['Dark 2026', 'Light 2026', 'Default High Contrast']) {
  test.describe(colorTheme, () => {
    test.use({ settings: { 'workbench.colorTheme': colorTheme } });

    test('the details break no content security policy, and are there again after a reload', async ({
      workbench,
      workspace,
      vscode,
      cspViolations,
    }) => {
      await writeFile(path.join(workspace, 'failing.workflow.yaml'), failing);
      await writeFile(path.join(workspace, 'list.txt'), 'one\ntwo\n');
      const runlens = await commandLine(vscode, workspace);
      await runlens('run', 'failing.workflow.yaml');
      await workbench.showContainer('Runlens');
      await viewDetails(workbench, 'Failing #1');
      await workbench.reload();
      const details = await detailsOf(workbench, 'Failing #1');
      await expect(details.fact('Version')).toContainText('Same as the live workflow');
      await workbench.page.screenshot({ path: `out/screenshots/run-details-${colorTheme.replaceAll(' ', '-')}.png` });
      expect(cspViolations).toEqual([]);
      expect(await accessibilityViolations(details.frame)).toEqual([]);
    });
  });
}
