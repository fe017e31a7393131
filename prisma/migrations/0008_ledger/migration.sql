-- Every revision is sealed into an append-only Merkle log (docs/adr/0024-ledger.md).

-- Whatever waits to be checked is checked now: a table with checks to come cannot be altered any more.
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

-- CreateTable
CREATE TABLE "ledger_entry" (
    "revision" INTEGER NOT NULL,
    "records" BYTEA NOT NULL,
    "nodes" BYTEA[],

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("revision")
);

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_revision_fkey" FOREIGN KEY ("revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Parts of the list are read without the whole.
ALTER TABLE ledger_entry ALTER COLUMN records SET STORAGE EXTERNAL;
ALTER TABLE ledger_entry
  ADD CONSTRAINT ledger_entry_records_are_hashes CHECK (octet_length(records) % 32 = 0),
  ADD CONSTRAINT ledger_entry_has_its_leaf CHECK (coalesce(cardinality(nodes), 0) >= 1);

-- Dates and anchors tell in which revision they were recorded, as all other evidence does.
ALTER TABLE "sourced_date" ADD COLUMN "recorded_in" INTEGER;
ALTER TABLE "quote_anchor" ADD COLUMN "recorded_in" INTEGER;
ALTER TABLE "sourced_date" DISABLE TRIGGER USER;
ALTER TABLE "quote_anchor" DISABLE TRIGGER USER;
UPDATE sourced_date d SET recorded_in = (
  SELECT max(q.recorded_in) FROM sourced_date_quote s JOIN quote q ON q.id = s.quote_id WHERE s.date_id = d.id
);
UPDATE quote_anchor a SET recorded_in = greatest(
  (SELECT v.revision FROM article_version v WHERE v.id = a.version_id),
  (SELECT q.recorded_in FROM quote q WHERE q.id = a.quote_id),
  (SELECT q.recorded_in FROM quote q WHERE q.id = a.target_id)
);
ALTER TABLE "sourced_date" ENABLE TRIGGER USER;
ALTER TABLE "quote_anchor" ENABLE TRIGGER USER;
ALTER TABLE "sourced_date" ALTER COLUMN recorded_in SET DEFAULT newest_revision(), ALTER COLUMN recorded_in SET NOT NULL;
ALTER TABLE "quote_anchor" ALTER COLUMN recorded_in SET DEFAULT newest_revision(), ALTER COLUMN recorded_in SET NOT NULL;

-- What a revision recorded is found by the revision.
-- CreateIndex
CREATE INDEX "row_history_until_idx" ON "row_history"("until");
CREATE INDEX "article_revision_idx" ON "article"("revision");
CREATE INDEX "quote_recorded_in_idx" ON "quote"("recorded_in");
CREATE INDEX "quote_anchor_recorded_in_idx" ON "quote_anchor"("recorded_in");
CREATE INDEX "sourced_date_recorded_in_idx" ON "sourced_date"("recorded_in");
CREATE INDEX "actor_revision_idx" ON "actor"("revision");
CREATE INDEX "actor_mention_recorded_in_idx" ON "actor_mention"("recorded_in");
CREATE INDEX "actor_merge_revision_idx" ON "actor_merge"("revision");
CREATE INDEX "event_revision_idx" ON "event"("revision");
CREATE INDEX "event_mention_recorded_in_idx" ON "event_mention"("recorded_in");
CREATE INDEX "participant_recorded_in_idx" ON "participant"("recorded_in");
CREATE INDEX "utterance_revision_idx" ON "utterance"("revision");
CREATE INDEX "statement_event_recorded_in_idx" ON "statement_event"("recorded_in");
CREATE INDEX "statement_relation_recorded_in_idx" ON "statement_relation"("recorded_in");
CREATE INDEX "credit_recorded_in_idx" ON "credit"("recorded_in");
CREATE INDEX "furniture_recorded_in_idx" ON "furniture"("recorded_in");
CREATE INDEX "derivation_recorded_in_idx" ON "derivation"("recorded_in");
CREATE INDEX "shared_passage_recorded_in_idx" ON "shared_passage"("recorded_in");

