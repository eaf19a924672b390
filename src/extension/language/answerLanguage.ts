/** The worker's side of languageProtocol.ts. */
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { EditSurroundings } from '../../model/workflow/edit/workflowEdit';
import { LanguageFile } from '../../model/workflow/language/languageFile';
import { onRequest } from '../../protocol/rpc';
import type { LastReading } from '../workflows/lastReading';
import * as wire from './languageProtocol';

/** Texts of which the last version is kept; an older one is read again when it is asked about. */
const mostKept = 8;

/** What the worker knows besides. */
export interface KnownToWorker {
  /** What is known around the workflow under a handle. */
  readonly surroundings: (handle: string) => EditSurroundings;
  readonly readings: LastReading;
}

/** Declares the answers. */
export function answerLanguage(connection: MessageConnection, { surroundings, readings }: KnownToWorker): void {
  const kept = new Map<string, LanguageFile>();

  const fileOf = ({ handle, file, text }: wire.AddressedText): LanguageFile => {
    const known = kept.get(handle);
    const current =
      known?.text === text ? known : new LanguageFile(file, text, known?.good, (whole) => readings.of(whole));
    kept.delete(handle);
    kept.set(handle, current);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return current;
  };

  onRequest(connection, wire.outline, (text) => fileOf(text).outline());
  onRequest(connection, wire.named, ({ offset, ...text }) => fileOf(text).named(offset));
  onRequest(connection, wire.hover, ({ offset, ...text }) => fileOf(text).hover(offset, surroundings(text.handle)));
  onRequest(connection, wire.declaration, ({ offset, ...text }) => fileOf(text).declaration(offset));
  onRequest(connection, wire.completion, ({ offset, offer, ...text }) =>
    fileOf(text).completion(offset, surroundings(text.handle), offer),
  );
  onRequest(connection, wire.forget, ({ handle }) => {
    kept.delete(handle);
    return null;
  });
}
