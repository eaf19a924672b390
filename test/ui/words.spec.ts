/** VS Code in another language: Runlens speaks it where it speaks through VS Code, and names statuses as everywhere. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { installPackage, startVSCode } from './host/vscode';
import { openWorkbench } from './host/workbench';
import { canvasOf } from './host/workflowEditor';

const language = 'fr';

/** Adds a language to an installed extension: every text of `file` in brackets. */
async function translate(file: string): Promise<void> {
  const texts = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  const translated = Object.entries(texts).map(([key, text]) => [key, `⟦${text}⟧`]);
  await writeFile(file.replace(/\.json$/, `.${language}.json`), JSON.stringify(Object.fromEntries(translated)));
}

test('a translated Runlens speaks the language of VS Code, in views, menus, pickers and notices', async ({
  page,
  workspace,
}) => {
  const folder = await installPackage();
  const extensions = path.join(folder, 'extensions');
  const [installed] = (await readdir(extensions)).filter((name) => name.startsWith('runlens.'));
  await translate(path.join(extensions, installed ?? '', 'package.nls.json'));
  await translate(path.join(extensions, installed ?? '', 'l10n', 'bundle.l10n.json'));
  const vscode = await startVSCode(extensions, {}, language);
  try {
    const gated = await writeGatedWorkflow(workspace);
    const workbench = await openWorkbench(page, vscode, workspace);
    await workbench.showContainer('Runlens');
    await expect(workbench.view('⟦Workspace Runs⟧')).toBeVisible();

    await workbench.runCommand('Runlens: ⟦Run Workflow⟧');
    await expect(workbench.quickInput).toContainText('⟦Run a Workflow⟧');
    await workbench.pick(gated.fileName);
    await expect(workbench.statusBarItem('⟦1 active run⟧')).toBeVisible();
    // The canvas takes the focus when it comes, and would close what is opened before.
    await expect((await canvasOf(workbench)).banner).toContainText('Running');
    await workbench.openFile('README.md');
    await gated.open();
    const notice = workbench.notification('Gated #1');
    await expect(notice).toContainText(/⟦“Gated #1” completed in .*⟧/);
    await expect(notice.getByText('⟦View⟧')).toBeVisible();
    await expect(workbench.treeRows('⟦Workspace Runs⟧', /^Completed/).first()).toBeVisible();
  } finally {
    await vscode.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
