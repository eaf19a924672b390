/** What speaks against the value of one field, whatever else the file says: a page can ask it while somebody types. */
import { parseDuration } from '../duration';
import { fitsType } from '../inputValues';
import { leavesFolder } from '../paths';
import type { InputType } from '../workflow';
import { refused } from './checkNames';
import type { NodeField, Refusal } from './workflowEdit';

/** A command, script or module that a node is given. */
export function checkAction(
  { name, value }: Extract<NodeField, { name: 'run' | 'script' | 'uses' }>,
  nodeId: string,
): Refusal | null {
  if (value.trim() !== '') return null;
  return refused('bad-value', `\`${name}\` of \`${nodeId}\` is empty; write what it runs.`);
}

/** A time-out as the file writes it, such as `10m`. */
export function checkTimeout(text: string): Refusal | null {
  if (parseDuration(text) !== null) return null;
  return refused('bad-value', `\`${text}\` is no length of time; write one such as \`45s\`, \`10m\` or \`1h30m\`.`);
}

/** Attempts after the first. */
export function checkRetries(value: number): Refusal | null {
  if (Number.isSafeInteger(value) && value >= 0) return null;
  return refused('bad-value', '`retries` must be a whole number, 0 or more.');
}

/** The path of an output in the work folder of its node. */
export function checkOutputPath(path: string): Refusal | null {
  if (path !== '' && !leavesFolder(path)) return null;
  return refused('bad-value', `\`${path}\` is outside of the node's work folder; name a file or folder inside it.`);
}

/** The default of an input of the workflow. */
export function checkDefault(name: string, type: InputType, value: string): Refusal | null {
  if (fitsType(type, value)) return null;
  return refused('wrong-type', `The default of \`${name}\` is no ${type}: \`${value}\`.`);
}
