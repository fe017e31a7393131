import { readForComparison } from '../../compare/compared-text.ts';
import { firstAt } from '../../compare/compared-text.ts';
import { passageKeys } from '../../compare/passage-keys.ts';
import type { Transaction } from '../plan-write.ts';

/** So many texts are in memory at once. */
const AT_ONCE = 50;

/**
 * Puts the passages of every version that is not there yet into the index, by which sentences are found that share words
 * near each other. Derived from the texts alone: it makes no revision.
 *
 * @returns how many versions it put in
 */
export async function indexPassages(tx: Transaction): Promise<number> {
  for (let indexed = 0; ;) {
    const missing = await tx.$queryRaw<{ id: string; text: string }[]>`
      SELECT v.id::text AS id, v.text FROM article_version v
      WHERE NOT EXISTS (SELECT FROM indexed_version i WHERE i.version_id = v.id) ORDER BY v.revision, v.id LIMIT ${AT_ONCE}`;
    if (missing.length === 0) return indexed;
    const numbered = await tx.$queryRaw<{ number: number; id: string }[]>`
      INSERT INTO indexed_version (version_id) SELECT unnest(${missing.map(({ id }) => id)}::uuid[])
      RETURNING number, version_id::text AS id`;
    const textOf = new Map(missing.map(({ id, text }) => [id, text]));
    const rows = numbered.flatMap(({ number, id }) =>
      keysOfText(textOf.get(id) ?? '').map(({ key, sentence }) => ({ key, version: number, sentence })),
    );
    await tx.$executeRaw`INSERT INTO passage_key (key, version, sentence)
      SELECT * FROM unnest(${rows.map(({ key }) => key)}::int[], ${rows.map(({ version }) => version)}::int[], ${rows.map(({ sentence }) => sentence)}::int[])
      ON CONFLICT DO NOTHING`;
    indexed += missing.length;
  }
}

/** The keys of a text, each with the number of the sentence in which its first word stands. */
function keysOfText(text: string): { readonly key: number; readonly sentence: number }[] {
  const { words, sentences } = readForComparison(text);
  return passageKeys(words).map(({ key, at }) => {
    const start = words[at]?.start ?? 0;
    return { key, sentence: Math.max(0, firstAt(sentences, start + 1) - 1) };
  });
}
