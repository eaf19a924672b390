/** What the list asks of the extension host, in one place. */
import type { MessageConnection } from 'vscode-jsonrpc/browser';
import { createContext, useContext } from 'react';
import type { RunAction } from '../../model/run/actions';
import type { RunFacets } from '../../protocol/engine';
import * as wire from '../../protocol/runList';
import { createRequests } from '../requests';
import type { ListSource } from './model/listSource';

export interface Host extends ListSource {
  /** @throws Error with the host's sentence. */
  readonly facets: (signal: AbortSignal) => Promise<RunFacets>;
  readonly perform: (action: RunAction, runIds: readonly string[]) => void;
  readonly openWorkflow: (runId: string) => void;
  readonly select: (runId: string) => void;
  readonly takeWayOut: (way: wire.WayOut) => void;
}

/** `report` is given the sentence when something that was asked for by a click did not happen. */
export function createHost(connection: MessageConnection, report: (sentence: string) => void): Host {
  const { ask, tell } = createRequests(connection, report);
  return {
    list: (question, signal) => ask(wire.getRuns, question, signal),
    count: (filter) => ask(wire.getCounts, { filter }),
    facets: (signal) => ask(wire.getFacets, {}, signal),
    perform: (action, runIds) => void tell(wire.performAction, { action, runIds: [...runIds] }),
    openWorkflow: (runId) => void tell(wire.openWorkflow, { runId }),
    select: (runId) => void tell(wire.selectRun, { runId }),
    takeWayOut: (way) => void tell(wire.takeWayOut, { way }),
  };
}

export const HostContext = createContext<Host | null>(null);

/** The host of this page. @throws outside the page's tree. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === null) throw new Error('useHost is for components of the run list');
  return host;
}
