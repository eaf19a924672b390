/** The timeline of a run in the real workbench, while a node of it is tried a second time. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './host/fixtures';
import { openCanvas } from './host/workflowEditor';

const fileName = 'flaky.workflow.yaml';
const workflow = `name: Flaky
nodes:
  fetch:
    label: Fetch the list
    retries: 1
    run: |
      echo "asked in attempt $RUNLENS_ATTEMPT"
      if [ "$RUNLENS_ATTEMPT" = 1 ]; then echo 'no answer' >&2; exit 3; fi
      while [ ! -e "$WORKSPACE/gate" ]; do sleep 0.05; done
      echo something > list.txt
    outputs: { list: list.txt }
  count:
    label: Count the lines
    inputs: { list: { from: fetch.list } }
    run: wc -l < "$list"
`;

test('a node that is tried again shows its attempts in the timeline while it runs, and each bar leads to its log', async ({
  workbench,
  workspace,
}) => {
  await writeFile(path.join(workspace, fileName), workflow);
  const editor = await openCanvas(workbench, fileName);
  await workbench.titleAction('Run Workflow').click();
  await expect(editor.card('fetch', 'running')).toBeVisible();
  await editor.button('Timeline (T)').click();

  const timeline = editor.frame.getByRole('region', { name: 'Timeline' });
  const row = timeline.getByRole('treeitem', { name: /^Fetch the list/ });
  await expect(row).toHaveAccessibleName(
    /^Fetch the list, Running, .*still going, attempt 2 of 2, on the critical path/,
  );
  await expect(row.locator('.bar')).toHaveCount(2);
  await expect(timeline.locator('.now-line')).toBeVisible();

  await row.locator('.bar').first().click();
  await expect(editor.node('fetch')).toHaveClass(/selected/);
  const inspector = editor.frame.getByRole('region', { name: 'Node Fetch the list' });
  const attempt = (number: number) => inspector.getByRole('button', { name: `Attempt ${number}` });
  await expect(attempt(1)).toContainText('exit code 3');
  await expect(attempt(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(inspector.getByRole('log')).toHaveText('no answer');
  await attempt(2).click();
  await expect(inspector.getByRole('log')).toContainText('asked in attempt 2');
  await workbench.screenshots('timeline');

  await writeFile(path.join(workspace, 'gate'), '');
  await expect(row).toHaveAccessibleName(/^Fetch the list, Succeeded, .*attempt 2 of 2/);
  await expect(timeline.getByRole('treeitem', { name: /^Count the lines, Succeeded/ })).toBeVisible();

  await attempt(1).click();
  await inspector.getByRole('button', { name: 'Open Whole Log' }).click();
  await expect(workbench.tab('stderr.1.log')).toBeVisible();
});
