import '@vscode/codicons/dist/codicon.css';
import './runList.css';
import { onNotification, sendRequest } from '../../protocol/rpc';
import { getPlace, listChanged, listOutdated } from '../../protocol/runList';
import { connectToHost } from '../connection';
import { drawPage, loadToolkitAfterPaint, loadWheneverShown } from '../page';
import { sentenceOf } from '../sentence';
import { createSignal } from '../signal';
import { acquireApi } from '../vscodeApi';
import { createHost, HostContext } from './host';
import { createMemory } from './memory';
import { firstState } from './model/listState';
import { createListStore } from './model/listStore';
import { createPlaceStore } from './model/placeStore';
import { RunList } from './RunList';

const api = acquireApi();
const connection = connectToHost(api);
const notices = createSignal<string>();
const memory = createMemory(api);
const host = createHost(connection, notices.emit);
const { filters, order, rowCount } = memory.recall();
const places = createPlaceStore();
const store = createListStore(
  host,
  {
    nextFrame: (apply) => requestAnimationFrame(apply),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: () => new Date(),
  },
  firstState(filters, order),
);

async function readAll(depth?: number): Promise<void> {
  store.read(depth);
  try {
    const place = await sendRequest(connection, getPlace, {});
    memory.remember({ scope: place.scope });
    places.set(place);
  } catch (error) {
    notices.emit(sentenceOf(error));
  }
}

store.subscribe(() => {
  const { filters, order } = store.current();
  const before = memory.recall();
  if (filters !== before.filters || order !== before.order) memory.remember({ filters, order });
});
onNotification(connection, listChanged, store.change);
onNotification(connection, listOutdated, () => void readAll());
connection.listen();
// Once as deep as one had read before a reload; later as deep as the rows are.
let depth: number | undefined = rowCount;
loadWheneverShown(() => {
  const firstDepth = depth;
  depth = undefined;
  return readAll(firstDepth);
});

drawPage(
  <HostContext value={host}>
    <RunList store={store} places={places} memory={memory} notices={notices} />
  </HostContext>,
);

loadToolkitAfterPaint(notices.emit);
