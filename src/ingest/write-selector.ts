import type { SelectorIndex } from '../anchor/find-selector.ts';
import { selectorOfSpan } from '../anchor/selector-of-span.ts';
import type { Span } from '../text/span.ts';
import type { WrittenSelector } from './annotation-format.ts';

/**
 * A selector that finds exactly one place of a text, in the form that is easiest to read: brackets only where context is needed, the
 * long form where brackets stand in the words.
 *
 * @param span UTF-16 code units
 * @returns null where `selectorOfSpan` knows none
 */
export function writeSelector(index: SelectorIndex, span: Span): WrittenSelector | null {
  const selector = selectorOfSpan(index, span);
  if (!selector) return null;
  const { exact, prefix, suffix } = selector;
  if (/\[\[|\]\]/.test(prefix + exact + suffix)) return selector;
  return prefix === '' && suffix === '' ? exact : `${prefix}[[${exact}]]${suffix}`;
}