-- What is sealed: tables, with the column that tells since when a row is there, the columns whose content another one vouches for,
-- and SQL of what belongs to a row s of it, recorded by the same command. A record is canonical JSON (RFC 8785); the formats are
-- those of docs/ledger.md and do not change. A column that comes later belongs to no record, or to records of another format.
CREATE FUNCTION ledgered_tables() RETURNS TABLE (name text, since text, vouched_for text[], along text) LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('article', 'revision', '{}'::text[], ''),
    ('article_version', 'revision', '{text}', ''),
    ('quote', 'recorded_in', '{}', ''),
    ('quote_anchor', 'recorded_in', '{}', ''),
    ('sourced_date', 'recorded_in', '{}', $sql$'"quotes":[' || (
      SELECT coalesce(string_agg('{"ordinal":' || q.ordinal || ',"quote_id":"' || q.quote_id || '"}', ',' ORDER BY q.ordinal), '')
      FROM sourced_date_quote q WHERE q.date_id = s.id) || '],' ||$sql$),
    ('actor', 'revision', '{}', ''),
    ('actor_mention', 'recorded_in', '{}', ''),
    ('actor_merge', 'revision', '{}', ''),
    ('event', 'revision', '{}', ''),
    ('event_mention', 'recorded_in', '{}', ''),
    ('participant', 'recorded_in', '{}', ''),
    ('utterance', 'revision', '{}', ''),
    ('statement', 'revision', '{}', $sql$'"attribution":[' || (
      SELECT coalesce(string_agg('{"actor_id":"' || h.actor_id || '","article_id":"' || h.article_id
        || '","cue_id":' || coalesce('"' || h.cue_id || '"', 'null') || ',"position":' || h.position
        || ',"role":"' || h.role || '","source_id":' || coalesce('"' || h.source_id || '"', 'null') || '}', ',' ORDER BY h.position), '')
      FROM attribution_hop h WHERE h.statement_id = s.id) || '],"content":[' || (
      SELECT coalesce(string_agg('{"article_id":"' || c.article_id || '","ordinal":' || c.ordinal
        || ',"quote_id":"' || c.quote_id || '"}', ',' ORDER BY c.ordinal), '')
      FROM statement_content c WHERE c.statement_id = s.id) || '],' ||$sql$),
    ('statement_event', 'recorded_in', '{}', ''),
    ('statement_relation', 'recorded_in', '{}', ''),
    ('credit', 'recorded_in', '{}', ''),
    ('furniture', 'recorded_in', '{}', ''),
    ('derivation', 'recorded_in', '{}', ''),
    ('shared_passage', 'recorded_in', '{}', ''),
    ('review', 'revision', '{}', '')
$$;

-- A number as ECMAScript writes it, as RFC 8785 wants it, for numbers from 0 to 1.
CREATE FUNCTION json_fraction(value double precision) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN value = 0 OR value >= 1e-6 THEN value::text::numeric::text ELSE regexp_replace(value::text, 'e-0', 'e-') END;

-- SQL of a column of a row s as JSON: instants are milliseconds since 1970, JSON is a string that holds it.
CREATE FUNCTION json_of_column(col text, kind oid) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format(CASE kind
    WHEN 'timestamptz'::regtype THEN '(extract(epoch FROM s.%1$I) * 1000)::bigint::text'
    WHEN 'double precision'::regtype THEN 'json_fraction(s.%1$I)'
    WHEN 'integer'::regtype THEN 's.%1$I::text'
    WHEN 'integer[]'::regtype THEN 'array_to_json(s.%1$I)::text'
    ELSE 'to_json(s.%1$I::text)::text' END, col)
$$;

-- Makes ledger_records, which gives the records of a revision: each row that it recorded or changed, as the revision left it.
DO $$
DECLARE
  t record;
  parts text[] := '{}';
BEGIN
  FOR t IN
    SELECT l.*, c.keys, (
      SELECT string_agg(format('%L || coalesce(%s, ''null'')', CASE WHEN n = 1 THEN '' ELSE ',' END || to_json(attname)::text || ':',
        json_of_column(attname, atttypid)), ' || ' ORDER BY n)
      FROM (
        SELECT attname, atttypid, row_number() OVER (ORDER BY attname COLLATE "C") AS n FROM pg_attribute a
        WHERE a.attrelid = l.name::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> ALL (l.vouched_for)
      ) columns
    ) AS row, (
      SELECT string_agg(format('t.%I = split_part(h.key, '' '', %s)::%s', k, n, (
        SELECT format_type(atttypid, atttypmod) FROM pg_attribute a WHERE a.attrelid = l.name::regclass AND a.attname = k
      )), ' AND ') FROM unnest(c.keys) WITH ORDINALITY AS x (k, n)
    ) AS same, (
      SELECT string_agg(format('t.%I::text', k), ' || '' '' || ' ORDER BY n) FROM unnest(c.keys) WITH ORDINALITY AS x (k, n)
    ) AS key
    FROM ledgered_tables() l LEFT JOIN changing_tables() c ON c.name = l.name
  LOOP
    parts := parts || format(
      $sql$SELECT '{' || %1$s '"row":{' || %2$s || '},"table":"%3$s"}' FROM %4$s$sql$, t.along, t.row, t.name,
      CASE WHEN t.keys IS NULL THEN format('%I s WHERE s.%I = ledger_records.revision', t.name, t.since)
      ELSE format(
        $sql$(
          SELECT t, %2$s AS key FROM %1$I t WHERE t.%3$I = ledger_records.revision
          UNION ALL
          SELECT t, h.key FROM row_history h JOIN %1$I t ON %4$s WHERE h.until = ledger_records.revision AND h.table_name = %1$L
        ) touched LEFT JOIN LATERAL (
          SELECT h.row FROM row_history h WHERE h.table_name = %1$L AND h.key = touched.key AND h.until > ledger_records.revision
          ORDER BY h.until LIMIT 1
        ) was ON true CROSS JOIN LATERAL jsonb_populate_record(touched.t, was.row) s$sql$,
        t.name, t.key, t.since, t.same) END);
  END LOOP;
  EXECUTE format(
    'CREATE FUNCTION ledger_records(revision integer) RETURNS SETOF text LANGUAGE sql STABLE SET enable_seqscan = off AS %L',
    array_to_string(parts, E'\nUNION ALL\n'));
