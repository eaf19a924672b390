/** Requests that the engine refuses, each with a code of the protocol and a sentence for the user. */
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import { engineErrors } from '../../protocol/engine';

export type RefusalReason = keyof typeof engineErrors | 'invalidParams';

/** To be thrown: reaches the client as it is. */
export function refusal(reason: RefusalReason, sentence: string): ResponseError<undefined> {
  return new ResponseError(reason === 'invalidParams' ? ErrorCodes.InvalidParams : engineErrors[reason], sentence);
}
