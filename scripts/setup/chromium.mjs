/** The browser that looks at VS Code in the tests. */
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { captureCommand, mustRun, SetupError } from './command.mjs';
import { say } from './progress.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const install = ['install', '-y', '--no-install-recommends', 'chromium'];

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Path of an installed Chromium or Chrome: `$CHROMIUM`, else one on the PATH; null if there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) return isExecutable(named) ? named : null;
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/snap/bin'];
  const candidates = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...applications];
  return candidates.find(isExecutable) ?? null;
}

/** Debian alone: Ubuntu's `chromium` package needs snapd, which a container does not have. */
function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Path of a Chromium, installed by apt when this is root on Debian and there is none.
 * @throws {SetupError} saying how to get one
 */
export async function ensureChromium() {
  if (process.env.CHROMIUM && !findChromium()) {
    throw new SetupError(`CHROMIUM names ${process.env.CHROMIUM}, which is no program. Correct it or unset it.`);
  }
  if (!findChromium() && process.getuid?.() === 0 && isDebian()) {
    say('installing Chromium (apt-get)');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const update = await captureCommand('apt-get', ['update'], { env });
    if (update.code !== 0) say(`apt-get update failed, going on with the lists that are there:\n${update.output}`);
    await mustRun('Installing Chromium', 'apt-get', [...install, '-qq'], { env });
  }
  const found = findChromium();
  if (found) return found;
  throw new SetupError(
    'The tests need Chromium or Chrome, and none was found. Install one ' +
      `("sudo apt-get ${install.join(' ')}" on Debian) or set CHROMIUM to its path, and run this again.`,
  );
}
