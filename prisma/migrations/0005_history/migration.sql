-- Who wrote what and when, what rows were before, and the corpus as it was at any revision (docs/adr/0012-history.md).

-- Whatever waits to be checked is checked now: a table with checks to come cannot be altered any more.
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

-- CreateEnum
CREATE TYPE "key_role" AS ENUM ('REVIEWER', 'EDITOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "review_action" AS ENUM ('ACCEPT', 'REJECT', 'RETRACT', 'CORRECT', 'RESTORE');

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "key_role" NOT NULL,
    "secret_sha256" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "statement_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "action" "review_action" NOT NULL,
    "state_before" "review_state" NOT NULL,
    "state_after" "review_state" NOT NULL,
    "reason" TEXT,
    "replacement_id" UUID,

    CONSTRAINT "review_pkey" PRIMARY KEY ("statement_id","revision")
);

-- CreateTable
CREATE TABLE "actor_merge" (
    "actor_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "origin" "origin" NOT NULL,
    "reason" TEXT NOT NULL,
    "undone_in" INTEGER,
    "undone_because" TEXT,

    CONSTRAINT "actor_merge_pkey" PRIMARY KEY ("actor_id","revision")
);

-- CreateTable
CREATE TABLE "row_history" (
    "table_name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "until" INTEGER NOT NULL,
    "row" JSONB NOT NULL,

    CONSTRAINT "row_history_pkey" PRIMARY KEY ("table_name","key","until")
);

-- The newest revision, in which whatever is recorded now belongs.
CREATE FUNCTION newest_revision() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT number FROM revision ORDER BY number DESC LIMIT 1
$$;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "author" TEXT NOT NULL DEFAULT 'seeds',
ADD COLUMN     "key_id" UUID;

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "declared" JSONB,
ADD COLUMN     "source_key" TEXT;

-- AlterTable
ALTER TABLE "actor" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "name_key" TEXT;

-- AlterTable
ALTER TABLE "statement" ADD COLUMN     "evidence" "anchor_state" NOT NULL DEFAULT 'ANCHORED';

ALTER TABLE "quote" ADD COLUMN "recorded_in" INTEGER;
ALTER TABLE "actor_mention" ADD COLUMN "recorded_in" INTEGER;
ALTER TABLE "event_mention" ADD COLUMN "recorded_in" INTEGER;
ALTER TABLE "participant" ADD COLUMN "recorded_in" INTEGER;
ALTER TABLE "statement_event" ADD COLUMN "recorded_in" INTEGER;
ALTER TABLE "statement_relation" ADD COLUMN "recorded_in" INTEGER;
ALTER TABLE "credit" ADD COLUMN "recorded_in" INTEGER;
ALTER TABLE "furniture" ADD COLUMN "recorded_in" INTEGER;
ALTER TABLE "derivation" ADD COLUMN "recorded_in" INTEGER;
ALTER TABLE "shared_passage" ADD COLUMN "recorded_in" INTEGER;

-- Of rows that are there already the earliest revision is taken in which all that they refer to was there.
DO $$
DECLARE
  filled record;
BEGIN
  FOR filled IN
    SELECT * FROM (VALUES
      ('quote', '(SELECT v.revision FROM article_version v WHERE v.id = t.version_id)'),
      ('actor_mention', '(SELECT greatest(c.revision, q.recorded_in) FROM actor c, quote q WHERE c.id = t.actor_id AND q.id = t.quote_id)'),
      ('event_mention', '(SELECT greatest(e.revision, q.recorded_in) FROM event e, quote q WHERE e.id = t.event_id AND q.id = t.quote_id)'),
      ('participant', '(SELECT greatest(e.revision, c.revision) FROM event e, actor c WHERE e.id = t.event_id AND c.id = t.actor_id)'),
      ('statement_event', '(SELECT greatest(e.revision, s.revision) FROM event e, statement s WHERE e.id = t.event_id AND s.id = t.statement_id)'),
      ('statement_relation', '(SELECT max(s.revision) FROM statement s WHERE s.id IN (t.from_id, t.to_id))'),
      ('credit', '(SELECT q.recorded_in FROM quote q WHERE q.id = t.quote_id)'),
      ('furniture', '(SELECT q.recorded_in FROM quote q WHERE q.id = t.quote_id)'),
      ('derivation', '(SELECT max(a.revision) FROM article a WHERE a.id IN (t.article_id, t.source_id))'),
      ('shared_passage', '(SELECT max(q.recorded_in) FROM quote q WHERE q.id IN (t.left_id, t.right_id))')
    ) AS t (name, recorded_in)
  LOOP
    EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', filled.name);
    EXECUTE format('UPDATE %I t SET recorded_in = %s', filled.name, filled.recorded_in);
    EXECUTE format('ALTER TABLE %I ENABLE TRIGGER USER', filled.name);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN recorded_in SET DEFAULT newest_revision(), ALTER COLUMN recorded_in SET NOT NULL', filled.name);
  END LOOP;
