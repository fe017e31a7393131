import { z } from 'zod';
import { VerbatimError } from '../../domain/errors.ts';
import { assertStorable } from '../../text/storable.ts';
import { LeftOut, readAs, sentenceOf, wordsOf } from './annotation-problem.ts';
import { attributionOfTags } from './attribution-tags.ts';
import type { IncomingAnnotation } from './incoming-annotation.ts';
import { many, selectedBy, selector } from './selectors.ts';

/** An annotation as the API of Hypothes.is answers it, and as its client exports it (https://h.readthedocs.io/en/latest/api-reference/). */
const annotation = z.object({
  uri: z.string(),
  user: z.string().nullish(),
  text: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  references: z.array(z.string()).nullish(),
  target: z.array(z.object({ source: z.string().nullish(), selector: many(selector) })).nullish(),
});

/** Whether something looks like an annotation of Hypothes.is. */
export const isOfHypothesis = (written: object): boolean => 'uri' in written && !('@context' in written);

/**
 * @throws LeftOut when it is a reply, a note on a whole page or a mark without a comment
 * @throws VerbatimError BAD_USER_INPUT
 */
export function readHypothesis(written: unknown, place: string): IncomingAnnotation {
  const { uri, user, text, tags, references, target } = readAs(annotation, written);
  if ((references ?? []).length > 0) throw new LeftOut('it is a reply to another annotation');
  const targets = (target ?? []).map((one) => ({ ...one, selected: selectedBy(one.selector) }));
  if (targets.every(({ selected }) => 'none' in selected && selected.none === 'NO_SELECTOR')) {
    throw new LeftOut('it is a note on a whole page');
  }
  const sentence = sentenceOf(text ?? '');
  const read = targets.map(({ source, selected }, index) => ({
    sources: [...new Set([source ?? uri, uri])],
    words: wordsOf(selected, `target/${String(index)}`),
  }));
  const [first] = read;
  if (!first) throw new VerbatimError('BAD_USER_INPUT', 'it has no target.');
  for (const tag of tags ?? []) assertStorable(tag, 'a tag');
  const ofText = (exact: string) => ({
    sources: first.sources,
    words: { exact, prefix: '', suffix: '', position: null },
  });
  return {
    place,
    text: sentence,
    targets: read,
    attribution: attributionOfTags(tags ?? [], ofText),
    claim: null,
    creator: user ?? null,
  };
}
