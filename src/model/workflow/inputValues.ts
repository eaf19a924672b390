/** Which values a workflow input of a type can have. */
import type { InputType } from './workflow';

const numberPattern = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$|^0x[0-9a-fA-F]+$|^0o[0-7]+$/;

/** True if the text, as written in the file or given for a run, is a value of the type. */
export function fitsType(type: InputType, text: string): boolean {
  switch (type) {
    case 'string':
      return true;
    case 'boolean':
      return text === 'true' || text === 'false';
    case 'number':
      return numberPattern.test(text);
    case 'file':
    case 'folder':
      return text !== '' && !text.includes('\0');
  }
}
