/** The first thing to do with a node that has no name yet is to give it one. */

/** Moves the focus into the label of a node's inspector as soon as that is there; a key or a click before it ends the wait. */
export function focusLabelOf(title: string): void {
  const ended = new AbortController();
  const look = (): void => {
    const labels = document.querySelectorAll<HTMLLabelElement>(
      `.inspector[aria-label="Node ${CSS.escape(title)}"] label`,
    );
    const control = [...labels].find(({ textContent }) => textContent === 'Label')?.control;
    if (!(control instanceof HTMLElement)) return;
    ended.abort();
    control.focus();
  };
  const observer = new MutationObserver(look);
  const end = (): void => ended.abort();
  ended.signal.addEventListener('abort', () => observer.disconnect());
  for (const event of ['keydown', 'pointerdown']) {
    window.addEventListener(event, end, { capture: true, signal: ended.signal });
  }
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  look();
}
