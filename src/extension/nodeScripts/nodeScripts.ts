/** Nodes' commands in editors of their own: the file system, what keeps its tabs true, and the way in from the text. */
import * as vscode from 'vscode';
import { nodeAt } from '../../model/workflow/nodeRanges';
import { Refusal } from '../commands/commandErrors';
import type { CommandHandlers } from '../commands/registerCommands';
import { commandIds, nodeScheme } from '../ids';
import { isWorkflowFile } from '../runTree/workflowFiles';
import { followScripts } from './followScripts';
import { NodeScriptFiles, type ScriptSources } from './nodeScriptFiles';
import type { NodeScript } from './nodeScriptUri';
import { openNodeScript } from './openNodeScript';
import { ScriptLenses } from './scriptLenses';

/** Registers them, until disposed. */
export function nodeScripts(sources: ScriptSources): vscode.Disposable {
  const files = new NodeScriptFiles(sources);
  return vscode.Disposable.from(
    files,
    vscode.workspace.registerFileSystemProvider(nodeScheme, files, { isCaseSensitive: true }),
    followScripts(files, sources.workflows),
    new ScriptLenses(sources),
  );
}

/** The command that opens a node's script: of the node that is named, else of the one at the cursor. */
export function nodeScriptCommand(sources: ScriptSources): Pick<CommandHandlers, typeof commandIds.openNodeScript> {
  return {
    [commandIds.openNodeScript]: async (uri, nodeId) => {
      const asked = uri instanceof vscode.Uri && typeof nodeId === 'string' ? { workflow: uri, nodeId } : null;
      const script = asked ?? (await atCursor(sources));
      const share = await sources.workflows.share(script.workflow.fsPath);
      try {
        await openNodeScript(script, { live: share.live, parser: sources.parser });
      } finally {
        share.dispose();
      }
    },
  };
}

async function atCursor({ workflows, parser }: ScriptSources): Promise<NodeScript> {
  const editor = vscode.window.activeTextEditor;
  const workflow = editor?.document.uri;
  if (editor !== undefined && workflow?.scheme === 'file' && isWorkflowFile(workflow)) {
    const share = await workflows.share(workflow.fsPath);
    try {
      await share.live.settled();
      const found = nodeAt(await parser.nodeRanges(share.live.handle), editor.selection.active);
      if (found !== undefined) return { workflow, nodeId: found.nodeId };
    } finally {
      share.dispose();
    }
  }
  throw new Refusal(
    vscode.l10n.t('Put the cursor into a node in the text of a workflow, or use Open Source on the canvas.'),
  );
}
