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
