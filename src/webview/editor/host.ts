/** What the editor asks of the extension host, in one place; what fails is told in a sentence. */
import type { MessageConnection } from 'vscode-jsonrpc/browser';
import { createContext, useContext } from 'react';
import { moveNodes, performCommand, type EditorCommand } from '../../protocol/editor';
import { createRequests, type Requests } from '../requests';
import { createSignal, type Signal } from '../signal';

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
}

/** `report` is given the sentence when something that was asked for by a click did not happen. */
export function createHost(connection: MessageConnection, report: (sentence: string) => void): Host {
  const requests = createRequests(connection, report);
  const { tell } = requests;
  return {
    requests,
    report,
    timeline: createSignal(),
    perform: (command) => void tell(performCommand, { command }),
    move: (positions) => tell(moveNodes, { positions: [...positions] }),
  };
}

export const HostContext = createContext<Host | null>(null);

/** The host of this editor. @throws outside the editor's tree. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === null) throw new Error('useHost is for components of the workflow editor');
  return host;
}
