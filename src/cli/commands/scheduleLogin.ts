import { Command } from 'commander';
import { defaultHome } from '../../engine/client/client';
import {
  loginStart,
  turnLoginStartOff,
  turnLoginStartOn,
  type LoginStart,
  type LoginStartOptions,
} from '../../engine/client/login/loginStart';
import { engineOptions } from '../engineConnection';
import { printJson, printLine } from '../terminal';

/** `runlens schedule login on|off|status`: the engine starts when its user logs in. */
export function scheduleLoginCommand(): Command {
  const login = new Command('login').description(
    'have the engine started when you log in, so that schedules are heeded before VS Code is opened',
  );
  const add = (
    name: string,
    description: string,
    action: (options: LoginStartOptions) => LoginStart,
    said: Words,
  ): void => {
    login
      .command(name)
      .description(description)
      .option('--json', 'print an object: state (on, off or broken), files, startNow')
      .action((options: { readonly json?: true }) => {
        const { engineFile } = engineOptions;
        const result = action({ home: defaultHome(process.env), engineFile, env: process.env });
        if (options.json) printJson(result);
        else said(result).forEach(printLine);
      });
  };
  add('on', 'write what starts it: a systemd user unit, on macOS a launchd agent', turnLoginStartOn, written);
  add('off', 'remove what was written; an engine that runs goes on', turnLoginStartOff, removed);
  add('status', 'say whether it is started at login', loginStart, statusWords);
  return login;
}

type Words = (login: LoginStart) => string[];

const fileLines: Words = ({ files }) => files.map((file) => `  ${file}`);

const written: Words = (login) => [
  'The engine starts when you log in. Written for it:',
  ...fileLines(login),
  'To have that now, without logging in again:',
  `  ${login.startNow}`,
];

const removed: Words = (login) => [
  'The engine does not start when you log in. Removed, if it was there:',
  ...fileLines(login),
];

const statusWords: Words = (login) => {
  switch (login.state) {
    case 'on':
      return ['On: the engine starts when you log in, by', ...fileLines(login)];
    case 'off':
      return ['Off: the engine starts when VS Code or a command needs it. To change that: runlens schedule login on'];
    case 'broken':
      return ['Broken: what should be started at login is gone. To mend it: runlens schedule login on'];
  }
};
