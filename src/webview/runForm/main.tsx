import '@vscode/codicons/dist/codicon.css';
import '../ui/ui.css';
import './runForm.css';
import { connectToHost } from '../connection';
import { drawPage, loadWheneverShown } from '../page';
import { sentenceOf } from '../sentence';
import { createSignal } from '../signal';
import { acquireApi } from '../vscodeApi';
import { createHost } from './host';
import { createFormStore } from './model/formStore';
import { RunForm } from './RunForm';

const connection = connectToHost(acquireApi());
const notices = createSignal<string>();
const host = createHost(connection);
const store = createFormStore((chosen) => host.keep(chosen));

host.listen(store.renew);
connection.listen();
loadWheneverShown(async () => {
  try {
    store.renew(await host.form());
  } catch (error) {
    notices.emit(sentenceOf(error));
  }
});

drawPage(<RunForm host={host} store={store} notices={notices} />);
