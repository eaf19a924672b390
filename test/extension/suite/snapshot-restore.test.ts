import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { applyTexts } from '../../../src/extension/workflowEditor/restoreEdit';
import { filesToRestore } from '../../../src/extension/workflowEditor/restorePlan';
import { savedDocument } from '../../../src/extension/workflows/liveTexts';
import { api, World } from './editor-world';

const texts = {
  'CR LF': { before: 'one\ntwo\n', after: 'one\r\nthree\r\n' },
  'LF over CR LF': { before: 'one\r\ntwo\r\n', after: 'one\nthree\n' },
  'mixed line ends': { before: 'one\n', after: 'one\r\ntwo\nthree\n' },
  'a byte order mark': { before: 'one\n', after: '\uFEFFone\n' },
  'no last line end': { before: 'one\ntwo\n', after: 'one\ntwo' },
  emoji: { before: 'echo 😀\n', after: 'echo 😁\n' },
};

describe('Restore brings a script back byte for byte', () => {
  let world: World;
  beforeEach(async () => {
    world = new World(await api());
  });
  afterEach(() => world.end());

  for (const [name, { before, after }] of Object.entries(texts)) {
    it(`with ${name}`, async () => {
      writeFileSync(world.script, before);
      const files = await filesToRestore(world.folder, { entry: 'tools/fetch.sh', files: { 'tools/fetch.sh': after } });
      await applyTexts(files, 'Restore');
      const document = await world.document(world.script);
      assert.ok(await savedDocument(document));
      assert.equal(readFileSync(world.script, 'utf8'), after);
    });
  }
});
