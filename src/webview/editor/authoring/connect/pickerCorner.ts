/** Where a picker opens: under the card it is for, whole in the canvas. */

const size = { width: 340, height: 360 };
const margin = 12;

/** Upper left corner of the picker for a node, in pixels of the canvas on screen. */
export function pickerCorner(canvas: HTMLElement, nodeId: string): { left: number; top: number } {
  const view = canvas.getBoundingClientRect();
  const card = canvas.querySelector(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`)?.getBoundingClientRect();
  const within = (at: number, length: number, room: number): number =>
    Math.max(margin, Math.min(at, length - room - margin));
  return {
    left: within((card?.left ?? view.left) - view.left, view.width, size.width),
    top: within((card?.bottom ?? view.top) - view.top + 4, view.height, size.height),
  };
}
