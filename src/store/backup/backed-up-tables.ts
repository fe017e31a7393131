/** A table whose rows cannot be worked out from others. */
interface BackedUpTable {
  readonly name: string;
  /** Columns, with their types, by which its rows have one order on every server; what they start with has an index. */
  readonly order: Readonly<Record<string, string>>;
}

/**
 * Everything that is recorded, in the order of a backup. Left out is what is made of it: search entries and the index of passages,
 * which are made anew, and Prisma's account of migrations, which every store has of its own.
 */
export const BACKED_UP_TABLES: readonly BackedUpTable[] = [
  { name: 'api_key', order: { id: 'uuid' } },
  { name: 'revision', order: { number: 'int' } },
  { name: 'ledger_entry', order: { revision: 'int' } },
  { name: 'row_history', order: { until: 'int', table_name: 'text', key: 'text' } },
  { name: 'article', order: { id: 'uuid' } },
  { name: 'article_version', order: { id: 'uuid' } },
  { name: 'quote', order: { id: 'uuid' } },
  { name: 'quote_anchor', order: { quote_id: 'uuid', version_id: 'uuid' } },
  { name: 'sourced_date', order: { id: 'uuid' } },
  { name: 'sourced_date_quote', order: { date_id: 'uuid', ordinal: 'int' } },
  { name: 'actor', order: { id: 'uuid' } },
  { name: 'actor_merge', order: { actor_id: 'uuid', revision: 'int' } },
  { name: 'actor_mention', order: { actor_id: 'uuid', quote_id: 'uuid', kind: 'mention_kind' } },
  { name: 'event', order: { id: 'uuid' } },
  { name: 'participant', order: { event_id: 'uuid', actor_id: 'uuid', role: 'participant_role' } },
  { name: 'event_mention', order: { event_id: 'uuid', quote_id: 'uuid' } },
  { name: 'utterance', order: { id: 'uuid' } },
  { name: 'statement', order: { id: 'uuid' } },
  { name: 'statement_content', order: { statement_id: 'uuid', ordinal: 'int' } },
  { name: 'attribution_hop', order: { statement_id: 'uuid', position: 'int' } },
  { name: 'review', order: { statement_id: 'uuid', revision: 'int' } },
  { name: 'statement_event', order: { statement_id: 'uuid', event_id: 'uuid', quote_id: 'uuid' } },
  { name: 'statement_relation', order: { from_id: 'uuid', to_id: 'uuid', type: 'relation_type' } },
  { name: 'credit', order: { article_id: 'uuid', role: 'credit_role', actor_id: 'uuid', quote_id: 'uuid' } },
  { name: 'furniture', order: { quote_id: 'uuid' } },
  { name: 'derivation', order: { article_id: 'uuid', source_id: 'uuid' } },
  { name: 'shared_passage', order: { left_id: 'uuid', right_id: 'uuid' } },
];
