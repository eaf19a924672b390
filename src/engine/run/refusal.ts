/** Requests that the engine refuses, each with a code of the protocol and a sentence for the user. */
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import { engineErrors } from '../../protocol/engine';

const codes = {
  ...engineErrors,
  invalidParams: ErrorCodes.InvalidParams,
  cannotStore: ErrorCodes.InternalError,
} as const;
type RefusalReason = keyof typeof codes;

/** To be thrown: reaches the client as it is. */
export function refusal(reason: RefusalReason, sentence: string): ResponseError<undefined> {
  return new ResponseError(codes[reason], sentence);
}
