import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { commandIds } from '../../src/extension/ids';

describe('Runlens in VS Code', () => {
  it('starts by itself, without a click', async () => {
    const extension = extensions.getExtension('runlens.runlens');
    assert.ok(extension, 'the extension is not installed');
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('offers every command it declares', async () => {
    const known = new Set(await commands.getCommands(true));
    const missing = Object.values(commandIds).filter((id) => !known.has(id));
    assert.deepEqual(missing, []);
  });
});
