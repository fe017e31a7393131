import type { ClipboardEvent } from 'react';
import { selectedSpan } from '../../parts/selected-span.ts';

/**
 * Puts the selected part of a text on the clipboard exactly as it is. A browser would leave line ends and spaces out, or add
 * some of its own.
 *
 * @param root an element whose characters are those of the text, from the first to the last
 */
export function copyExactly(root: HTMLElement, text: string, event: ClipboardEvent): void {
  const span = selectedSpan(root);
  if (!span) return;
  event.clipboardData.setData('text/plain', text.slice(span.start, span.end));
  event.preventDefault();
}
