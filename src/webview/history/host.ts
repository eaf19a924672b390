/** What the page asks of the extension host, in one place. */
import type { MessageConnection } from 'vscode-jsonrpc/browser';
import { createContext, useContext } from 'react';
import { readHistory, type WorkflowHistory } from '../../model/history/history';
import type { RunAction } from '../../model/run/actions';
import * as wire from '../../protocol/history';
import { createRequests } from '../requests';
import type { HistorySource } from './model/historyStore';

/** Two runs, the older one first, by their ids. */
export interface RunPair {
  readonly before: string;
  readonly first: string;
}

export interface Host extends HistorySource {
  /** @throws Error with the host's sentence, as do all that give something. */
  readonly differences: (pair: RunPair) => Promise<wire.VersionDifferences>;
  readonly commits: (pair: RunPair) => Promise<wire.CommitsBetween>;
  readonly showTextDiff: (pair: RunPair) => void;
  readonly openRun: (runId: string, nodeId: string | null) => void;
  readonly openWorkflow: () => void;
  readonly openCommit: (hash: string) => void;
  readonly perform: (action: RunAction, runId: string) => void;
  readonly takeWayOut: (way: wire.WayOut) => void;
}

/** `report` is given the sentence when something that was asked for by a click did not happen. */
export function createHost(connection: MessageConnection, report: (sentence: string) => void): Host {
  const { ask, tell } = createRequests(connection, report);
  return {
    read: async (limit, upTo): Promise<WorkflowHistory> => readHistory(await ask(wire.getRuns, { limit, upTo })),
    differences: (pair) => ask(wire.getDifferences, pair),
    commits: (pair) => ask(wire.getCommits, pair),
    showTextDiff: (pair) => void tell(wire.showTextDiff, pair),
    openRun: (runId, nodeId) => void tell(wire.openRun, { runId, nodeId }),
    openWorkflow: () => void tell(wire.openWorkflow, {}),
    openCommit: (hash) => void tell(wire.openCommit, { hash }),
    perform: (action, runId) => void tell(wire.performAction, { action, runId }),
    takeWayOut: (way) => void tell(wire.takeWayOut, { way }),
  };
}

export const HostContext = createContext<Host | null>(null);

/** The host of this page. @throws outside the page's tree. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === null) throw new Error('useHost is for components of the history');
  return host;
}