END
$$;
DROP FUNCTION json_of_column;

-- The head of a Merkle tree of hashed leaves (RFC 6962, section 2.1). Pairing neighbours level by level, a last one without a
-- neighbour going up as it is, gives the tree of that definition.
CREATE FUNCTION merkle_tree_hash(hashes bytea[]) RETURNS bytea LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF cardinality(hashes) = 0 THEN
    RETURN sha256('');
  END IF;
  WHILE cardinality(hashes) > 1 LOOP
    SELECT array_agg(CASE WHEN pair[2] IS NULL THEN pair[1] ELSE sha256('\x01' || pair[1] || pair[2]) END ORDER BY n) INTO hashes
    FROM (SELECT (place - 1) / 2 AS n, array_agg(hash ORDER BY place) AS pair FROM unnest(hashes) WITH ORDINALITY AS u (hash, place) GROUP BY 1) pairs;
  END LOOP;
  RETURN hashes[1];
END
$$;

-- What the log says of a revision, as canonical JSON.
CREATE FUNCTION ledger_leaf(of revision, records integer, records_root bytea) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT '{"author":' || to_json(of.author) || ',"format":1,"key_id":' || coalesce('"' || of.key_id || '"', 'null')
    || ',"number":' || of.number || ',"recorded_at":' || (extract(epoch FROM of.recorded_at) * 1000)::bigint
    || ',"records":' || records || ',"records_root":"' || encode(records_root, 'hex') || '","summary":' || to_json(of.summary) || '}'
$$;

-- Seals a revision: hashes all that it recorded, and appends its leaf to the log. nodes are the heads of the full trees that the
-- leaf completes, of 1, 2, 4... leaves, all that any head or proof is made of.
CREATE FUNCTION seal_revision(number integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  hashes bytea[];
  made bytea[];
BEGIN
  SELECT coalesce(array_agg(hash ORDER BY hash), '{}') INTO hashes
  FROM (SELECT sha256('\x00' || convert_to(record, 'UTF8')) AS hash FROM ledger_records(seal_revision.number) AS record) hashed;
  SELECT ARRAY[sha256('\x00' || convert_to(ledger_leaf(r, cardinality(hashes), merkle_tree_hash(hashes)), 'UTF8'))] INTO STRICT made
  FROM revision r WHERE r.number = seal_revision.number;
  FOR level IN 1 .. 30 LOOP
    EXIT WHEN seal_revision.number % (1 << level) <> 0;
    SELECT made || sha256('\x01' || e.nodes[level] || made[level]) INTO STRICT made
    FROM ledger_entry e WHERE e.revision = seal_revision.number - (1 << (level - 1));
  END LOOP;
  INSERT INTO ledger_entry (revision, records, nodes)
  VALUES (seal_revision.number, (SELECT coalesce(string_agg(hash, '' ORDER BY hash), '') FROM unnest(hashes) AS hash), made);
END
$$;

DO $$
DECLARE
  number integer;
BEGIN
  FOR number IN SELECT r.number FROM revision r ORDER BY r.number LOOP
    PERFORM seal_revision(number);
  END LOOP;
END
$$;

CREATE TRIGGER refuse_change BEFORE UPDATE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_deletion BEFORE DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER refuse_truncation BEFORE TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion();

-- A revision is sealed when it is committed, with all that its transaction has recorded.
CREATE FUNCTION seal_new_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM seal_revision(NEW.number);
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER seal_new_revision AFTER INSERT ON revision
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seal_new_revision();

-- Nothing is recorded or changed in a revision that is sealed.
CREATE FUNCTION refuse_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  newest CONSTANT integer := newest_revision();
BEGIN
  IF newest IS NULL OR EXISTS (SELECT FROM ledger_entry WHERE revision = newest) THEN
    RAISE EXCEPTION 'Revision % is sealed: begin the next one before % is written.', coalesce(newest, 0), TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'revision_is_open';
  END IF;
  RETURN NULL;
END
$$;
DO $$
DECLARE
  sealed text;
BEGIN
  FOR sealed IN SELECT name FROM ledgered_tables() UNION ALL VALUES ('sourced_date_quote'), ('statement_content'), ('attribution_hop') LOOP
    EXECUTE format('CREATE TRIGGER refuse_sealed AFTER INSERT OR UPDATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_sealed()', sealed);
  END LOOP;
END
$$;

SELECT make_views_of_the_past();
