/**
 * The action such that it never runs twice at a time: asked for while it runs, it runs once more afterwards, however often
 * it was asked for. The promise settles when nothing is left to do.
 */
export function coalesced(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let askedAgain = false;
  const runAll = async (): Promise<void> => {
    try {
      do {
        askedAgain = false;
        await action();
      } while (askedAgain);
    } finally {
      running = undefined;
    }
  };
  return () => {
    if (running) askedAgain = true;
    else running = runAll();
    return running;
  };
}
