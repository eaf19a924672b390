import type { LoadedRun } from '../../../model/run/loadedRun';

/** Says for screen readers how the loaded run does, whenever its status changes. */
export function RunAnnouncer({ loaded }: { readonly loaded: LoadedRun | null }) {
  const run = loaded?.run;
  return (
    <output className="for-screen-readers" aria-live="polite">
      {run ? `Run ${run.name}: ${run.status}` : ''}
    </output>
  );
}
