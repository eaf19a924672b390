/** Nodes on the clipboard: as YAML that a person can read, and back. */
import path from 'node:path';
import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { FragmentReading } from '../../../model/workflow/edit/fragment';
import { originOf } from '../../../model/workflow/edit/fragmentOrigin';
import { pathsOutside, rebasedNodes } from '../../../model/workflow/edit/rebase';
import { middleOf } from '../../../model/workflow/placeGroup';
import type { Position } from '../../../model/workflow/workflow';
import type { AddAnswer } from '../../../protocol/adding';
import { Refusal } from '../../commands/commandErrors';
import { quoted } from '../../shownText';
import { liesIn, realPathOf, type WorkflowPlace } from '../../workflows/workspaceOf';
import type { WorkflowParser } from '../../workflows/workflowParser';
import type { EditorSession } from '../editorSession';
import { addNodes } from './addNodes';

/** Puts the nodes that are drawn on the clipboard, and gives their text. @throws Refusal when none of them is a node */
export async function copyNodes(
  session: EditorSession,
  nodeIds: readonly string[],
  parser: WorkflowParser,
): Promise<string> {
  const text = await fragmentOf(session, nodeIds, parser);
  await vscode.env.clipboard.writeText(text);
  return text;
}

/** Adds the nodes of a text; null: of the text on the clipboard. @throws Refusal with the reason */
export async function pasteNodes(
  session: EditorSession,
  text: string | null,
  middle: Position,
  parser: WorkflowParser,
): Promise<AddAnswer> {
  return addFragment(session, text ?? (await vscode.env.clipboard.readText()), middle, parser);
}

/** Adds copies of the nodes, under them. @throws Refusal with the reason */
export async function duplicateNodes(
  session: EditorSession,
  nodeIds: readonly string[],
  parser: WorkflowParser,
): Promise<AddAnswer> {
  const wanted = new Set(nodeIds);
  const copied = (session.state().graph?.nodes ?? []).filter(({ id }) => wanted.has(id));
  const text = await fragmentOf(session, nodeIds, parser);
  return addFragment(session, text, middleOf(copied) ?? { x: 0, y: 0 }, parser);
}

async function fragmentOf(session: EditorSession, nodeIds: readonly string[], parser: WorkflowParser): Promise<string> {
  const text = await parser.writeFragment(session.drawnHandle, nodeIds);
  if (text === '') throw new Refusal(vscode.l10n.t('Select nodes first; the inputs of a workflow cannot be copied.'));
  return text;
}

async function addFragment(
  session: EditorSession,
  text: string,
  middle: Position,
  parser: WorkflowParser,
): Promise<AddAnswer> {
  const fragment: FragmentReading = await parser.parseFragment(text);
  if (fragment.kind === 'refused') return fragment;
  const { place } = session.live;
  const from = await originIn(place, originOf(text));
  const nodes = from === null ? fragment.nodes : rebasedNodes(fragment.nodes, from, place.entry);
  const [outside] = pathsOutside(nodes, place.entry);
  if (outside !== undefined) {
    throw new Refusal(
      vscode.l10n.t(
        'These nodes cannot be pasted here: {0} would lie outside of the workspace. Copy the file into it first.',
        quoted(outside),
      ),
    );
  }
  return addNodes(session, { nodes, boxes: fragment.boxes, middle }, parser);
}

/** The file that nodes were copied from, if it is one of this workspace: then their paths can be kept right. */
async function originIn(place: WorkflowPlace, origin: string | null): Promise<string | null> {
  if (origin === null || origin === place.entry) return origin;
  const file = await realPathOf(path.resolve(place.workspace, origin));
  if (!liesIn(file, place.workspace)) return null;
  return stat(file).then(
    () => origin,
    () => null,
  );
}
