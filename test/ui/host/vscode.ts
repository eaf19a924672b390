/** A VS Code of its own for each test: the packaged Runlens, fresh user data, a fresh vault. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vsixFile } from '../../../scripts/setup/paths.mjs';
import { stopEngine } from '../../host/engine.mjs';
import { installExtension, startServer, writeSettings } from '../../host/server.mjs';
import { testSettings } from '../../host/settings.mjs';

export type Settings = Readonly<Record<string, unknown>>;

export interface VSCode {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly authority: string;
  /** The vault (RUNLENS_HOME) of this VS Code; the command line on it sees the same runs. */
  readonly home: string;
  /** Ends VS Code and its engine, and deletes what they kept. */
  stop(): Promise<void>;
}

/**
 * Installs the packaged extension into a new folder, for any number of VS Codes.
 * @returns the folder
 * @throws if there is no package
 */
export async function installPackage(): Promise<string> {
  if (!existsSync(vsixFile)) throw new Error(`${vsixFile} is missing. Build it with "npm run package".`);
  const folder = await mkdtemp(path.join(tmpdir(), 'runlens-vsix-'));
  await installExtension({ folder, extensions: path.join(folder, 'extensions') }, vsixFile);
  return folder;
}

/**
 * Starts a VS Code.
 * @param extensions folder of installed extensions
 * @param settings beside those that keep a VS Code under test quiet
 * @param language whose pack it has, with not one word of VS Code's own in it, and in which it is shown
 */
export async function startVSCode(extensions: string, settings: Settings = {}, language?: string): Promise<VSCode> {
  // Short, as the engine's socket lies under it.
  const folder = await mkdtemp(path.join(tmpdir(), 'runlens-ui-'));
  const home = path.join(folder, 'home');
  await mkdir(path.join(folder, 'data'), { recursive: true });
  writeSettings(folder, { ...testSettings, ...settings });
  if (language !== undefined) await writeLanguagePack(path.join(folder, 'data'), language);
  const server = await startServer({
    folder,
    extensions,
    workspaceTrust: settings['security.workspace.trust.enabled'] === true,
    env: { RUNLENS_HOME: home },
  });
  return {
    url: server.url,
    authority: server.authority,
    home,
    async stop() {
      await server.stop();
      const problem = await stopEngine(home);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      if (problem) throw new Error(problem);
    },
  };
}

async function writeLanguagePack(userData: string, language: string): Promise<void> {
  const translations = path.join(userData, 'translations.json');
  await writeFile(translations, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'test.language-pack' }, version: '1.0.0' }];
  const pack = { hash: 'test', label: language, extensions, translations: { vscode: translations } };
  await writeFile(path.join(userData, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
  await mkdir(path.join(userData, 'User'), { recursive: true });
  await writeFile(path.join(userData, 'User', 'argv.json'), JSON.stringify({ locale: language }));
}