END
$$;

-- CreateIndex
CREATE UNIQUE INDEX "article_source_key_key" ON "article"("source_key");

-- CreateIndex
CREATE INDEX "article_version_revision_idx" ON "article_version"("revision");

-- CreateIndex
CREATE INDEX "article_version_sha256_idx" ON "article_version"("sha256");

-- CreateIndex
CREATE INDEX "actor_name_key_idx" ON "actor"("name_key");

-- CreateIndex
CREATE INDEX "actor_merged_into_id_idx" ON "actor"("merged_into_id");

-- CreateIndex
CREATE INDEX "actor_merge_into_id_idx" ON "actor_merge"("into_id");

-- CreateIndex
CREATE INDEX "statement_revision_idx" ON "statement"("revision");

-- CreateIndex
CREATE INDEX "review_revision_idx" ON "review"("revision");

-- CreateIndex
CREATE INDEX "review_replacement_id_idx" ON "review"("replacement_id");

-- CreateIndex
CREATE INDEX "quote_anchor_version_id_idx" ON "quote_anchor"("version_id");

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "api_key"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actor_merge" ADD CONSTRAINT "actor_merge_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actor_merge" ADD CONSTRAINT "actor_merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actor_merge" ADD CONSTRAINT "actor_merge_revision_fkey" FOREIGN KEY ("revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_replacement_id_fkey" FOREIGN KEY ("replacement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_revision_fkey" FOREIGN KEY ("revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE api_key
  ADD CONSTRAINT api_key_name_not_empty CHECK (name <> ''),
  ADD CONSTRAINT api_key_sha256 CHECK (secret_sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE revision ADD CONSTRAINT revision_author_not_empty CHECK (author <> '');
ALTER TABLE review
  ADD CONSTRAINT review_retracted_with_reason CHECK (action NOT IN ('RETRACT', 'CORRECT') OR reason IS NOT NULL),
  ADD CONSTRAINT review_corrected_by_another CHECK ((action = 'CORRECT') = (replacement_id IS NOT NULL) AND replacement_id <> statement_id);
ALTER TABLE actor_merge
  ADD CONSTRAINT actor_merge_not_into_itself CHECK (actor_id <> into_id),
  ADD CONSTRAINT actor_merge_undone_with_reason CHECK ((undone_in IS NULL) = (undone_because IS NULL)),
  ADD CONSTRAINT actor_merge_undone_later CHECK (undone_in >= revision);
-- An actor is merged into one at a time.
CREATE UNIQUE INDEX actor_merge_standing ON actor_merge (actor_id) WHERE undone_in IS NULL;

-- The tables whose rows may change: their keys, the column that tells since when a row is there, and the columns that may
-- change. Whatever guards them or reads their past is made from this list, here and in later migrations.
CREATE FUNCTION changing_tables() RETURNS TABLE (name text, keys text[], since text, changeable text[]) LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('article', '{id}'::text[], 'revision', '{title,title_quote_id,language,url,published_id,current_version_id,declared}'::text[]),
    ('actor', '{id}', 'revision', '{name,kind,name_key,merged_into_id}'),
    ('actor_mention', '{actor_id,quote_id,kind}', 'recorded_in', '{withdrawn_in}'),
    ('actor_merge', '{actor_id,revision}', 'revision', '{undone_in,undone_because}'),
    ('event', '{id}', 'revision', '{title,type,occurred_id,occurred_earliest,occurred_latest}'),
    ('event_mention', '{event_id,quote_id}', 'recorded_in', '{withdrawn_in}'),
    ('participant', '{event_id,actor_id,role}', 'recorded_in', '{ordinal,withdrawn_in}'),
    ('utterance', '{id}', 'revision', '{speaker_id,said_id}'),
    ('statement', '{id}', 'revision', '{speaker_id,utterance_id,utterance_origin,evidence,review,reviewed_in}'),
    ('statement_event', '{statement_id,event_id,quote_id}', 'recorded_in', '{withdrawn_in}'),
    ('statement_relation', '{from_id,to_id,type}', 'recorded_in', '{rationale,origin,withdrawn_in}'),
    ('credit', '{article_id,role,actor_id,quote_id}', 'recorded_in', '{withdrawn_in}'),
    ('furniture', '{quote_id}', 'recorded_in', '{kind,withdrawn_in}'),
    ('derivation', '{article_id,source_id}', 'recorded_in', '{rationale,origin,withdrawn_in}'),
    ('shared_passage', '{left_id,right_id}', 'recorded_in', '{withdrawn_in}')
$$;

-- A row as it was before a revision is kept, once: what it was in between two changes of one write nobody has seen.
CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before CONSTANT jsonb := to_jsonb(OLD);
  newest CONSTANT integer := newest_revision();
BEGIN
  IF before IS DISTINCT FROM to_jsonb(NEW) AND (before ->> TG_ARGV[0])::integer < newest THEN
    INSERT INTO row_history (table_name, key, until, row)
    VALUES (TG_TABLE_NAME, (SELECT string_agg(before ->> k, ' ' ORDER BY n) FROM unnest(TG_ARGV[1:]) WITH ORDINALITY AS t (k, n)), newest, before)
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM changing_tables() LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS refuse_change ON %I', t.name);
    EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change(%s)', t.name,
      (SELECT string_agg(quote_literal(c), ', ') FROM unnest(t.changeable) c));
    EXECUTE format('CREATE TRIGGER keep_history AFTER UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION keep_history(%L, %s)', t.name, t.since,
      (SELECT string_agg(quote_literal(k), ', ') FROM unnest(t.keys) k));
  END LOOP;
  FOR t IN SELECT * FROM (VALUES ('api_key', $a$'revoked_at'$a$), ('review', ''), ('row_history', '')) AS t (name, changeable) LOOP
    EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change(%s)', t.name, t.changeable);
  END LOOP;
  FOR t IN SELECT * FROM (VALUES ('api_key'), ('review'), ('row_history'), ('actor_merge')) AS t (name) LOOP
    EXECUTE format('CREATE TRIGGER refuse_deletion BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_deletion()', t.name);
    EXECUTE format('CREATE TRIGGER refuse_truncation BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()', t.name);
  END LOOP;
