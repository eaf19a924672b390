/** How a command ends without doing its job: always with a sentence for the user, never with a stack. */
import { CommanderError } from 'commander';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import { EngineUnavailableError } from '../engine/client/client';
import { LoginStartError } from '../engine/client/login/loginStart';
import { engineErrors } from '../protocol/engine';
import { exitCodes, type ExitCode } from './exitCodes';

/** What there is to say after the sentence. */
interface FailureDetails {
  /** For people: printed below the sentence. */
  readonly lines: readonly string[];
  /** For `--json`: members beside the sentence. */
  readonly json: Readonly<Record<string, unknown>>;
}

export class CommandFailure extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = exitCodes.badInput,
    readonly more: FailureDetails = { lines: [], json: {} },
  ) {
    super(message);
  }
}

const refusals: readonly number[] = [...Object.values(engineErrors), ErrorCodes.InvalidParams];

/** The failure that an error of any kind amounts to. */
export function asCommandFailure(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error;
  if (error instanceof CommanderError) return new CommandFailure(usageSentence(error.message));
  if (error instanceof EngineUnavailableError) return new CommandFailure(error.message, exitCodes.engineUnavailable);
  if (error instanceof LoginStartError) return new CommandFailure(error.message);
  if (error instanceof ResponseError && refusals.includes(error.code)) return new CommandFailure(error.message);
  const message = error instanceof Error ? error.message : String(error);
  return new CommandFailure(message, exitCodes.engineUnavailable);
}

/** commander says "error: unknown option '--x'"; ours are sentences. */
function usageSentence(message: string): string {
  const text = message
    .replace(/^error: /, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return `${/[.?)]$/.test(sentence) ? sentence : `${sentence}.`} See runlens --help.`;
}
