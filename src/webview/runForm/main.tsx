import '@vscode/codicons/dist/codicon.css';
import '../ui/ui.css';
import './runForm.css';
import type { KeptForm } from '../../protocol/runForm';
import { connectToHost } from '../connection';
import { drawPage, loadWheneverShown } from '../page';
import { sentenceOf } from '../sentence';
import { createSignal } from '../signal';
import { acquireApi } from '../vscodeApi';
import { createHost } from './host';
import { chosenIn, createFormStore } from './model/formStore';
import { RunForm } from './RunForm';

const api = acquireApi();
const connection = connectToHost(api);
const notices = createSignal<string>();
const host = createHost(connection);
const store = createFormStore((chosen) => host.keep(chosen));

// The form is brought back with the window, and with it what was typed.
store.subscribe(() => {
  const form = store.current();
  if (form === null) return;
  const kept: KeptForm = { subject: form.subject, chosen: chosenIn(form) };
  api.setState(kept);
});

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