END
$$;
CREATE TRIGGER check_recorded_in AFTER INSERT ON review REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_recorded_in();
CREATE TRIGGER check_recorded_in AFTER INSERT ON actor_merge REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_recorded_in();

-- Whoever waits for news is told of each revision once it is there.
CREATE FUNCTION tell_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('verbatim_revision', NEW.number::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER tell_revision AFTER INSERT ON revision FOR EACH ROW EXECUTE FUNCTION tell_revision();

-- A change of review has its entry, which tells why and what stands instead.
CREATE FUNCTION check_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM review r WHERE r.statement_id = NEW.id AND r.revision = NEW.reviewed_in
      AND r.state_before = OLD.review AND r.state_after = NEW.review
  ) THEN
    RAISE EXCEPTION 'Statement % changes from % to % without an entry in review.', NEW.id, OLD.review, NEW.review
      USING ERRCODE = 'check_violation', CONSTRAINT = 'review_is_recorded';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER check_review AFTER UPDATE ON statement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.review <> NEW.review) EXECUTE FUNCTION check_review();

-- The one under whom a merged actor stands.
CREATE FUNCTION standing_actor(actor uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce(merged_into_id, id) FROM actor WHERE id = standing_actor.actor
$$;

-- A merged actor stands under one that stands by itself, as its merges say.
CREATE FUNCTION check_merged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  root uuid;
BEGIN
  WITH RECURSIVE up AS (
    SELECT NEW.id AS id, 0 AS steps
    UNION ALL
    SELECT m.into_id, up.steps + 1 FROM up JOIN actor_merge m ON m.actor_id = up.id AND m.undone_in IS NULL WHERE up.steps < 1000
  )
  SELECT id INTO root FROM up ORDER BY steps DESC LIMIT 1;
  IF standing_actor(NEW.id) IS DISTINCT FROM root OR EXISTS (SELECT FROM actor WHERE id = root AND merged_into_id IS NOT NULL) THEN
    RAISE EXCEPTION 'Actor % does not stand under the one that it is merged into.', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'actor_stands_under_root';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER check_merged AFTER UPDATE ON actor
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) EXECUTE FUNCTION check_merged();
CREATE CONSTRAINT TRIGGER check_merged_insert AFTER INSERT ON actor
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION check_merged();

