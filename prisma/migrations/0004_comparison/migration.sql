-- What a comparison of articles finds, and the index by which passages are found.

-- AlterTable
ALTER TABLE "statement" ADD COLUMN     "utterance_origin" "origin" NOT NULL DEFAULT 'EXTRACTED';

-- CreateTable
CREATE TABLE "shared_passage" (
    "left_id" UUID NOT NULL,
    "right_id" UUID NOT NULL,
    "left_article_id" UUID NOT NULL,
    "right_article_id" UUID NOT NULL,
    "withdrawn_in" INTEGER,

    CONSTRAINT "shared_passage_pkey" PRIMARY KEY ("left_id","right_id")
);

-- CreateTable
CREATE TABLE "indexed_version" (
    "number" SERIAL NOT NULL,
    "version_id" UUID NOT NULL,

    CONSTRAINT "indexed_version_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "passage_key" (
    "key" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "sentence" INTEGER NOT NULL,

    CONSTRAINT "passage_key_pkey" PRIMARY KEY ("key","version","sentence")
);

-- CreateIndex
CREATE INDEX "shared_passage_left_article_id_idx" ON "shared_passage"("left_article_id");

-- CreateIndex
CREATE INDEX "shared_passage_right_article_id_idx" ON "shared_passage"("right_article_id");

-- CreateIndex
CREATE INDEX "shared_passage_right_id_idx" ON "shared_passage"("right_id");

-- CreateIndex
CREATE UNIQUE INDEX "indexed_version_version_id_key" ON "indexed_version"("version_id");

-- AddForeignKey
ALTER TABLE "shared_passage" ADD CONSTRAINT "shared_passage_left_article_id_fkey" FOREIGN KEY ("left_article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shared_passage" ADD CONSTRAINT "shared_passage_right_article_id_fkey" FOREIGN KEY ("right_article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shared_passage" ADD CONSTRAINT "shared_passage_left_fkey" FOREIGN KEY ("left_id", "left_article_id") REFERENCES "quote"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shared_passage" ADD CONSTRAINT "shared_passage_right_fkey" FOREIGN KEY ("right_id", "right_article_id") REFERENCES "quote"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "indexed_version" ADD CONSTRAINT "indexed_version_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "article_version"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

DROP TRIGGER refuse_change ON statement;
CREATE TRIGGER refuse_change BEFORE UPDATE ON statement
  FOR EACH ROW EXECUTE FUNCTION refuse_change(utterance_id, utterance_origin, review, reviewed_in);

CREATE TRIGGER refuse_deletion BEFORE DELETE ON shared_passage FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER refuse_truncation BEFORE TRUNCATE ON shared_passage FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER refuse_change BEFORE UPDATE ON shared_passage FOR EACH ROW EXECUTE FUNCTION refuse_change(withdrawn_in);
ALTER TABLE shared_passage ADD CONSTRAINT shared_passage_of_two_articles CHECK (left_article_id <> right_article_id);

-- Statements that people have put together stay together, whatever a comparison says.
UPDATE "statement" SET utterance_origin = 'CURATED'
WHERE utterance_id IN (SELECT utterance_id FROM "statement" WHERE origin = 'CURATED' GROUP BY utterance_id HAVING count(*) > 1);
-- Whatever waits to be checked is checked now: a table with checks to come cannot be altered any more.
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

-- What is searched of one thing is worked out from that thing alone, so that a write costs the same however large the corpus is.
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
    SELECT string_agg(DISTINCT q.exact COLLATE "C", E'\n') FROM actor_mention m JOIN quote q ON q.id = m.quote_id
    WHERE m.actor_id = a.id AND m.withdrawn_in IS NULL
  ), '')
  FROM actor a
  UNION ALL
  SELECT 'EVENT', e.id, e.title, coalesce((
    SELECT string_agg(DISTINCT q.exact COLLATE "C", E'\n') FROM event_mention m JOIN quote q ON q.id = m.quote_id
    WHERE m.event_id = e.id AND m.withdrawn_in IS NULL
  ), '')
  FROM event e;

CREATE OR REPLACE FUNCTION refresh_search(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  changed CONSTANT uuid[] := ids || ARRAY(
    SELECT s.id FROM actor a JOIN search_entry e ON e.kind = 'ACTOR' AND e.id = a.id AND e.title <> a.name
    JOIN statement s ON s.speaker_id = a.id WHERE a.id = ANY (ids)
  );
BEGIN
  INSERT INTO search_entry (kind, id, title, body, vector)
  SELECT kind, id, title, body, search_vector(title, body) FROM search_source WHERE id = ANY (changed)
  ON CONFLICT (kind, id) DO UPDATE SET title = excluded.title, body = excluded.body, vector = excluded.vector
  WHERE (search_entry.title, search_entry.body) IS DISTINCT FROM (excluded.title, excluded.body);
END
$$;
