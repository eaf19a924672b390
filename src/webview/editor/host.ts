/** What the editor asks of the extension host, in one place; what fails is told in a sentence. */
import type { MessageConnection } from 'vscode-jsonrpc/browser';
import { createContext, useContext } from 'react';
import {
  followNodeLog,
  inspectNode,
  logProgress,
  moveNodes,
  openLog,
  openOutput,
  openSource,
  performCommand,
  saveOutput,
  type EditorCommand,
  type LogPiece,
  type NodeInspection,
} from '../../protocol/editor';
import { createRequests, type Requests } from '../requests';
import { createSignal, type Signal } from '../signal';

export type LogStream = 'stdout' | 'stderr';

export interface MovedNode {
  readonly nodeId: string;
  readonly x: number;
  readonly y: number;
}

export interface Host {
  readonly perform: (command: EditorCommand) => void;
  readonly move: (positions: readonly MovedNode[]) => Promise<'done' | 'refused'>;
  /** For what is loaded after the canvas and has requests of its own. */
  readonly requests: Requests;
  readonly report: (sentence: string) => void;
  /** That the timeline be shown, or be taken away where it is there. */
  readonly timeline: Signal<'show' | 'toggle'>;
  /** @throws Error with the host's sentence. */
  readonly inspect: (nodeId: string, signal: AbortSignal) => Promise<NodeInspection>;
  /** Resolves when the log is complete. @throws Error with the host's sentence. */
  readonly followLog: (
    log: { readonly nodeId: string; readonly stream: LogStream },
    receive: (piece: LogPiece) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  readonly openSource: (nodeId: string) => void;
  readonly openLog: (nodeId: string, stream: LogStream) => void;
  readonly openOutput: (nodeId: string, output: string) => void;
  readonly saveOutput: (nodeId: string, output: string) => void;
}

/** How much of a log is asked for: about what the inspector keeps. */
const logBytes = 256 * 1024;

/** `report` is given the sentence when something that was asked for by a click did not happen. */
export function createHost(connection: MessageConnection, report: (sentence: string) => void): Host {
  let logs = 0;
  const requests = createRequests(connection, report);
  const { ask, tell } = requests;
  return {
    requests,
    report,
    timeline: createSignal(),
    perform: (command) => void tell(performCommand, { command }),
    move: (positions) => tell(moveNodes, { positions: [...positions] }),
    inspect: (nodeId, signal) => ask(inspectNode, { nodeId }, signal),
    followLog: async (log, receive, signal) => {
      const progress = `log-${(logs += 1)}`;
      const listening = connection.onProgress(logProgress, progress, receive);
      try {
        await ask(followNodeLog, { ...log, maxBytes: logBytes, progress }, signal);
      } finally {
        listening.dispose();
      }
    },
    openSource: (nodeId) => void tell(openSource, { nodeId }),
    openLog: (nodeId, stream) => void tell(openLog, { nodeId, stream }),
    openOutput: (nodeId, output) => void tell(openOutput, { nodeId, output }),
    saveOutput: (nodeId, output) => void tell(saveOutput, { nodeId, output }),
  };
}

export const HostContext = createContext<Host | null>(null);

/** The host of this editor. @throws outside the editor's tree. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === null) throw new Error('useHost is for components of the workflow editor');
  return host;
}
