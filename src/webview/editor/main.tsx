import '@vscode/codicons/dist/codicon.css';
import '@xyflow/react/dist/base.css';
import './editor.css';
import { getState, nodeRunsChanged, revealNode, showTimeline, stateChanged } from '../../protocol/editor';
import { onNotification, onRequest, sendRequest } from '../../protocol/rpc';
import { connectToHost } from '../connection';
import { acquireApi } from '../vscodeApi';
import { Editor } from './Editor';
import { drawPage, loadToolkitAfterPaint, loadWheneverShown } from '../page';
import { sentenceOf } from '../sentence';
import { createHost, HostContext } from './host';
import { createMemory } from './memory';
import { createEditorStore } from './model/editorStore';
import { createSignal } from '../signal';

const api = acquireApi();
const connection = connectToHost(api);
const store = createEditorStore((apply) => requestAnimationFrame(apply));
const notices = createSignal<string>();
const reveals = createSignal<string>();
const host = createHost(connection, notices.emit);

onNotification(connection, stateChanged, store.change);
onNotification(connection, nodeRunsChanged, store.changeNodeRuns);
onRequest(connection, revealNode, ({ nodeId }) => {
  reveals.emit(nodeId);
  return null;
});
onRequest(connection, showTimeline, () => {
  host.timeline.emit('show');
  return null;
});
connection.listen();

async function loadWhole(): Promise<void> {
  try {
    store.replace(await sendRequest(connection, getState, {}));
  } catch (error) {
    notices.emit(sentenceOf(error));
  }
}
loadWheneverShown(loadWhole);

drawPage(
  <HostContext value={host}>
    <Editor store={store} memory={createMemory(api)} notices={notices} reveals={reveals} />
  </HostContext>,
);

loadToolkitAfterPaint(notices.emit);
