import '@vscode/codicons/dist/codicon.css';
import '@xyflow/react/dist/base.css';
import './compare.css';
import { comparedNodesChanged, comparisonChanged, getComparison } from '../../protocol/compare';
import { onNotification, sendRequest } from '../../protocol/rpc';
import { connectToHost } from '../connection';
import { drawPage, loadToolkitAfterPaint, loadWheneverShown } from '../page';
import { sentenceOf } from '../sentence';
import { createSignal } from '../signal';
import { acquireApi } from '../vscodeApi';
import { Compare } from './Compare';
import { createHost, HostContext } from './host';
import { createMemory, rememberSides } from './memory';
import { createCompareStore } from './model/compareStore';

const api = acquireApi();
const connection = connectToHost(api);
const notices = createSignal<string>();
const memory = createMemory(api);
const store = createCompareStore((apply) => requestAnimationFrame(apply));

onNotification(connection, comparisonChanged, store.change);
onNotification(connection, comparedNodesChanged, store.changeNodes);
connection.listen();
store.subscribe(() => {
  const sides = store.current()?.sides;
  if (sides !== undefined) rememberSides(memory, sides);
});

async function loadWhole(): Promise<void> {
  try {
    store.change(await sendRequest(connection, getComparison, {}));
  } catch (error) {
    notices.emit(sentenceOf(error));
  }
}
loadWheneverShown(loadWhole);

drawPage(
  <HostContext value={createHost(connection, notices.emit)}>
    <Compare store={store} memory={memory} notices={notices} />
  </HostContext>,
);

loadToolkitAfterPaint(notices.emit);
