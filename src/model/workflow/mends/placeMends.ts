/** Mends of the layout. */
import { nearest } from '../nearest';
import type { Spot } from '../spotAt';
import type { Workflow } from '../workflow';
import { changesMend } from './keyMends';
import { named, type Mend, type MendedFile } from './mend';

/** The place of a node that is not there becomes that of the nearest one without a place, or goes. */
export function unknownPlaceMend({ path }: Spot, file: MendedFile, workflow: Workflow): Mend | null {
  const [, id] = path;
  if (id === undefined) return null;
  const place = ['layout', id];
  const near = nearest(
    id,
    workflow.nodes.map((node) => node.id),
  );
  if (near !== null && !Object.hasOwn(workflow.layout, near)) {
    return changesMend(`Change to ${named(near)}`, [{ kind: 'rename', path: place, to: near }], file);
  }
  return changesMend(`Remove the place of ${named(id)}`, [{ kind: 'remove', path: place }], file);
}
