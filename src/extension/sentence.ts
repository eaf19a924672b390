import { plainSentence } from './shownText';

/** The sentence of an error of the engine, the parser or VS Code, as it is meant for people. */
export function sentenceOf(error: unknown): string {
  return plainSentence(error instanceof Error ? error.message : String(error));
}
