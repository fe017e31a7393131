import type { z } from 'zod';
import { VerbatimError } from '../../domain/errors.ts';
import { assertStorable } from '../../text/storable.ts';
import type { SelectedBy } from './selectors.ts';

/** An annotation that holds nothing to import, and nothing is wrong with it. */
export class LeftOut extends Error {
  override readonly name = 'LeftOut';
}

/** @throws VerbatimError BAD_USER_INPUT with everything in which an annotation is not written as its format has it */
export function readAs<Value>(format: z.ZodType<Value>, written: unknown): Value {
  const outcome = format.safeParse(written);
  if (outcome.success) return outcome.data;
  const problems = outcome.error.issues.slice(0, LISTED).map(({ path, message }) => {
    const where = path.map(String).join('/');
    return where === '' ? message : `${where}: ${message}`;
  });
  throw new VerbatimError('BAD_USER_INPUT', `${problems.join('; ')}.`);
}

/** How many problems of one annotation are listed. */
const LISTED = 5;

/**
 * The words of a selection.
 *
 * @throws VerbatimError BAD_USER_INPUT when they are not told, or could not be kept as they are
 */
export function wordsOf(selected: SelectedBy, place: string): Extract<SelectedBy, { words: unknown }>['words'] {
  if ('none' in selected) throw new VerbatimError('BAD_USER_INPUT', `${place} ${NO_WORDS[selected.none]}`);
  const { exact, prefix, suffix } = selected.words;
  for (const text of [exact, prefix, suffix]) assertStorable(text, place);
  return selected.words;
}

const NO_WORDS = {
  NO_SELECTOR: 'names a text as a whole beside words of it: select the words that are meant.',
  NO_WORDS: 'has no TextQuoteSelector. Positions in a page are not positions in a text: select the words themselves.',
  OTHER_WORDS: 'has several TextQuoteSelectors that select different words: make an annotation of each.',
} as const;

/** What stands for a sentence, without the white space around it. */
export function sentenceOf(comment: string): string {
  assertStorable(comment, 'its comment');
  const sentence = comment.trim();
  if (sentence === '') {
    throw new LeftOut(
      'it marks words and says nothing of them. Comment on them with one self-contained sentence to import it',
    );
  }
  if (/[\n\r\u2028\u2029]/.test(sentence)) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      'its comment has several lines, and a statement is one self-contained sentence: make an annotation of each.',
    );
  }
  return sentence;
}
