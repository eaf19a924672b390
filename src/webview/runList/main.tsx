import '@vscode/codicons/dist/codicon.css';
import './runList.css';
import { createRoot } from 'react-dom/client';
import { onNotification, sendRequest } from '../../protocol/rpc';
import { getPlace, listChanged, listOutdated } from '../../protocol/runList';
import { connectToHost } from '../connection';
import { sentenceOf } from '../sentence';
import { createSignal } from '../signal';
import { loadToolkit } from '../ui/toolkit';
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
void readAll(rowCount);
// Posts to a hidden webview may be dropped, so whoever shows again asks for the whole state.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void readAll();
});

const root = document.getElementById('root');
if (root === null) throw new Error('The page of the run list has no #root');
createRoot(root).render(
  <HostContext value={host}>
    <RunList store={store} places={places} memory={memory} notices={notices} />
  </HostContext>,
);

// Two frames: after the first paint of whatever there is to show.
requestAnimationFrame(() =>
  requestAnimationFrame(() => void loadToolkit().catch((error: unknown) => notices.emit(sentenceOf(error)))),
);
