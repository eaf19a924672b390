/** How a page asks the extension host; what fails is told in a sentence. */
import { CancellationTokenSource, type MessageConnection, type ProgressType } from 'vscode-jsonrpc/browser';
import {
  onNotification,
  sendNotification,
  sendRequest,
  type NotificationDefinition,
  type RequestDefinition,
} from '../protocol/rpc';
import { sentenceOf } from './sentence';

export interface Requests {
  /** @throws Error with the host's sentence. */
  readonly ask: <Params, Result>(
    request: RequestDefinition<Params, Result>,
    params: Params,
    signal?: AbortSignal,
  ) => Promise<Result>;
  /** For what was asked for by a click: the answer says whether it was done, and the sentence why not is reported. */
  readonly tell: <Params>(request: RequestDefinition<Params, null>, params: Params) => Promise<'done' | 'refused'>;
  /** For what the host may like to know, and nobody waits for. */
  readonly announce: <Params>(notification: NotificationDefinition<Params>, params: Params) => void;
  /** Hears what the host announces, until the function that it gives is called. */
  readonly listen: <Params>(notification: NotificationDefinition<Params>, hear: (params: Params) => void) => () => void;
  /** Hears the pieces that come before the answer to the request that named `token`, until the function it gives is called. */
  readonly follow: <Piece>(pieces: ProgressType<Piece>, token: string, hear: (piece: Piece) => void) => () => void;
}

/** `report` is given the sentence when something that was asked for by a click did not happen. */
export function createRequests(connection: MessageConnection, report: (sentence: string) => void): Requests {
  const ask: Requests['ask'] = (request, params, signal) => {
    const cancellation = new CancellationTokenSource();
    signal?.addEventListener('abort', () => cancellation.cancel(), { once: true });
    return sendRequest(connection, request, params, cancellation.token);
  };
  return {
    ask,
    announce: (definition, params) => void sendNotification(connection, definition, params),
    listen: (definition, hear) => {
      const listening = onNotification(connection, definition, hear);
      return () => listening.dispose();
    },
    follow: (pieces, token, hear) => {
      const listening = connection.onProgress(pieces, token, hear);
      return () => listening.dispose();
    },
    tell: async (request, params) => {
      try {
        await ask(request, params);
        return 'done';
      } catch (error) {
        report(sentenceOf(error));
        return 'refused';
      }
    },
  };
}
