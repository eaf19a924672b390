/** Start Runlens at Login: says which files are written or removed before it does so. */
import path from 'node:path';
import * as vscode from 'vscode';
import { defaultHome } from '../../engine/client/client';
import {
  loginStart,
  LoginStartError,
  turnLoginStartOff,
  turnLoginStartOn,
  type LoginStart,
  type LoginStartOptions,
} from '../../engine/client/login/loginStart';
import { Refusal, UserCancelled } from '../commands/commandErrors';
import { sentenceOf } from '../sentence';

/** @param extensionPath folder of the extension @throws UserCancelled, Refusal */
export async function startAtLogin(extensionPath: string): Promise<void> {
  const options = optionsOf(extensionPath);
  const { files, state } = orRefused(() => loginStart(options));
  if (state === 'on') {
    void vscode.window.showInformationMessage(vscode.l10n.t('Runlens starts when you log in already.'));
    return;
  }
  await confirm({
    question: vscode.l10n.t('Start Runlens when you log in?'),
    detail: [
      vscode.l10n.t('Schedules are then heeded before VS Code is opened. For it these files are written:'),
      ...files,
    ],
    button: vscode.l10n.t('Write Files'),
  });
  const { startNow } = orRefused(() => turnLoginStartOn(options));
  const copy = vscode.l10n.t('Copy Command');
  const told = vscode.l10n.t(
    'Runlens starts when you log in next. To have that now, run this in a terminal: {0}',
    startNow,
  );
  void vscode.window.showInformationMessage(told, copy).then((pressed) => {
    if (pressed === copy) void vscode.env.clipboard.writeText(startNow);
  });
}

/** @throws as above */
export async function doNotStartAtLogin(extensionPath: string): Promise<void> {
  const options = optionsOf(extensionPath);
  const { files, state } = orRefused(() => loginStart(options));
  if (state === 'off') {
    void vscode.window.showInformationMessage(vscode.l10n.t('Runlens does not start when you log in.'));
    return;
  }
  await confirm({
    question: vscode.l10n.t('No longer start Runlens when you log in?'),
    detail: [
      vscode.l10n.t('Schedules are then heeded once VS Code is opened or a command is used. These files are removed:'),
      ...files,
    ],
    button: vscode.l10n.t('Remove Files'),
  });
  orRefused(() => turnLoginStartOff(options));
  void vscode.window.showInformationMessage(vscode.l10n.t('Runlens does not start when you log in any more.'));
}

/** What it is set to start may have gone with an update of VS Code, which nobody would notice before a schedule is missed. */
export async function tellOfBrokenStart(extensionPath: string): Promise<void> {
  const options = optionsOf(extensionPath);
  if (stateOf(options) !== 'broken') return;
  const mend = vscode.l10n.t('Mend');
  const off = vscode.l10n.t('Do Not Start at Login');
  const told = vscode.l10n.t(
    'Runlens does not start when you log in any more: the program that was set for it is gone, with an update of VS Code maybe.',
  );
  const pressed = await vscode.window.showWarningMessage(told, mend, off);
  try {
    if (pressed === mend) turnLoginStartOn(options);
    if (pressed === off) turnLoginStartOff(options);
  } catch (error) {
    void vscode.window.showErrorMessage(sentenceOf(error));
  }
}

function stateOf(options: LoginStartOptions): LoginStart['state'] {
  try {
    return loginStart(options).state;
  } catch {
    // A system that has no such start.
    return 'off';
  }
}

interface LoginQuestion {
  readonly question: string;
  readonly detail: readonly string[];
  readonly button: string;
}

async function confirm({ question, detail, button }: LoginQuestion): Promise<void> {
  const answer = await vscode.window.showInformationMessage(
    question,
    { modal: true, detail: detail.join('\n') },
    button,
  );
  if (answer !== button) throw new UserCancelled();
}

function optionsOf(extensionPath: string): LoginStartOptions {
  const engineFile = path.join(extensionPath, 'dist', 'engine.js');
  return { home: defaultHome(process.env), engineFile, env: process.env };
}

function orRefused(work: () => LoginStart): LoginStart {
  try {
    return work();
  } catch (error) {
    if (error instanceof LoginStartError) throw new Refusal(error.message);
    throw error;
  }
}
