import { passageKeys } from '../../compare/passage-keys.ts';
import { contentWords } from '../../text/content-words.ts';
import { sentences } from '../../text/sentences.ts';

/** Rows of the index of passages, column by column: what stands at one place of each is a row. */
export interface KeyColumns {
  readonly keys: readonly number[];
  /** Numbers of the versions. */
  readonly versions: readonly number[];
  /** In which sentence of it the first of the key's words stands, counted from 0. */
  readonly sentences: readonly number[];
}

/** The keys of texts, some of them several times. Columns of numbers, since a text has hundreds of keys. */
export function keyColumns(texts: readonly { readonly number: number; readonly text: string }[]): KeyColumns {
  const columns = { keys: [] as number[], versions: [] as number[], sentences: [] as number[] };
  for (const { number, text } of texts) {
    const words = contentWords(text);
    const spans = sentences(text);
    let sentence = 0;
    // In the order of the text, as the sentences are.
    for (const { key, at } of passageKeys(words)) {
      const start = words[at]?.start ?? 0;
      while ((spans[sentence + 1]?.start ?? Infinity) <= start) sentence++;
      columns.keys.push(key);
      columns.versions.push(number);
      columns.sentences.push(sentence);
    }
  }
  return columns;
}
