/** The settings of Runlens, checked: what a person wrote into settings.json may be anything. */
import * as vscode from 'vscode';
import { settingIds } from '../ids';

/** About the ends of which runs a notification tells. */
export const endNotices = ['always', 'problems', 'never'] as const;
export type EndNotices = (typeof endNotices)[number];

/** What a setting means, and what it is when it says something else. */
interface Setting<Value> {
  readonly fallback: Value;
  /** Undefined: no value of the setting. */
  read(written: unknown): Value | undefined;
}

const settings = {
  notifyWhenRunEnds: {
    fallback: 'always',
    read: (written) => endNotices.find((value) => value === written),
  } satisfies Setting<EndNotices>,
  showActiveRunsInStatusBar: {
    fallback: true,
    read: (written) => (typeof written === 'boolean' ? written : undefined),
  } satisfies Setting<boolean>,
};

/** The one place where settings are read. A wrong value counts as the default, and the log says so once. */
export class Settings {
  readonly #log: vscode.LogOutputChannel;
  readonly #complaints = new Set<string>();

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** Whether the end of a run that was started in this window is told. */
  notifyWhenRunEnds(): EndNotices {
    return this.#read(settingIds.notifyWhenRunEnds, settings.notifyWhenRunEnds);
  }

  showActiveRunsInStatusBar(): boolean {
    return this.#read(settingIds.showActiveRunsInStatusBar, settings.showActiveRunsInStatusBar);
  }

  /** Calls back whenever one of the settings may have changed. */
  onDidChange(listener: () => void): vscode.Disposable {
    const ids = Object.values(settingIds);
    return vscode.workspace.onDidChangeConfiguration((event) => {
      if (ids.some((id) => event.affectsConfiguration(id))) listener();
    });
  }

  #read<Value>(id: string, setting: Setting<Value>): Value {
    const written = vscode.workspace.getConfiguration().get<unknown>(id);
    const value = setting.read(written);
    if (value !== undefined) return value;
    const complaint = `The setting ${id} cannot be ${JSON.stringify(written)}; it counts as ${JSON.stringify(setting.fallback)}.`;
    if (!this.#complaints.has(complaint)) this.#log.warn(complaint);
    this.#complaints.add(complaint);
    return setting.fallback;
  }
}
