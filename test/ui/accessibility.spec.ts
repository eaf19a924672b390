/** The editor in every state, for everybody. */
import { expect, test } from './host/fixtures';
import { accessibilityViolations } from './host/accessibility';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { openCanvas } from './host/workflowEditor';

for (const colorTheme of ['Dark 2026', 'Light 2026', 'Default High Contrast']) {
  test.describe(colorTheme, () => {
    test.use({ settings: { 'workbench.colorTheme': colorTheme } });

    test('the editor breaks no content security policy and has no serious accessibility violation', async ({
      workbench,
      workspace,
      cspViolations,
    }) => {
      const gated = await writeGatedWorkflow(workspace);
      const editor = await openCanvas(workbench, gated.fileName);
      await workbench.titleAction('Run Workflow').click();
      await expect(editor.card('wait', 'running')).toBeVisible();
      await editor.node('wait').click();
      await expect(editor.frame.locator('.inspector')).toContainText('waiting');
      await gated.open();
      await expect(editor.pill).toHaveText('Viewing run');

      expect(cspViolations).toEqual([]);
      expect(await accessibilityViolations(editor.frame)).toEqual([]);
    });
  });
}
