/**
 * What runs in every frame of the workbench under measure; self-contained, since the browser gets its text. In the main frame
 * it notes when the mouse went down; in VS Code's frame around a webview it says on the console when rows are on screen:
 * `{"runlensBench": "rows", "at": <ms since the epoch>}`.
 */
export function watchRows() {
  const now = () => performance.timeOrigin + performance.now();
  if (window === window.top) {
    window.addEventListener('mousedown', () => Reflect.set(window, 'runlensMouseDown', now()), true);
    return;
  }
  const look = () => {
    const frames = [...document.querySelectorAll('iframe')];
    const isThere = frames.some((frame) => Boolean(frame.contentDocument?.querySelector('.run-list .row')));
    if (!isThere) requestAnimationFrame(look);
    // What this frame has is on screen when the next one begins.
    else requestAnimationFrame(() => console.log(JSON.stringify({ runlensBench: 'rows', at: now() })));
  };
  requestAnimationFrame(look);
}
