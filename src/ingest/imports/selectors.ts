import { z } from 'zod';
import type { SelectedWords } from './incoming-annotation.ts';

/** One of something, or a list of them, as JSON-LD writes it. */
export const many = <Item extends z.ZodType>(item: Item): z.ZodType<z.output<Item>[]> =>
  z.preprocess((value) => (value === null ? [] : [value].flat()), z.array(item)).default([]);

export const types = many(z.string());

/** UTF-16 units. Clients write some 32. */
const LONGEST_CONTEXT = 1_000;
const context = z.string().max(LONGEST_CONTEXT).nullish();

const quoteSelector = z.object({
  exact: z.string().regex(/\S/, 'must hold words'),
  prefix: context,
  suffix: context,
  refinedBy: z
    .undefined('narrows words that were selected, which is not read: select them by one TextQuoteSelector')
    .optional(),
});

const offset = z.int().nonnegative();
const positionSelector = z.object({ start: offset, end: offset });

type ReadSelector =
  | { readonly kind: 'QUOTE'; readonly words: Omit<SelectedWords, 'position'> }
  | { readonly kind: 'POSITION'; readonly position: NonNullable<SelectedWords['position']> }
  | { readonly kind: 'OTHER' };

/** A selector of Web Annotation (section 4.2 of its data model), which Hypothes.is writes as well. Its other properties are not looked at. */
export const selector = z
  .preprocess(
    // The name of a selector that is described elsewhere.
    (value) => (typeof value === 'string' ? {} : value),
    z.object({
      type: types,
      '@type': types,
      exact: z.unknown().optional(),
      prefix: z.unknown().optional(),
      suffix: z.unknown().optional(),
      start: z.unknown().optional(),
      end: z.unknown().optional(),
      refinedBy: z.unknown().optional(),
    }),
  )
  .transform((written, context): ReadSelector => {
    const named = (name: string) =>
      [...written.type, ...written['@type']].some((type) => type === name || type === `oa:${name}`);
    const read = <Value>(format: z.ZodType<Value>): Value | null => {
      const outcome = format.safeParse(written);
      if (outcome.success) return outcome.data;
      for (const { message, path } of outcome.error.issues) context.addIssue({ code: 'custom', message, path });
      return null;
    };
    if (named('TextQuoteSelector')) {
      const words = read(quoteSelector);
      const { exact = '', prefix, suffix } = words ?? {};
      return { kind: 'QUOTE', words: { exact, prefix: prefix ?? '', suffix: suffix ?? '' } };
    }
    if (named('TextPositionSelector')) {
      const position = read(positionSelector);
      return position ? { kind: 'POSITION', position } : { kind: 'OTHER' };
    }
    return { kind: 'OTHER' };
  });

/** What several selectors of one target select: they are ways to say the same. */
export type SelectedBy =
  { readonly words: SelectedWords } | { readonly none: 'NO_SELECTOR' | 'NO_WORDS' | 'OTHER_WORDS' };

/**
 * The words that the selectors of one target select.
 *
 * @returns NO_SELECTOR of the whole of something, NO_WORDS when none tells its words, OTHER_WORDS when two tell different ones
 */
export function selectedBy(selectors: readonly ReadSelector[]): SelectedBy {
  const quotes = selectors.flatMap((one) => (one.kind === 'QUOTE' ? [one.words] : []));
  const position = selectors.find((one) => one.kind === 'POSITION')?.position ?? null;
  const [first] = quotes;
  if (!first) return { none: selectors.length === 0 ? 'NO_SELECTOR' : 'NO_WORDS' };
  if (new Set(quotes.map((words) => JSON.stringify(words))).size > 1) return { none: 'OTHER_WORDS' };
  return { words: { ...first, position } };
}
