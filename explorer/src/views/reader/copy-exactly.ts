import type { ClipboardEvent } from 'react';

/**
 * Puts the selected part of a text on the clipboard exactly as it is. A browser would leave line ends and spaces out, or add
 * some of its own.
 *
 * @param root an element whose characters are those of the text, from the first to the last
 */
export function copyExactly(root: HTMLElement, text: string, event: ClipboardEvent): void {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return;
  const [start, end] = [
    offsetIn(root, range.startContainer, range.startOffset),
    offsetIn(root, range.endContainer, range.endOffset),
  ];
  if (end <= start) return;
  event.clipboardData.setData('text/plain', text.slice(start, end));
  event.preventDefault();
}

/** How many UTF-16 code units stand before a place of the page. */
function offsetIn(root: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