-- As before, and the speaker is the one under whom the last hop's actor stands.
CREATE OR REPLACE FUNCTION check_statement(statement_id uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  checked statement;
  chain record;
BEGIN
  SELECT * INTO checked FROM statement s WHERE s.id = check_statement.statement_id;

  IF NOT EXISTS (
    SELECT FROM statement_content c JOIN quote q ON q.id = c.quote_id
    WHERE c.statement_id = checked.id AND c.ordinal = 0 AND q.start_offset = checked.position
  ) THEN
    RAISE EXCEPTION 'Statement % has no content quote at its position.', checked.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_has_content';
  END IF;

  SELECT count(*) AS hops, max(position) AS last,
    (array_agg(actor_id ORDER BY position))[1] AS voice,
    standing_actor((array_agg(actor_id ORDER BY position DESC))[1]) AS speaker,
    (array_agg(role ORDER BY position DESC))[1] AS last_role,
    count(*) FILTER (WHERE role = 'SPEAKER') AS speakers
  INTO chain FROM attribution_hop h WHERE h.statement_id = checked.id;

  IF chain.hops = 0 OR chain.last <> chain.hops - 1 OR chain.speaker <> checked.speaker_id
    OR (checked.mode = 'NARRATION') <> (chain.hops = 1)
    OR (chain.hops > 1 AND (chain.last_role <> 'SPEAKER' OR chain.speakers <> 1))
  THEN
    RAISE EXCEPTION 'The chain of statement % does not lead from the article''s own voice to its speaker.', checked.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_chain_ends_with_speaker';
  END IF;

  IF NOT is_voice(checked.article_id, chain.voice) THEN
    RAISE EXCEPTION 'The chain of statement % does not start with its article''s own voice.', checked.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_chain_starts_with_voice';
  END IF;
END
$$;

-- What is said keeps its speaker when actors are merged.
CREATE FUNCTION check_speakers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong uuid;
BEGIN
  SELECT s.id INTO wrong FROM attribution_hop h JOIN statement s ON s.id = h.statement_id
  WHERE h.actor_id = NEW.id AND s.review IN ('PROPOSED', 'ACCEPTED')
    AND NOT EXISTS (SELECT FROM attribution_hop later WHERE later.statement_id = s.id AND later.position > h.position)
    AND s.speaker_id <> standing_actor(NEW.id)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'The speaker of statement % is not the one whom its last hop now stands under.', wrong
      USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_chain_ends_with_speaker';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER check_speakers AFTER UPDATE ON actor
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) EXECUTE FUNCTION check_speakers();

-- Actors are found by the names of those that are merged into them too.
CREATE OR REPLACE VIEW search_source AS
  SELECT 'ARTICLE'::search_kind AS kind, a.id, a.title, v.text AS body
  FROM article a JOIN article_version v ON v.id = a.current_version_id
  UNION ALL
  SELECT 'STATEMENT', s.id, s.text, (
    SELECT string_agg(q.exact, E'\n' ORDER BY c.ordinal) FROM statement_content c JOIN quote q ON q.id = c.quote_id
    WHERE c.statement_id = s.id
  ) || E'\n' || a.name
  FROM statement s JOIN actor a ON a.id = s.speaker_id
  UNION ALL
  SELECT 'ACTOR', a.id, a.name, coalesce((
    SELECT string_agg(DISTINCT q.exact COLLATE "C", E'\n')
    FROM actor own JOIN actor_mention m ON m.actor_id = own.id JOIN quote q ON q.id = m.quote_id
    WHERE (own.id = a.id OR own.merged_into_id = a.id) AND m.withdrawn_in IS NULL
  ), '')
  FROM actor a
  UNION ALL
  SELECT 'EVENT', e.id, e.title, coalesce((
    SELECT string_agg(DISTINCT q.exact COLLATE "C", E'\n') FROM event_mention m JOIN quote q ON q.id = m.quote_id
    WHERE m.event_id = e.id AND m.withdrawn_in IS NULL
  ), '')
  FROM event e;

