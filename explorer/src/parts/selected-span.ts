import type { Span } from '../../../src/text/span.ts';

/**
 * What somebody selected of a text, in UTF-16 code units.
 *
 * @param root an element whose characters are those of the text, from the first to the last
 * @returns null where nothing is selected, or something outside
 */
export function selectedSpan(root: HTMLElement): Span | null {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const [start, end] = [
    offsetIn(root, range.startContainer, range.startOffset),
    offsetIn(root, range.endContainer, range.endOffset),
  ];
  return start < end ? { start, end } : null;
}

/** How many UTF-16 code units stand before a place of the page. */
function offsetIn(root: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
