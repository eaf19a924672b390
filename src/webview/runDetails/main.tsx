import '@vscode/codicons/dist/codicon.css';
import '../ui/ui.css';
import './runDetails.css';
import { detailsChanged, detailsPatched, getDetails } from '../../protocol/runDetails';
import { onNotification, sendRequest } from '../../protocol/rpc';
import { connectToHost } from '../connection';
import { drawPage, loadWheneverShown } from '../page';
import { sentenceOf } from '../sentence';
import { createSignal } from '../signal';
import { acquireApi } from '../vscodeApi';
import { createHost, HostContext } from './host';
import { createMemory } from './memory';
import { createDetailsStore } from './model/detailsStore';
import { RunDetails } from './RunDetails';

const api = acquireApi();
const connection = connectToHost(api);
const store = createDetailsStore();
const notices = createSignal<string>();

onNotification(connection, detailsChanged, store.replace);
onNotification(connection, detailsPatched, store.patch);
connection.listen();

async function loadWhole(): Promise<void> {
  try {
    store.replace(await sendRequest(connection, getDetails, {}));
  } catch (error) {
    notices.emit(sentenceOf(error));
  }
}
loadWheneverShown(loadWhole);

drawPage(
  <HostContext value={createHost(connection, notices.emit)}>
    <RunDetails store={store} memory={createMemory(api)} notices={notices} />
  </HostContext>,
);
