/** A name from a file or a person: text, on its own in its direction of writing, and at most a few lines of it. */
export function Name({ text }: { readonly text: string }) {
  return (
    <bdi className="name" title={text}>
      {text}
    </bdi>
  );
}
