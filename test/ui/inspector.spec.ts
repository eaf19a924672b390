/** Fields of the inspector in the real workbench: what is typed reaches the text, and each Ctrl+Z is its own. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { openCanvas } from './host/workflowEditor';

test('fields of a node are written as a person would, and undone one by one; Ctrl+Z in a field is the typing’s', async ({
  workbench,
  workspace,
  cspViolations,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  const editor = await openCanvas(workbench, gated.fileName);
  const { keyboard } = workbench.page;
  const field = (name: string) => editor.frame.getByLabel(name, { exact: true });
  const saved = async (): Promise<string> => {
    await keyboard.press('Control+S');
    await expect(workbench.tab(gated.fileName)).not.toHaveClass(/dirty/);
    return readFile(gated.workflowFile, 'utf8');
  };

  await editor.node('count').click();
  await field('Label').fill('Count the letters');
  await field('Label').press('Enter');
  await expect(editor.node('count')).toContainText('Count the letters');
  await field('Time-out').fill('5m');
  await field('Retries').fill('2');
  await field('Shell').selectOption('bash');
  await expect(field('Shell')).toHaveValue('bash');
  const count = `  count: # a script file
    label: Count the letters
    script: tools/count.sh
    shell: bash
    inputs: { word: { from: wait.word } }
    outputs: { count: count.txt }
    timeout: 5m
    retries: 2
`;
  // The retries are still being typed: to save is to write them first.
  await expect.poll(saved).toContain(count);

  // While a field has typing, Ctrl+Z takes that back, letter by letter or at once, and leaves the document alone.
  await field('Label').focus();
  await keyboard.press('End');
  await keyboard.type(' again', { delay: 20 });
  await expect(field('Label')).toHaveValue('Count the letters again');
  await keyboard.press('Control+Z');
  await expect(field('Label')).not.toHaveValue('Count the letters again');
  await expect(workbench.tab(gated.fileName)).not.toHaveClass(/dirty/);
  await keyboard.press('Control+Shift+Z');
  await expect(field('Label')).toHaveValue('Count the letters again');
  await keyboard.press('Escape');
  await expect(field('Label')).toHaveValue('Count the letters');

  // Without typing it is the document's, one edit at a time.
  await keyboard.press('Control+Z');
  await expect(field('Retries')).toHaveValue('');
  await expect(field('Shell')).toHaveValue('bash');
  await keyboard.press('Control+Z');
  await expect(field('Shell')).toHaveValue('sh');
  await expect(field('Time-out')).toHaveValue('5m');
  await keyboard.press('Control+Shift+Z');
  await expect(field('Shell')).toHaveValue('bash');

  // On the canvas it is always the document's.
  await field('Label').fill('Half a w');
  await editor.node('count').focus();
  await expect(editor.node('count')).toContainText('Half a w');
  await keyboard.press('Control+Z');
  await expect(editor.node('count')).toContainText('Count the letters');
  await expect(field('Label')).toHaveValue('Count the letters');
  for (const value of ['5m', '']) {
    await keyboard.press('Control+Z');
    await expect(field('Shell')).toHaveValue('sh');
    await expect(field('Time-out')).toHaveValue(value);
  }
  await keyboard.press('Control+Z');
  await expect(field('Label')).toHaveValue('Count letters');
  expect(await saved()).toBe(gated.workflowText);
  expect(cspViolations).toEqual([]);
});

test('a node gets another id with all that names it; one that is taken is refused at its field', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  const editor = await openCanvas(workbench, gated.fileName);
  const field = editor.frame.getByLabel('Id', { exact: true });
  await editor.node('wait').click();
  await field.fill('report');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/There is a node report already/);
  await editor.button('Use “report-2”').click();
  await expect(editor.node('report-2')).toBeVisible();
  await expect(field).toHaveValue('report-2');
  await workbench.page.keyboard.press('Control+S');
  await expect(workbench.tab(gated.fileName)).not.toHaveClass(/dirty/);
  const text = await readFile(gated.workflowFile, 'utf8');
  expect(text).toBe(gated.workflowText.replace('  wait:', '  report-2:').replace('wait.word', 'report-2.word'));
  await field.focus();
  await workbench.page.keyboard.press('Control+Z');
  await expect(editor.node('wait')).toBeVisible();
  await expect(editor.node('report-2')).toHaveCount(0);
});
