/** The extension host's side of the run details, in the page: the real protocol with scripted answers. */
import { onRequest, sendNotification } from '../../../src/protocol/rpc';
import {
  chooseRun,
  detailsChanged,
  detailsPatched,
  getDetails,
  openAttemptLog,
  openNode,
  openWorkflow,
  performAction,
  retry,
  showRun,
  type DetailsState,
  type ShownRunPatch,
} from '../../../src/protocol/runDetails';
import { detailsStates, type DetailsGalleryState } from './detailsStates';
import { fakeVsCode, type FakeVsCode } from './fakeVsCode';

/** What a test may look at and do, as `window.detailsGallery`. */
export interface DetailsGallery extends Pick<FakeVsCode, 'requests' | 'cspViolations'> {
  readonly state: () => DetailsState;
  readonly change: (state: DetailsState) => void;
  readonly patch: (patch: ShownRunPatch) => void;
}

declare global {
  interface Window {
    detailsGallery: DetailsGallery;
  }
}

const name = new URLSearchParams(location.search).get('state') ?? 'none';
let state: DetailsState = detailsStates[name as DetailsGalleryState]();
const { connection, requests, cspViolations } = fakeVsCode(name);

onRequest(connection, getDetails, () => state);
for (const request of [performAction, openAttemptLog, openNode, openWorkflow, showRun, chooseRun, retry]) {
  connection.onRequest(request.method, () => null);
}
connection.listen();

window.detailsGallery = {
  requests,
  cspViolations,
  state: () => state,
  change: (next) => {
    state = next;
    void sendNotification(connection, detailsChanged, next);
  },
  patch: (patch) => void sendNotification(connection, detailsPatched, patch),
};
