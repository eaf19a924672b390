import { ProgressRing } from '../../ui/ProgressRing';

/** Stands in place of the canvas until there is something to draw; `what` says what is on its way. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <output className="empty-state loading">
      <ProgressRing />
      <p>{what}</p>
    </output>
  );
}
