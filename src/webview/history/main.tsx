import '@vscode/codicons/dist/codicon.css';
import './history.css';
import { onNotification, sendRequest } from '../../protocol/rpc';
import { getPlace, historyChanged, historyOutdated } from '../../protocol/history';
import { connectToHost } from '../connection';
import { drawPage, loadToolkitAfterPaint, loadWheneverShown } from '../page';
import { sentenceOf } from '../sentence';
import { createSignal } from '../signal';
import { acquireApi } from '../vscodeApi';
import { History } from './History';
import { createHost, HostContext } from './host';
import { createMemory } from './memory';
import { createHistoryStore } from './model/historyStore';

const api = acquireApi();
const connection = connectToHost(api);
const notices = createSignal<string>();
const memory = createMemory(api);
const host = createHost(connection, notices.emit);
const store = createHistoryStore(host, notices.emit);

async function readAll(): Promise<void> {
  const { runCount } = memory.recall();
  try {
    const place = await sendRequest(connection, getPlace, {});
    memory.remember({ workflowPath: place.workflowPath });
    store.setPlace(place);
  } catch (error) {
    notices.emit(sentenceOf(error));
  }
  await store.read(runCount);
}

store.subscribe(() => {
  const runCount = store.current().history.runs.length;
  if (runCount > 0 && runCount !== memory.recall().runCount) memory.remember({ runCount });
});
onNotification(connection, historyChanged, (event) => void store.change(event));
onNotification(connection, historyOutdated, () => void readAll());
connection.listen();
loadWheneverShown(readAll);

drawPage(
  <HostContext value={host}>
    <History store={store} memory={memory} notices={notices} />
  </HostContext>,
);

loadToolkitAfterPaint(notices.emit);
