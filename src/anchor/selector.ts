/**
 * How a person names a place in a text: by its words, as in a W3C TextQuoteSelector, or by its first and last words.
 * Offsets never appear.
 */
export type Selector = TextQuoteSelector | RangeSelector;

/** The words themselves, with as much of the words around them as it takes to tell which occurrence is meant. */
export interface TextQuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** From the first of these words to the end of the nearest following last ones. */
interface RangeSelector {
  readonly from: string;
  readonly to: string;
}

/**
 * Reads the short form: the words themselves, or `before [[words]] after`.
 *
 * @returns null where the brackets do not pair or hold nothing
 */
export function parseSelector(written: string): TextQuoteSelector | null {
  const open = written.indexOf('[[');
  const close = written.indexOf(']]');
  if (open === -1 && close === -1) return written === '' ? null : { exact: written, prefix: '', suffix: '' };
  if (open === -1 || close <= open + 2) return null;
  if (written.includes('[[', open + 2) || written.includes(']]', close + 2)) return null;
  return {
    exact: written.slice(open + 2, close),
    prefix: written.slice(0, open),
    suffix: written.slice(close + 2),
  };
}
