/** What the form asks of the extension host, in one place. */
import type { MessageConnection } from 'vscode-jsonrpc/browser';
import * as wire from '../../protocol/runForm';
import { createRequests } from '../requests';

export interface FoundPath {
  /** The absolute path of what was typed. */
  readonly path: string;
  readonly found: 'file' | 'folder' | 'nothing';
}

export interface Host {
  /** @throws Error with the host's sentence. */
  readonly form: () => Promise<wire.RunFormState>;
  /** Hears of the form whenever the workflow was edited. */
  readonly listen: (hear: (form: wire.RunFormState) => void) => void;
  readonly keep: (chosen: wire.ChosenForRun) => void;
  readonly lookAt: (path: string, signal: AbortSignal) => Promise<FoundPath>;
  readonly choosePath: (input: string, kind: 'file' | 'folder', now: string | null) => Promise<string | null>;
  /** @throws Error with the host's sentence. */
  readonly start: (chosen: wire.ChosenForRun) => Promise<null>;
  readonly leave: () => void;
}

export function createHost(connection: MessageConnection): Host {
  const { ask, announce, listen } = createRequests(connection, () => undefined);
  return {
    form: () => ask(wire.getForm, {}),
    listen: (hear) => void listen(wire.formChanged, hear),
    keep: (chosen) => announce(wire.keepChosen, chosen),
    lookAt: (path, signal) => ask(wire.lookAtPath, { path }, signal),
    choosePath: (input, kind, now) => ask(wire.choosePath, { input, kind, now }),
    start: (chosen) => ask(wire.startFromForm, chosen),
    leave: () => void ask(wire.leaveForm, {}).catch(() => undefined),
  };
}
