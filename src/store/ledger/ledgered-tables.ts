/** A table whose rows the ledger holds: format 1 of its records (docs/ledger.md). Formats never change, since old records have them. */
export interface LedgeredTable {
  readonly name: string;
  /** The column with the revision that recorded a row. */
  readonly since: string;
  /** The columns of the key, each with its type: "id uuid". */
  readonly key: readonly string[];
  /** What a record says: columns, and SQL of those that are not said as they stand in the table, for a row s. */
  readonly says: Readonly<Record<string, string | null>>;
  /** What the same command recorded with a row s: SQL of JSON. */
  readonly along?: Readonly<Record<string, string>>;
  /** Whether rows may change, so that history may hold what they were. */
  readonly changes: boolean;
}

const ID = ['id uuid'];
const said = (columns: string): Record<string, null> =>
  Object.fromEntries(columns.split(' ').map((column) => [column, null]));
/** Milliseconds since 1970. */
const instant = (column: string): Record<string, string> => ({
  [column]: `(extract(epoch FROM s.${column}) * 1000)::bigint`,
});
const rowsOf = (columns: string, from: string, order: string): string =>
  `(SELECT coalesce(json_agg(row_to_json(x) ORDER BY x.${order}), '[]') FROM (SELECT ${columns} FROM ${from}) x)`;

const recorded = (name: string, key: readonly string[], columns: string): LedgeredTable => ({
  name,
  since: 'recorded_in',
  key,
  says: said(`${columns} recorded_in withdrawn_in`),
  changes: true,
});

/** All that is recorded, but for who holds a key and for what is worked out from the rest. */
export const LEDGERED_TABLES: readonly LedgeredTable[] = [
  {
    name: 'article',
    since: 'revision',
    key: ID,
    says: {
      ...said('current_version_id id language ordinal published_id revision slug source_key title title_quote_id url'),
      declared: 's.declared::text',
    },
    changes: true,
  },
  {
    // Of the text the hash: what a text is, is checked against it.
    name: 'article_version',
    since: 'revision',
    key: ID,
    says: {
      ...said('article_id id length length_utf16 number quotation_ends quotation_starts revision'),
      ...said('sentence_ends sentence_starts sha256'),
      ...instant('recorded_at'),
    },
    changes: false,
  },
  {
    name: 'quote',
    since: 'recorded_in',
    key: ID,
    says: said(
      'article_id end_offset end_utf16 exact id paragraph prefix recorded_in start_offset start_utf16 suffix version_id',
    ),
    changes: false,
  },
  {
    name: 'quote_anchor',
    since: 'recorded_in',
    key: ['quote_id uuid', 'version_id uuid'],
    says: said('quote_id recorded_in state target_id version_id'),
    changes: false,
  },
  {
    name: 'sourced_date',
    since: 'recorded_in',
    key: ID,
    says: { ...said('basis id reasoning recorded_in value'), ...instant('earliest'), ...instant('latest') },
    along: { quotes: rowsOf('ordinal, quote_id', 'sourced_date_quote WHERE date_id = s.id', 'ordinal') },
    changes: false,
  },
  {
    name: 'actor',
    since: 'revision',
    key: ID,
    says: said('id kind merged_into_id name name_key revision slug'),
    changes: true,
  },
  recorded('actor_mention', ['actor_id uuid', 'quote_id uuid', 'kind mention_kind'], 'actor_id kind quote_id'),
  {
    name: 'actor_merge',
    since: 'revision',
    key: ['actor_id uuid', 'revision integer'],
    says: said('actor_id into_id origin reason revision undone_because undone_in'),
    changes: true,
  },
  {
    name: 'event',
    since: 'revision',
    key: ID,
    says: {
      ...said('id occurred_id revision slug title type'),
      ...instant('occurred_earliest'),
      ...instant('occurred_latest'),
    },
    changes: true,
  },
  recorded('event_mention', ['event_id uuid', 'quote_id uuid'], 'event_id quote_id'),
  recorded(
    'participant',
    ['event_id uuid', 'actor_id uuid', 'role participant_role'],
    'actor_id event_id ordinal role',
  ),
  {
    name: 'utterance',
    since: 'revision',
    key: ID,
    says: said('id ordinal revision said_id speaker_id'),
    changes: true,
  },
  {
    name: 'statement',
    since: 'revision',
    key: ID,
    says: {
      ...said('article_id article_ordinal certainty confidence evidence id mode origin polarity position review'),
      ...said('reviewed_in revision said_id speaker_id text utterance_id utterance_origin'),
      ...instant('said_earliest'),
      ...instant('said_latest'),
    },
    along: {
      attribution: rowsOf(
        'actor_id, article_id, cue_id, position, role, source_id',
        'attribution_hop WHERE statement_id = s.id',
        'position',
      ),
      content: rowsOf('article_id, ordinal, quote_id', 'statement_content WHERE statement_id = s.id', 'ordinal'),
    },
    changes: true,
  },
  recorded(
    'statement_event',
    ['statement_id uuid', 'event_id uuid', 'quote_id uuid'],
    'article_id event_id quote_id statement_id',
  ),
  recorded(
    'statement_relation',
    ['from_id uuid', 'to_id uuid', 'type relation_type'],
    'from_id origin rationale to_id type',
  ),
  recorded(
    'credit',
    ['article_id uuid', 'role credit_role', 'actor_id uuid', 'quote_id uuid'],
    'actor_id article_id quote_id role',
  ),
  recorded('furniture', ['quote_id uuid'], 'article_id kind quote_id'),
  recorded('derivation', ['article_id uuid', 'source_id uuid'], 'article_id origin rationale source_id'),
  recorded('shared_passage', ['left_id uuid', 'right_id uuid'], 'left_article_id left_id right_article_id right_id'),
  {
    name: 'review',
    since: 'revision',
    key: ['statement_id uuid', 'revision integer'],
    says: said('action reason replacement_id revision state_after state_before statement_id'),
    changes: false,
  },
];
