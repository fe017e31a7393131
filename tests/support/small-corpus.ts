import type { RawDatabase } from './raw-databases.ts';

/**
 * A corpus written down in plain SQL, with a row in every table. Its things are named: `id('ann')` is the id of actor
 * "ann", `id('a1')` of the first version of article "a", and `id('a1:She wept.')` of the quote of these words in it.
 */
export const TEXTS = {
  a1: 'Doves 🕊 fly. Ann wrote that Bob told her: “I 🕊 left.” She wept on Monday. By Ann for The Paper.',
  b1: 'Nobody signs this. Rain fell.',
  b2: 'Nobody signs this. Rain fell again.',
  c1: 'The Paper reports: Snow fell.',
} as const;
type VersionName = keyof typeof TEXTS;

/** Writes the corpus into a migrated database, as revision 1. */
export async function recordSmallCorpus(database: RawDatabase): Promise<void> {
  await database.run(NAMES);
  await database.run(`BEGIN;
    INSERT INTO revision (number, summary) VALUES (1, 'small corpus');
    ${actor('ann', 'PERSON')} ${actor('bob', 'PERSON')} ${actor('paper', 'OUTLET')}
    ${actor('nobody', 'UNNAMED')} ${actor('somebody', 'UNNAMED')}
    ${article('a', 1)} ${article('b', 2)} ${article('c', 3)}
    ${version('a1')} ${version('b1')} ${version('b2')} ${version('c1')}
    ${quotes('a1', 'Doves 🕊 fly.', 'Ann wrote', 'Bob told her', 'I 🕊 left.', 'She wept on Monday.', 'Monday', 'By Ann', 'The Paper')}
    ${quotes('b1', 'Nobody', 'Rain fell', 'Rain fell.')} ${quotes('b2', 'Nobody', 'Rain fell')}
    ${quotes('c1', 'The Paper', 'Snow fell.')}
    INSERT INTO quote_anchor VALUES (id('b1:Rain fell'), id('b2'), 'ANCHORED', id('b2:Rain fell'));
    INSERT INTO sourced_date VALUES (id('monday'), '2022-07-04', '2022-07-04Z', '2022-07-05Z', 'INFERRED', 'the only Monday');
    INSERT INTO sourced_date_quote VALUES (id('monday'), 0, id('a1:Monday'));
    INSERT INTO credit VALUES (id('a'), 'AUTHOR', id('ann'), id('a1:By Ann')), (id('a'), 'PUBLISHER', id('paper'), id('a1:The Paper')),
      (id('c'), 'PUBLISHER', id('paper'), id('c1:The Paper'));
    INSERT INTO actor_mention VALUES (id('ann'), id('a1:By Ann'), 'DESCRIPTION');
    INSERT INTO furniture VALUES (id('a1:By Ann'), id('a'), 'CREDIT');
    INSERT INTO derivation VALUES (id('b'), id('a'), 'says so', 'CURATED');
    INSERT INTO shared_passage VALUES (id('a1:She wept on Monday.'), id('c1:Snow fell.'), id('a'), id('c'));
    INSERT INTO event (id, slug, title, type, occurred_id, revision) VALUES (id('weeping'), 'weeping', 'Ann weeps', 'PROTEST', id('monday'), 1);
    INSERT INTO event_mention VALUES (id('weeping'), id('a1:She wept on Monday.'));
    INSERT INTO participant VALUES (id('weeping'), id('ann'), 'ACTOR', 0);
    ${statement({ name: 'left', revision: 1 })}
    ${statement({ name: 'rain', article: 'b', of: 'b1', revision: 1, mode: 'NARRATION', content: ['Rain fell'], hops: [{ actor: 'nobody', role: 'WRITER' }] })}
    INSERT INTO statement_event VALUES (id('left'), id('weeping'), id('a1:I 🕊 left.'), id('a'));
    INSERT INTO statement_relation VALUES (id('left'), id('rain'), 'SUPPORTS', 'says so', 'CURATED');
    INSERT INTO review VALUES (id('left'), 1, 'ACCEPT', 'PROPOSED', 'ACCEPTED', 'right');
    INSERT INTO actor_merge VALUES (id('somebody'), id('nobody'), 1, 'CURATED', 'one', 1, 'two');
    INSERT INTO row_history VALUES ('actor', id('ann')::text, 1, '{}');
    INSERT INTO api_key VALUES (id('key'), 'a key', 'ADMIN', rpad('1', 64, '0'));
    SELECT refresh_search(ARRAY[id('ann')]);
    COMMIT`);
}

const NAMES = `
  CREATE FUNCTION id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5(name)::uuid;
  CREATE FUNCTION add_version(version_name text, number integer, body text, revision integer) RETURNS void LANGUAGE sql AS $$
    INSERT INTO article_version (id, article_id, number, text, length, length_utf16, sha256, sentence_starts, sentence_ends, quotation_starts, quotation_ends, revision)
    VALUES (id(version_name), id(left(version_name, 1)), number, body, char_length(body), utf16_length(body),
      encode(sha256(convert_to(body, 'UTF8')), 'hex'), '{}', '{}', '{}', '{}', revision)
  $$;
  CREATE FUNCTION add_quote(version_name text, words text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO quote
    SELECT id(version_name || ':' || words), v.article_id, v.id, at, at + char_length(words),
      utf16_length(left(v.text, at)), utf16_length(left(v.text, at)) + utf16_length(words), words,
      right(left(v.text, at), 32), substring(v.text FROM at + char_length(words) + 1 FOR 32), 0
    FROM article_version v, LATERAL (SELECT position(words IN v.text) - 1 AS at) p WHERE v.id = id(version_name)
  $$;`;

