import { migrate } from '../../../src/store/migrate.ts';
import { RAW_DATABASES } from '../../support/raw-databases.ts';
import { contentOf, hopOf, recordSmallCorpus, reviewed, statement } from '../../support/small-corpus.ts';
import {
  describeVerdicts,
  FOREIGN,
  NEW_REVISION,
  says,
  violates,
  type AcceptedCase,
  type RefusedCase,
} from '../../support/verdicts.ts';

const CONTENT = { at: 'statement', code: '23514', constraint: 'statement_has_content' };
const LATE = says('statement', /^Statement \S+ is recorded: no /, '23000');

const RETRACTED = "UPDATE statement SET review = 'RETRACTED', reviewed_in = 2 WHERE id = id('left');";
const UNRECORDED = { at: 'commit', code: '23514', constraint: 'review_is_recorded' };

const ACCEPTED: AcceptedCase[] = [
  ['one with content and a chain', statement({})],
  ['two quotes of content', statement({ content: ['I 🕊 left.', 'She wept on Monday.'] })],
  ['a proposed one with everything', statement({ review: 'PROPOSED' })],
  ['a retraction', reviewed('left', 'RETRACT', 'ACCEPTED', 'RETRACTED') + RETRACTED],
];

const REFUSED: RefusedCase[] = [
  [
    'an acceptance of one that was rejected without content',
    `${statement({ review: 'REJECTED', content: [], hops: [] })} UPDATE statement SET review = 'ACCEPTED' WHERE id = id('new');
      ${reviewed('new', 'RESTORE', 'REJECTED', 'ACCEPTED')}`,
    { ...CONTENT, at: 'commit' },
  ],
  ['a retraction of which nothing is recorded', RETRACTED, UNRECORDED],
  [
    'a retraction recorded as that of another one',
    reviewed('rain', 'RETRACT', 'ACCEPTED', 'RETRACTED') + RETRACTED,
    UNRECORDED,
  ],
  ['a retraction recorded as a rejection', reviewed('left', 'REJECT', 'ACCEPTED', 'REJECTED') + RETRACTED, UNRECORDED],
  ['no content', statement({ content: [] }), CONTENT],
  ['no content, though only proposed', statement({ review: 'PROPOSED', content: [] }), CONTENT],
  [
    'content that begins at the second place',
    statement({ content: [], also: [contentOf('new', 1, 'I 🕊 left.')] }),
    CONTENT,
  ],
  ['a position that is not where its content begins', statement({ position: '0' }), CONTENT],
  [
    'content of another article',
    statement({ also: [contentOf('new', 1, 'Rain fell.', 'a', 'b1')] }),
    violates('statement_content_quote_id_article_id_fkey', FOREIGN),
  ],
  [
    'content of another article that it is said to belong to',
    statement({ also: [contentOf('new', 1, 'Rain fell.', 'b', 'b1')] }),
    violates('statement_content_statement_id_article_id_fkey', FOREIGN),
  ],
  [
    'the same words twice',
    statement({ content: ['I 🕊 left.', 'I 🕊 left.'] }),
    violates('statement_content_statement_id_quote_id_key', '23505'),
  ],
  ['content for a recorded statement', contentOf('left', 1, 'She wept on Monday.'), LATE],
  [
    'a hop for a recorded statement',
    hopOf('left', { actor: 'paper', role: 'OUTLET', cue: 'The Paper', position: 2 }),
    LATE,
  ],
  ['content for a statement of the same write', statement({}) + contentOf('new', 1, 'She wept on Monday.'), LATE],
  ['a statement before its content', statement({ content: [] }) + contentOf('new', 0, 'I 🕊 left.'), CONTENT],
  [
    'content for a statement that was judged in the same write',
    `${statement({ review: 'REJECTED' })} UPDATE statement SET review = 'ACCEPTED' WHERE id = id('new');
      ${reviewed('new', 'RESTORE', 'REJECTED', 'ACCEPTED')} ${contentOf('new', 1, 'She wept on Monday.')}`,
    LATE,
  ],
  [
    'one of two statements without content',
    statement({ name: 'first' }) + statement({ name: 'second', content: [] }),
    CONTENT,
  ],
  [
    'a statement without content, when checks are put off',
    `SET CONSTRAINTS ALL DEFERRED; ${statement({ content: [] })} SET CONSTRAINTS ALL DEFERRED;`,
    CONTENT,
  ],
  [
    'a curated statement that is not certain',
    statement({}).replace("'ACCEPTED', 1,", "'ACCEPTED', 0.9,"),
    violates('statement_curated_is_certain'),
  ],
  [
    'an empty assertion',
    statement({}).replace("'new', 'DIRECT'", "'', 'DIRECT'"),
    violates('statement_text_not_empty'),
  ],
  [
    'a relation of a statement to itself',
    "INSERT INTO statement_relation VALUES (id('left'), id('left'), 'SUPPORTS', 'x', 'CURATED');",
    violates('statement_relation_not_to_itself'),
  ],
  [
    'an event shown by another article’s words',
    "INSERT INTO statement_event VALUES (id('left'), id('weeping'), id('b1:Rain fell'), id('a'));",
    violates('statement_event_quote_id_article_id_fkey', FOREIGN),
  ],
];

describeVerdicts('statements', ACCEPTED, REFUSED);

describe.each(RAW_DATABASES)('a transaction of the $kind database', ({ open }) => {
  it('leaves nothing behind when it is refused at its end', async () => {
    const database = await open();
    await migrate(database);
    await recordSmallCorpus(database);
    const stored = () => database.rows('SELECT s.id, r.number FROM statement s, revision r ORDER BY 1, 2');
    const before = await stored();
    const attempt = (more: string) => database.run(`BEGIN; ${NEW_REVISION} ${statement({})} ${more} COMMIT`);
    await expect(attempt(RETRACTED)).rejects.toMatchObject({ constraint: UNRECORDED.constraint });
    expect(await stored()).toEqual(before);
    await attempt('');
    expect(await stored()).not.toEqual(before);
    await database.close();
  });
});
