/** What the page asks of the extension host, in one place; what fails is told in a sentence. */
import { createContext, useContext } from 'react';
import type { MessageConnection } from 'vscode-jsonrpc/browser';
import type { TextPair } from '../../model/compare/difference';
import {
  chooseSide,
  openSide,
  showTextDiff,
  swapSides,
  takeWayOut,
  type SideName,
  type WayOut,
} from '../../protocol/compare';
import { createRequests } from '../requests';

export interface Host {
  readonly swap: () => void;
  readonly choose: (side: SideName) => void;
  readonly open: (side: SideName, nodeId: string | null) => void;
  readonly takeWayOut: (side: SideName, way: WayOut) => void;
  readonly showTextDiff: (pair: TextPair) => void;
}

/** `report` is given the sentence when something that was asked for by a click did not happen. */
export function createHost(connection: MessageConnection, report: (sentence: string) => void): Host {
  const { tell } = createRequests(connection, report);
  return {
    swap: () => void tell(swapSides, {}),
    choose: (side) => void tell(chooseSide, { side }),
    open: (side, nodeId) => void tell(openSide, { side, nodeId }),
    takeWayOut: (side, way) => void tell(takeWayOut, { side, way }),
    showTextDiff: (pair) => void tell(showTextDiff, pair),
  };
}

export const HostContext = createContext<Host | null>(null);

/** The host of this page. @throws outside the page's tree. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === null) throw new Error('useHost is for components of a comparison');
  return host;
}
