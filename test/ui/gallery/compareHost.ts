/** The extension host's side of a comparison, in the page: the real protocol with scripted answers. */
import { onRequest, sendNotification } from '../../../src/protocol/rpc';
import * as wire from '../../../src/protocol/compare';
import { compareStates, type CompareGalleryState } from './compareStates';
import { fakeVsCode, type FakeVsCode } from './fakeVsCode';

/** What a test may look at and do, as `window.compareGallery`. */
export interface CompareGallery extends Pick<FakeVsCode, 'requests' | 'cspViolations'> {
  readonly change: (slices: Partial<wire.CompareState>) => void;
  readonly changeNodes: (nodes: wire.CompareState['rightNodes']) => void;
  readonly state: () => Promise<wire.CompareState>;
}

declare global {
  interface Window {
    compareGallery: CompareGallery;
  }
}

const name = (new URLSearchParams(location.search).get('state') ?? 'twoVersions') as CompareGalleryState;
const { connection, requests, cspViolations } = fakeVsCode(`compare-${name}`);
const state = compareStates[name]();

onRequest(connection, wire.getComparison, () => state);
for (const request of [wire.swapSides, wire.chooseSide, wire.openSide, wire.takeWayOut, wire.showTextDiff]) {
  connection.onRequest(request.method, () => null);
}
connection.listen();

window.compareGallery = {
  requests,
  cspViolations,
  change: (slices) => void sendNotification(connection, wire.comparisonChanged, slices),
  changeNodes: (nodes) => void sendNotification(connection, wire.comparedNodesChanged, { side: 'right', nodes }),
  state: () => state,
};
