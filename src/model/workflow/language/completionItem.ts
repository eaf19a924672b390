/** What is offered to be typed, and what is known when it is chosen. */
import type { EditSurroundings } from '../edit/workflowEdit';
import type { Workflow } from '../workflow';

export interface CompletionItem {
  readonly kind: 'node' | 'output' | 'input' | 'key' | 'value';
  readonly label: string;
  /** What it is, beside the label. */
  readonly detail: string;
  /** A snippet in the syntax of VS Code, with tabs for indentation. */
  readonly snippet: string;
}

/** What is known when something is typed. */
export interface KnownNames {
  readonly workflow: Workflow;
  readonly around: EditSurroundings;
  /** The keys that the map at the place has already, before and behind it. */
  readonly taken: ReadonlySet<string>;
  /** `names`: not what the schema alone says, since another extension offers that. */
  readonly offer: 'all' | 'names';
}

/** A text as a part of a snippet. */
export function plainSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}