const actor = (name: string, kind: string): string =>
  `INSERT INTO actor VALUES (id('${name}'), '${name}', '${name}', '${kind}', 1);`;
const article = (name: string, ordinal: number): string =>
  `INSERT INTO article (id, slug, ordinal, title, language, revision) VALUES (id('${name}'), '${name}', ${String(ordinal)}, 'Title', 'en', 1);`;
const version = (name: VersionName): string => `SELECT add_version('${name}', ${name.slice(1)}, '${TEXTS[name]}', 1);`;
const quotes = (name: VersionName, ...words: string[]): string =>
  words.map((exact) => `SELECT add_quote('${name}', '${exact}');`).join(' ');

/** A link of a chain: quotes are named by their words. */
export interface Hop {
  readonly actor: string;
  readonly role: string;
  readonly cue?: string;
  readonly source?: string;
  /** By default its place in the list. */
  readonly position?: number;
}

/** What is particular about a statement; the rest is that of Bob's "I 🕊 left." as Ann reports it in article "a". */
export interface StatementInSql {
  readonly name?: string;
  readonly article?: string;
  readonly of?: VersionName;
  readonly mode?: string;
  readonly speaker?: string;
  readonly review?: string;
  readonly content?: readonly string[];
  readonly hops?: readonly Hop[];
  readonly revision?: number;
  /** SQL of where it stands; by default where its first words do. */
  readonly position?: string;
  /** More that the same command records: what `contentOf` and `hopOf` give. */
  readonly also?: readonly string[];
}

export const TOLD: readonly Hop[] = [
  { actor: 'ann', role: 'WRITER' },
  { actor: 'bob', role: 'SPEAKER', cue: 'Bob told her' },
];

/** SQL that records a statement with its utterance, content and chain, in one command. */
export function statement(particulars: StatementInSql): string {
  const { name = 'new', article = 'a', of = 'a1', mode = 'DIRECT', review = 'ACCEPTED', revision = 2 } = particulars;
  const { content = ['I 🕊 left.'], hops = TOLD } = particulars;
  const speaker = particulars.speaker ?? hops.at(-1)?.actor ?? 'bob';
  const quote = (words: string | undefined) => (words === undefined ? 'NULL' : `id('${of}:${words}')`);
  const position =
    particulars.position ?? `(SELECT start_offset FROM quote WHERE id = ${quote(content[0] ?? 'I 🕊 left.')})`;
  const evidence = [
    ...content.map((words, ordinal) => contentOf(name, ordinal, words, article, of)),
    ...hops.map((hop, index) => hopOf(name, { position: index, ...hop }, article, of)),
    ...(particulars.also ?? []),
  ].map((insertion, index) => `, evidence_${String(index)} AS (${insertion.replace(/;\s*$/, '')})`);
  return `
    INSERT INTO utterance (id, speaker_id, ordinal, revision)
      SELECT id('said ${name}'), id('${speaker}'), coalesce(max(ordinal), 0) + 1, ${String(revision)} FROM utterance;
    WITH said AS (INSERT INTO statement (id, article_id, position, text, mode, polarity, certainty, speaker_id, utterance_id, origin, review, confidence, revision, reviewed_in)
      VALUES (id('${name}'), id('${article}'), ${position}, '${name}', '${mode}', 'AFFIRMED', 'CERTAIN', id('${speaker}'),
        id('said ${name}'), 'CURATED', '${review}', 1, ${String(revision)}, ${String(revision)}))${evidence.join('')} SELECT;\n`;
}

/** SQL that gives a statement more content: the command that records it may hold it, no other one. */
export const contentOf = (name: string, ordinal: number, words: string, article = 'a', of = 'a1'): string =>
  `INSERT INTO statement_content VALUES (id('${name}'), ${String(ordinal)}, id('${article}'), id('${of}:${words}'));\n`;

/** SQL that gives a statement's chain one more link: the command that records it may hold it, no other one. */
export function hopOf(name: string, hop: Hop & { position: number }, article = 'a', of = 'a1'): string {
  const quote = (words: string | undefined) => (words === undefined ? 'NULL' : `id('${of}:${words}')`);
  return `INSERT INTO attribution_hop VALUES (id('${name}'), ${String(hop.position)}, id('${article}'), id('${hop.actor}'),
    '${hop.role}', ${quote(hop.cue)}, ${quote(hop.source)});\n`;
}

/** An entry in the history of a statement, in revision 2. */
export const reviewed = (name: string, action: string, before: string, after: string): string =>
  `INSERT INTO review VALUES (id('${name}'), 2, '${action}', '${before}', '${after}', 'says so');`;
