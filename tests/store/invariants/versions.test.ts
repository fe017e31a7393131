import { describeVerdicts, says, violates, type AcceptedCase, type RefusedCase } from '../../support/verdicts.ts';

const revision = (number: number): string =>
  `INSERT INTO revision (number, summary) VALUES (${String(number)}, 'case');`;
const version = (changes: string): string => `
  SELECT add_version('a2', 2, 'Doves 🕊 fly.', 2);
  CREATE TEMPORARY TABLE changed ON COMMIT DROP AS SELECT * FROM article_version WHERE id = id('a2');
  UPDATE changed SET id = id('a3'), number = 3; UPDATE changed SET ${changes};
  INSERT INTO article_version SELECT * FROM changed;`;

const outOfOrder = says('statement', /^The next revision is 3, not -?\d+\.$/);
const wrongVersion = says('statement', /^The next version of article \S+ is 2, not \d+\.$/);
const oldRevision = (table: string): object =>
  says('statement', new RegExp(`^A new row of ${table} must be recorded in the newest revision, 2\\.$`));

const articleOf = (currentVersion: string): string =>
  `INSERT INTO article (id, slug, ordinal, title, language, current_version_id, revision) VALUES (id('d'), 'd', 4, 'D', 'en', ${currentVersion}, 2);`;
const twoVersions = `
  CREATE TEMPORARY TABLE two ON COMMIT DROP AS SELECT * FROM article_version WHERE id IN (id('b1'), id('b2'));
  UPDATE two SET article_id = id('d'), id = id('d' || number), revision = 2;
  INSERT INTO article_version SELECT * FROM two ORDER BY number;`;

/** Rows that tell the revision in which they are recorded, by their tables. */
const RECORDED = [
  ['quote', `id('x'), id('c'), id('c1'), 0, 3, 0, 3, 'The', '', ' Paper reports: Snow fell.', 0`],
  ['quote_anchor', `id('b1:Nobody'), id('b2'), 'ANCHORED', id('b2:Nobody')`],
  ['sourced_date', `id('may'), '2022-05', NULL, NULL, 'STATED', NULL`],
  ['actor_mention', `id('bob'), id('a1:Bob told her'), 'NAME', NULL`],
  ['event_mention', `id('weeping'), id('a1:Monday'), NULL`],
  ['participant', `id('weeping'), id('bob'), 'RECIPIENT', 0, NULL`],
  ['statement_event', `id('left'), id('weeping'), id('a1:Monday'), id('a'), NULL`],
  ['statement_relation', `id('rain'), id('left'), 'SUPPORTS', 'says so', 'CURATED', NULL`],
  ['credit', `id('c'), 'EDITOR', id('ann'), id('c1:The Paper'), NULL`],
  ['furniture', `id('c1:The Paper'), id('c'), 'CREDIT', NULL`],
  ['derivation', `id('c'), id('a'), 'says so', 'CURATED', NULL`],
  ['shared_passage', `id('a1:Monday'), id('b1:Nobody'), id('a'), id('b'), NULL`],
] as const;
const recorded = (table: string, values: string, number: number): string =>
  `INSERT INTO ${table} VALUES (${values}, ${String(number)});
  ${table === 'sourced_date' ? "INSERT INTO sourced_date_quote VALUES (id('may'), 0, id('a1:Monday'));" : ''}`;

const ACCEPTED: AcceptedCase[] = [
  [
    'an article that tells its version before it is there',
    `${articleOf("id('d1')")} SELECT add_version('d1', 1, 'Dew fell.', 2);`,
  ],
  ['an article of two versions that come at once', articleOf('NULL') + twoVersions],
  ['an article that tells the former of two versions that come at once', articleOf("id('d1')") + twoVersions],
  ['an article that tells the latter of two versions that come at once', articleOf("id('d2')") + twoVersions],
  ...RECORDED.map(([table, values]): AcceptedCase => [
    `a row of ${table} in the newest revision`,
    recorded(table, values, 2),
  ]),
  ['the next revision', revision(3)],
  ['the next version, with an astral character', version('sha256 = sha256')],
  ['an actor of the newest revision', `INSERT INTO actor VALUES (id('eve'), 'eve', 'Eve', 'PERSON', 2);`],
];

