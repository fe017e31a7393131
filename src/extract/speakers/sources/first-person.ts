import type { SourcePhrase } from './source-phrase.ts';

const FIRST_PERSON = /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves)$/;

/** Whether a source is "I", "we" or the like. */
export const isFirstPerson = (phrase: SourcePhrase): boolean =>
  phrase.form === 'PRONOUN' && FIRST_PERSON.test(phrase.word);