-- The corpus at the revision that verbatim.as_of names: views called like the tables, so that whatever reads the tables reads
-- the past once this schema stands before theirs in the search path.
CREATE SCHEMA as_of;

CREATE FUNCTION as_of_revision() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT current_setting('verbatim.as_of')::integer
$$;

CREATE FUNCTION make_views_of_the_past() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  t record;
  made record;
  path CONSTANT text := current_setting('search_path');
BEGIN
  DROP SCHEMA as_of CASCADE;
  CREATE SCHEMA as_of;
  FOR t IN SELECT * FROM changing_tables() LOOP
    EXECUTE format(
      'CREATE VIEW as_of.%1$I AS SELECT %2$s FROM public.%1$I t LEFT JOIN LATERAL (
         SELECT h.row FROM public.row_history h WHERE h.table_name = %1$L AND h.key = %3$s AND h.until > public.as_of_revision()
         ORDER BY h.until LIMIT 1
       ) was ON true WHERE t.%4$I <= public.as_of_revision()',
      t.name,
      (SELECT string_agg(
          CASE WHEN a.attname = ANY (t.changeable)
            THEN format('CASE WHEN was.row IS NULL THEN t.%1$I ELSE (jsonb_populate_record(NULL::public.%2$I, was.row)).%1$I END AS %1$I', a.attname, t.name)
            ELSE format('t.%I', a.attname) END, ', ' ORDER BY a.attnum)
       FROM pg_attribute a WHERE a.attrelid = format('public.%I', t.name)::regclass AND a.attnum > 0 AND NOT a.attisdropped),
      (SELECT string_agg(format('t.%I::text', k), ' || '' '' || ' ORDER BY n) FROM unnest(t.keys) WITH ORDINALITY AS x (k, n)),
      t.since
    );
  END LOOP;
  FOR t IN SELECT * FROM (VALUES
      ('revision', 'number <= public.as_of_revision()'),
      ('article_version', 'revision <= public.as_of_revision()'),
      ('quote', 'recorded_in <= public.as_of_revision()'),
      ('review', 'revision <= public.as_of_revision()'),
      ('quote_anchor', 'EXISTS (SELECT FROM as_of.article_version v WHERE v.id = t.version_id)'),
      ('indexed_version', 'EXISTS (SELECT FROM as_of.article_version v WHERE v.id = t.version_id)')
    ) AS t (name, condition)
  LOOP
    EXECUTE format('CREATE VIEW as_of.%1$I AS SELECT * FROM public.%1$I t WHERE %2$s', t.name, t.condition);
  END LOOP;
  -- What is made of tables elsewhere is made of the views here.
  PERFORM set_config('search_path', 'as_of, public', true);
  FOR made IN SELECT unnest(ARRAY['statement_evidence', 'search_source']) AS name LOOP
    EXECUTE format('CREATE VIEW as_of.%I AS %s', made.name,
      replace(pg_get_viewdef(format('public.%I', made.name)::regclass), 'public.', ''));
  END LOOP;
  PERFORM set_config('search_path', path, true);
  CREATE VIEW as_of.search_entry AS
    SELECT s.kind, s.id, s.title, s.body,
      CASE WHEN (s.title, s.body) = (e.title, e.body) THEN e.vector ELSE public.search_vector(s.title, s.body) END AS vector
    FROM as_of.search_source s LEFT JOIN public.search_entry e ON e.kind = s.kind AND e.id = s.id;
END
$$;
SELECT make_views_of_the_past();
