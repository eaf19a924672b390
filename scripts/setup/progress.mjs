/** What the scripts tell the person in front of them. */
import { SetupError } from './command.mjs';

/** Prints one line of progress. @param {string} text */
export function say(text) {
  console.log(`runlens: ${text}`);
}

/**
 * How long something took, for a person: "0.4 s", "2 min 5 s".
 * @param {number} milliseconds
 */
export function durationText(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Runs a script's body. A SetupError is shown as the sentence it is, anything else with its stack; both end with exit code 1.
 * @param {() => Promise<number>} body gives the exit code
 */
export async function runScript(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    console.error(error instanceof SetupError ? `runlens: ${error.message}` : error);
    process.exitCode = 1;
  }
}
