/** The text that a node runs, to be read. */
export function Code({ code, isModule }: { readonly code: string | null; readonly isModule: boolean }) {
  if (isModule) return null;
  if (code === null) return <p className="quiet">The script file is missing.</p>;
  return (
    // Long lines are reached by scrolling, so it is a tab stop.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="code" tabIndex={0} aria-label="Code">
      <pre>{code}</pre>
    </section>
  );
}
