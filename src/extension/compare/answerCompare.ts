/** The worker's side of compareProtocol.ts. */
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { comparedVersions } from '../../model/compare/comparedVersions';
import type { LoadedWorkflow } from '../../model/workflow/load';
import { readNodeRanges } from '../../model/workflow/readNodeRanges';
import { onRequest } from '../../protocol/rpc';
import * as wire from './compareProtocol';

/** Declares the answers; `get` gives the workflow under a handle. */
export function answerCompare(connection: MessageConnection, get: (handle: string) => LoadedWorkflow): void {
  onRequest(connection, wire.compareBoth, ({ left, right }) => comparedVersions(get(left), get(right)));
  onRequest(connection, wire.nodeLine, ({ handle, file, nodeId }) => {
    const { files } = get(handle).source;
    const text = Object.hasOwn(files, file) ? files[file] : undefined;
    const ranges = text === undefined ? [] : readNodeRanges(text);
    return { line: ranges.find((range) => range.nodeId === nodeId)?.range.start.line ?? null };
  });
}
