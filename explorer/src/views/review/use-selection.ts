import { useEffect, useState, type RefObject } from 'react';
import type { Span } from '../../../../src/text/span.ts';
import { selectedSpan } from '../../parts/selected-span.ts';
import { wordSpan } from '../../text/word-span.ts';

/**
 * What somebody selected last of a text that is shown, as whole words. It stays when the selection goes on elsewhere, as into a
 * form.
 *
 * @returns UTF-16 code units; null before anything was selected
 */
export function useSelection(root: RefObject<HTMLElement | null>, text: string): [Span | null, () => void] {
  const [selected, setSelected] = useState<Span | null>(null);
  useEffect(() => {
    const onSelection = (): void => {
      const span = root.current && selectedSpan(root.current);
      const words = span && wordSpan(text, span);
      if (words) setSelected(words);
    };
    document.addEventListener('selectionchange', onSelection);
    return () => {
      document.removeEventListener('selectionchange', onSelection);
    };
  }, [root, text]);
  return [
    selected,
    () => {
      setSelected(null);
    },
  ];
}