const REFUSED: RefusedCase[] = [
  ['a revision that leaves a number out', revision(4), outOfOrder],
  ['a revision with a number that was there', revision(2), outOfOrder],
  ['a revision 0', revision(0), outOfOrder],
  [
    'an actor of an old revision',
    `INSERT INTO actor VALUES (id('eve'), 'eve', 'Eve', 'PERSON', 1);`,
    oldRevision('actor'),
  ],
  [
    'an actor of a revision to come',
    `INSERT INTO actor VALUES (id('eve'), 'eve', 'Eve', 'PERSON', 3);`,
    oldRevision('actor'),
  ],
  [
    'an article of an old revision',
    `INSERT INTO article (id, slug, ordinal, title, language, revision) VALUES (id('d'), 'd', 4, 'D', 'en', 1);`,
    oldRevision('article'),
  ],
  ['a version of an old revision', `SELECT add_version('a2', 2, 'x', 1);`, oldRevision('article_version')],
  [
    'an event of an old revision',
    `INSERT INTO event (id, slug, title, type, revision) VALUES (id('x'), 'x', 'x', 'AID', 1);`,
    oldRevision('event'),
  ],
  [
    'an utterance of an old revision',
    `INSERT INTO utterance VALUES (id('x'), id('ann'), NULL, 99, 1);`,
    oldRevision('utterance'),
  ],
  [
    'a statement of an old revision',
    `INSERT INTO statement SELECT (jsonb_populate_record(s, jsonb_build_object('id', id('x')))).* FROM statement s WHERE id = id('left');`,
    oldRevision('statement'),
  ],
  ['a version that leaves a number out', `SELECT add_version('a3', 3, 'x', 2);`, wrongVersion],
  ['a version with a number that was there', `SELECT add_version('a0', 1, 'x', 2);`, wrongVersion],
  ['a version whose text has another hash', version("text = text || ' '"), violates('article_version_length_of_text')],
  [
    'a version with one letter changed',
    version("text = replace(text, 'fly', 'fry')"),
    violates('article_version_sha256_of_text'),
  ],
  ['a hash in capitals', version('sha256 = upper(sha256)'), violates('article_version_sha256_of_text')],
  ['a length in UTF-16 units', version('length = length_utf16'), violates('article_version_length_of_text')],
  [
    'a UTF-16 length in code points',
    version('length_utf16 = length'),
    violates('article_version_length_utf16_of_text'),
  ],
  ['sentences without ends', version("sentence_starts = '{0}'"), violates('article_version_sentences_paired')],
  ['quotations without starts', version("quotation_ends = '{5}'"), violates('article_version_quotations_paired')],
  [
    'an article without text',
    `INSERT INTO article (id, slug, ordinal, title, language, revision) VALUES (id('d'), 'd', 4, 'D', 'en', 2);`,
    says('commit', /^Article d has no text\.$/),
  ],
  [
    'an article whose version never comes',
    articleOf("id('d1')"),
    { at: 'commit', code: '23503', constraint: 'article_current_version_id_id_fkey' },
  ],
  ...RECORDED.flatMap(([table, values]): RefusedCase[] => [
    [`a row of ${table} in an old revision`, recorded(table, values, 1), oldRevision(table)],
    [`a row of ${table} in a revision to come`, recorded(table, values, 3), oldRevision(table)],
  ]),
  [
    'an old version as the current one',
    "UPDATE article SET current_version_id = id('b1') WHERE id = id('b');",
    says('commit', /^The current version of article b is its newest one\.$/),
  ],
  [
    'another article’s version as the current one',
    "UPDATE article SET current_version_id = id('b2') WHERE id = id('a');",
    { code: '23503', constraint: 'article_current_version_id_id_fkey' },
  ],
];

describeVerdicts('revisions and versions', ACCEPTED, REFUSED);
