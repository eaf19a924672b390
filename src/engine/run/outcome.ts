/** How an attempt ended, and what that makes of the node. */
import { join } from 'node:path';
import type { NodeRunOutput } from '../../model/run/run';
import type { WorkflowNode } from '../../model/workflow/workflow';
import { attemptParts, firstErrorLine } from '../fleets/attemptFolder';
import type { AttemptResult } from '../fleets/fleet';
import { findOutputs } from './nodeOutputs';

export type Outcome =
  | { readonly kind: 'succeeded'; readonly exitCode: number; readonly outputs: readonly NodeRunOutput[] }
  /** `mayRetry`: another attempt could end better; it is made while there are retries left. */
  | {
      readonly kind: 'failed';
      readonly mayRetry: boolean;
      readonly exitCode: number | null;
      readonly message: string;
      readonly outputs: readonly NodeRunOutput[];
    }
  | { readonly kind: 'stopped'; readonly message: string | null }
  /** The platform failed. */
  | { readonly kind: 'error'; readonly message: string };

/** What the fleet's result means for the node. */
export function outcomeOf(node: WorkflowNode, folder: string, result: AttemptResult): Outcome {
  switch (result.kind) {
    case 'broken':
      return { kind: 'error', message: result.message };
    case 'killed': {
      const by = result.signal === null ? 'from outside' : `by ${result.signal}`;
      return { kind: 'failed', mayRetry: true, exitCode: null, message: `The command was killed ${by}.`, outputs: [] };
    }
    case 'exited': {
      const { exitCode } = result;
      const found = findOutputs(node.outputs, join(folder, attemptParts.work));
      if (exitCode !== 0) {
        const message = firstErrorLine(folder) ?? `exit code ${exitCode}`;
        return { kind: 'failed', mayRetry: true, exitCode, message, outputs: found.outputs };
      }
      if (found.kind === 'missing') {
        return { kind: 'failed', mayRetry: true, exitCode, message: found.message, outputs: found.outputs };
      }
      return { kind: 'succeeded', exitCode, outputs: found.outputs };
    }
  }
}
