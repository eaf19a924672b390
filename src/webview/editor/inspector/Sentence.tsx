/** A sentence of the model, in which names of the file stand between backticks. */
export function Sentence({ text }: { readonly text: string }) {
  const parts = text.split('`');
  // An odd one out is no name: then the sentence stays as it is.
  if (parts.length % 2 === 0) return text;
  return parts.map((part, index) =>
    // The parts of one sentence never change places.
    // oxlint-disable-next-line react/no-array-index-key
    index % 2 === 1 ? <code key={index}>{part}</code> : part,
  );
}
