import type { LoadedRun } from '../../../model/run/loadedRun';

/** Says for screen readers how the loaded run does, whenever its status changes. */
export function RunAnnouncer({ loaded }: { readonly loaded: LoadedRun | null }) {
  const run = loaded?.run;
  const part = loaded?.part ?? null;
  const status = part?.nodeRun?.status ?? run?.status;
  const name = part === null ? `Run ${run?.name}` : `Module ${part.path} of run ${run?.name}`;
  return (
    <output className="for-screen-readers" aria-live="polite">
      {run ? `${name}: ${status}` : ''}
    </output>
  );
}
