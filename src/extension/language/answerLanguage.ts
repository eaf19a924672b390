/** The worker's side of languageProtocol.ts. */
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { EditSurroundings } from '../../model/workflow/edit/workflowEdit';
import { LanguageFile } from '../../model/workflow/language/languageFile';
import { onRequest } from '../../protocol/rpc';
import * as wire from './languageProtocol';

/** Texts of which the last version is kept; an older one is read again when it is asked about. */
const mostKept = 8;

/** Declares the answers. `surroundingsOf` gives what is known around the workflow under a handle. */
export function answerLanguage(
  connection: MessageConnection,
  surroundingsOf: (handle: string) => EditSurroundings,
): void {
  const kept = new Map<string, LanguageFile>();

  const fileOf = ({ handle, file, text }: wire.AddressedText): LanguageFile => {
    const known = kept.get(handle);
    const current = known?.text === text ? known : new LanguageFile(file, text, known?.good);
    kept.delete(handle);
    kept.set(handle, current);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return current;
  };

  onRequest(connection, wire.outline, (text) => fileOf(text).outline());
  onRequest(connection, wire.named, ({ offset, ...text }) => fileOf(text).named(offset));
  onRequest(connection, wire.hover, ({ offset, ...text }) => fileOf(text).hover(offset, surroundingsOf(text.handle)));
  onRequest(connection, wire.declaration, ({ offset, ...text }) => fileOf(text).declaration(offset));
  onRequest(connection, wire.completion, ({ offset, offer, ...text }) =>
    fileOf(text).completion(offset, surroundingsOf(text.handle), offer),
  );
  onRequest(connection, wire.forget, ({ handle }) => {
    kept.delete(handle);
    return null;
  });
}
