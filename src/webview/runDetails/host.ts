/** What the page asks of the extension host, in one place; what fails is told in a sentence. */
import type { MessageConnection } from 'vscode-jsonrpc/browser';
import { createContext, useContext } from 'react';
import type { RunAction } from '../../model/run/actions';
import {
  chooseRun,
  openAttemptLog,
  openNode,
  openWorkflow,
  performAction,
  retry,
  showRun,
} from '../../protocol/runDetails';
import { createRequests } from '../requests';

export interface AttemptLog {
  readonly runId: string;
  readonly nodeId: string;
  readonly attempt: number;
  readonly stream: 'stdout' | 'stderr';
}

export interface Host {
  readonly perform: (runId: string, action: RunAction) => void;
  readonly openNode: (runId: string, nodeId: string) => void;
  readonly openAttemptLog: (log: AttemptLog) => void;
  readonly openWorkflow: (runId: string) => void;
  readonly showRun: (runId: string) => void;
  readonly chooseRun: () => void;
  readonly retry: () => void;
  readonly copy: (text: string) => Promise<'done' | 'refused'>;
}

/** `report` is given the sentence when something that was asked for by a click did not happen. */
export function createHost(connection: MessageConnection, report: (sentence: string) => void): Host {
  const { tell } = createRequests(connection, report);
  return {
    perform: (runId, action) => void tell(performAction, { runId, action }),
    openNode: (runId, nodeId) => void tell(openNode, { runId, nodeId }),
    openAttemptLog: (log) => void tell(openAttemptLog, log),
    openWorkflow: (runId) => void tell(openWorkflow, { runId }),
    showRun: (runId) => void tell(showRun, { runId }),
    chooseRun: () => void tell(chooseRun, {}),
    retry: () => void tell(retry, {}),
    copy: async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return 'done';
      } catch {
        report('The clipboard could not be written. Click into the view and copy again.');
        return 'refused';
      }
    },
  };
}

export const HostContext = createContext<Host | null>(null);

/** The host of this page. @throws outside the page's tree. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === null) throw new Error('useHost is for components of the run details');
  return host;
}
