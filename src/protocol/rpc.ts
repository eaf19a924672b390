/**
 * How both wires (the engine's socket and a webview's messages) are typed: a message is declared once, with a schema for
 * what goes over, and whoever receives it parses it before use. JSON-RPC itself is `vscode-jsonrpc`.
 */
import {
  ErrorCodes,
  ResponseError,
  type CancellationToken,
  type Disposable,
  type MessageConnection,
} from 'vscode-jsonrpc';
import * as z from 'zod/mini';

// zod would otherwise probe `new Function`, which a webview's content security policy reports.
z.config({ jitless: true });

export interface RequestDefinition<Params, Result> {
  readonly method: string;
  readonly params: z.ZodMiniType<Params>;
  readonly result: z.ZodMiniType<Result>;
}

export interface NotificationDefinition<Params> {
  readonly method: string;
  readonly params: z.ZodMiniType<Params>;
}

export function request<Params, Result>(
  method: string,
  params: z.ZodMiniType<Params>,
  result: z.ZodMiniType<Result>,
): RequestDefinition<Params, Result> {
  return { method, params, result };
}

export function notification<Params>(method: string, params: z.ZodMiniType<Params>): NotificationDefinition<Params> {
  return { method, params };
}

/**
 * Sends a request and gives its parsed result.
 * @throws ResponseError with the sentence of the other side, or when the answer has another shape than declared.
 */
export async function sendRequest<Params, Result>(
  connection: MessageConnection,
  definition: RequestDefinition<Params, Result>,
  params: Params,
  token?: CancellationToken,
): Promise<Result> {
  // An `undefined` token would go over as a second parameter, and hide the receiver's own token.
  const tokens = token === undefined ? [] : [token];
  const answer: unknown = await connection.sendRequest(definition.method, params, ...tokens);
  return parse(definition.result, answer, `the answer to ${definition.method}`);
}

/** Answers a request; a thrown `ResponseError` reaches the other side as it is, any other error as its message. */
export function onRequest<Params, Result>(
  connection: MessageConnection,
  definition: RequestDefinition<Params, Result>,
  handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): Disposable {
  return connection.onRequest(definition.method, async (params: unknown, token: CancellationToken) => {
    try {
      return await handler(parse(definition.params, params, definition.method), token);
    } catch (error) {
      if (error instanceof ResponseError || !(error instanceof Error)) throw error;
      // vscode-jsonrpc would put the method's name before the sentence.
      throw new ResponseError(ErrorCodes.InternalError, error.message);
    }
  });
}

export function sendNotification<Params>(
  connection: MessageConnection,
  definition: NotificationDefinition<Params>,
  params: Params,
): Promise<void> {
  return connection.sendNotification(definition.method, params);
}

/** Hands on parsed notifications; one of another shape is dropped, since nobody waits for an answer to it. */
export function onNotification<Params>(
  connection: MessageConnection,
  definition: NotificationDefinition<Params>,
  handler: (params: Params) => void,
): Disposable {
  return connection.onNotification(definition.method, (params: unknown) => {
    const parsed = definition.params.safeParse(params);
    if (parsed.success) handler(parsed.data);
  });
}

function parse<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ResponseError(ErrorCodes.InvalidParams, `Runlens cannot read ${what}: ${z.prettifyError(parsed.error)}`);
}
