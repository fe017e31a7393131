import { describeVerdicts, says, violates, type AcceptedCase, type RefusedCase } from '../../support/verdicts.ts';

const date = (basis: string, reasoning: string): string =>
  `INSERT INTO sourced_date VALUES (id('may'), '2022-05', NULL, NULL, '${basis}', ${reasoning});`;
const SHOWN = "INSERT INTO sourced_date_quote VALUES (id('may'), 0, id('a1:Monday'));";
const anchor = (quote: string, to: string, state: string, target: string): string =>
  `INSERT INTO quote_anchor VALUES (id('${quote}'), id('${to}'), '${state}', ${target});`;
const TITLED = "UPDATE article SET title = 'Doves 🕊 fly.', title_quote_id = id('a1:Doves 🕊 fly.') WHERE id = id('a');";

const ACCEPTED: AcceptedCase[] = [
  ['a stated date without a reason', date('STATED', 'NULL') + SHOWN],
  ['an inferred date with a reason', date('INFERRED', "'the month before'") + SHOWN],
  ['a title in the words of its quote', TITLED],
  ['a title that no text tells', "UPDATE article SET title = 'Untold' WHERE id = id('a');"],
  ['an orphaned quote', anchor('b1:Rain fell.', 'b2', 'ORPHANED', 'NULL')],
];

const REFUSED: RefusedCase[] = [
  [
    'an inferred date without a reason',
    date('INFERRED', 'NULL') + SHOWN,
    violates('sourced_date_inferred_with_reasoning'),
  ],
  [
    'a date without a quote',
    date('STATED', 'NULL'),
    says('commit', /^Date \S+ \(2022-05\) has no quote that shows it\.$/),
  ],
  [
    'a date that ends before it begins',
    date('STATED', 'NULL').replace('NULL, NULL', "'2022-06-01', '2022-05-01'") + SHOWN,
    violates('sourced_date_bounds_in_order'),
  ],
  [
    'a title in other words than its quote’s',
    TITLED.replace("'Doves 🕊 fly.'", "'Doves fly.'"),
    says('commit', /^The title of article a is not what its quote says\.$/),
  ],
  [
    'a title quote of another article',
    TITLED.replace('Doves 🕊 fly.', 'Nobody').replace('a1:Doves 🕊 fly.', 'b1:Nobody'),
    says('commit', /^The title of article a is not/),
  ],
  [
    'a title that leaves its quote behind',
    `${TITLED} UPDATE article SET title = 'Doves' WHERE id = id('a');`,
    says('commit', /^The title of article a is not/),
  ],
  [
    'an anchor to other words',
    anchor('b1:Rain fell.', 'b2', 'MOVED', "id('b2:Rain fell')"),
    says('statement', /^Quote \S+ cannot be anchored to other words\.$/),
  ],
  [
    'an anchor to a quote of the version before',
    anchor('b1:Nobody', 'b2', 'ANCHORED', "id('b1:Nobody')"),
    says('statement', /cannot be anchored to other words/),
  ],
  [
    'an anchor into its own version',
    anchor('b1:Nobody', 'b1', 'ANCHORED', "id('b1:Nobody')"),
    says('statement', /can only be anchored in the next version of its article/),
  ],
  [
    'an anchor into another article',
    anchor('a1:Monday', 'b2', 'ORPHANED', 'NULL'),
    says('statement', /can only be anchored in the next version of its article/),
  ],
  [
    'an anchored quote without a target',
    anchor('b1:Nobody', 'b2', 'ANCHORED', 'NULL'),
    violates('quote_anchor_target_unless_orphaned'),
  ],
  [
    'an orphaned quote with a target',
    anchor('b1:Nobody', 'b2', 'ORPHANED', "id('b2:Nobody')"),
    violates('quote_anchor_target_unless_orphaned'),
  ],
  [
    'an article made from itself',
    "INSERT INTO derivation VALUES (id('a'), id('a'), 'x', 'CURATED');",
    violates('derivation_not_from_itself'),
  ],
  ['a mention without its quote', "INSERT INTO actor_mention VALUES (id('bob'), NULL, 'NAME');", { code: '23502' }],
  [
    'an event’s mention without its quote',
    "INSERT INTO event_mention VALUES (id('weeping'), NULL);",
    { code: '23502' },
  ],
  [
    'a credit shown by another article’s words',
    "INSERT INTO credit VALUES (id('a'), 'EDITOR', id('bob'), id('b1:Nobody'));",
    { code: '23503', constraint: 'credit_quote_id_article_id_fkey' },
  ],
  [
    'furniture of another article',
    "INSERT INTO furniture VALUES (id('b1:Nobody'), id('a'), 'CAPTION');",
    { code: '23503', constraint: 'furniture_quote_id_article_id_fkey' },
  ],
];

describeVerdicts('dates, titles, anchors and mentions', ACCEPTED, REFUSED);
