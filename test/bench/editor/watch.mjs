/**
 * What runs in every frame of the workbench under measure; self-contained, since the browser gets its text. In the main frame
 * it notes when the mouse went down; in VS Code's frame around a webview it says on the console when an overlay is on screen:
 * `{"runlensBench": "overlay", "at": <ms since the epoch>, "nodes": <DOM nodes>, "title": <label of the canvas>}`.
 * A webview writes its document anew when it begins, and what was started in it before is lost; the frame around it stays.
 */
export function watchFrame() {
  const now = () => performance.timeOrigin + performance.now();
  if (window === window.top) {
    window.addEventListener('mousedown', () => Reflect.set(window, 'runlensMouseDown', now()), true);
    return;
  }
  let said = '';
  const look = () => {
    requestAnimationFrame(look);
    const title = overlayTitle();
    if (title !== said && title !== '') {
      const nodes = editorDocument()?.querySelectorAll('*').length;
      // What this frame has is on screen when the next one begins.
      requestAnimationFrame(() => console.log(JSON.stringify({ runlensBench: 'overlay', at: now(), nodes, title })));
    }
    said = title;
  };
  requestAnimationFrame(look);

  function editorDocument() {
    const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument);
    return frames.find((inside) => inside?.querySelector('.canvas'));
  }

  /** The canvas's label when a finished run lies over every node in sight, else nothing. */
  function overlayTitle() {
    const editor = editorDocument();
    const cards = [...(editor?.querySelectorAll('.react-flow__node:not([data-id="inputs"]) .card') ?? [])];
    const isOverlay = editor?.querySelector('.banner .pill')?.textContent === 'Viewing run' && cards.length > 0;
    if (!isOverlay || cards.some((card) => card.classList.contains('no-run'))) return '';
    return editor.querySelector('.canvas')?.getAttribute('aria-label') ?? '';
  }
}
