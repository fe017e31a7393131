-- The tables of schema.prisma. Slugs sort by code point, so that lists have one order on every machine.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "statement_mode" AS ENUM ('DIRECT', 'MIXED', 'INDIRECT', 'NARRATION');

-- CreateEnum
CREATE TYPE "polarity" AS ENUM ('AFFIRMED', 'NEGATED');

-- CreateEnum
CREATE TYPE "certainty" AS ENUM ('CERTAIN', 'PROBABLE', 'POSSIBLE', 'UNCOMMITTED');

-- CreateEnum
CREATE TYPE "origin" AS ENUM ('CURATED', 'EXTRACTED');

-- CreateEnum
CREATE TYPE "review_state" AS ENUM ('PROPOSED', 'ACCEPTED', 'REJECTED', 'RETRACTED');

-- CreateEnum
CREATE TYPE "hop_role" AS ENUM ('WRITER', 'PUBLISHER', 'REPORTER', 'WIRE', 'OUTLET', 'SPEAKER');

-- CreateEnum
CREATE TYPE "relation_type" AS ENUM ('SUPPORTS', 'CONTRADICTS', 'SUPERSEDES');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('PERSON', 'ORGANIZATION', 'OUTLET', 'STATE', 'TERRITORY', 'UNNAMED');

-- CreateEnum
CREATE TYPE "mention_kind" AS ENUM ('NAME', 'DESCRIPTION');

-- CreateEnum
CREATE TYPE "event_type" AS ENUM ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT');

-- CreateEnum
CREATE TYPE "participant_role" AS ENUM ('ACTOR', 'RECIPIENT', 'LOCATION');

-- CreateEnum
CREATE TYPE "date_basis" AS ENUM ('STATED', 'INFERRED');

-- CreateEnum
CREATE TYPE "credit_role" AS ENUM ('AUTHOR', 'EDITOR', 'PUBLISHER');

-- CreateEnum
CREATE TYPE "furniture_kind" AS ENUM ('CAPTION', 'CREDIT', 'NAVIGATION', 'APPEAL', 'SHARE_LINE', 'SOURCE_LIST', 'HEADING');

-- CreateEnum
CREATE TYPE "anchor_state" AS ENUM ('ANCHORED', 'MOVED', 'ORPHANED');

-- CreateEnum
CREATE TYPE "search_kind" AS ENUM ('ARTICLE', 'STATEMENT', 'ACTOR', 'EVENT');

-- CreateTable
CREATE TABLE "revision" (
    "number" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "summary" TEXT NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "title_quote_id" UUID,
    "language" TEXT NOT NULL,
    "url" TEXT,
    "published_id" UUID,
    "current_version_id" UUID,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_version" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "length_utf16" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "sentence_starts" INTEGER[],
    "sentence_ends" INTEGER[],
    "quotation_starts" INTEGER[],
    "quotation_ends" INTEGER[],
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "article_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "start_utf16" INTEGER NOT NULL,
    "end_utf16" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "paragraph" INTEGER NOT NULL,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote_anchor" (
    "quote_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "state" "anchor_state" NOT NULL,
    "target_id" UUID,

    CONSTRAINT "quote_anchor_pkey" PRIMARY KEY ("quote_id","version_id")
);

-- CreateTable
CREATE TABLE "sourced_date" (
    "id" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "earliest" TIMESTAMPTZ(3),
    "latest" TIMESTAMPTZ(3),
    "basis" "date_basis" NOT NULL,
    "reasoning" TEXT,

    CONSTRAINT "sourced_date_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sourced_date_quote" (
    "date_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "quote_id" UUID NOT NULL,

    CONSTRAINT "sourced_date_quote_pkey" PRIMARY KEY ("date_id","ordinal")
);

-- CreateTable
CREATE TABLE "actor" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "actor_kind" NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor_mention" (
    "actor_id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "kind" "mention_kind" NOT NULL,
    "withdrawn_in" INTEGER,

    CONSTRAINT "actor_mention_pkey" PRIMARY KEY ("actor_id","quote_id","kind")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "type" "event_type" NOT NULL,
    "occurred_id" UUID,
    "occurred_earliest" TIMESTAMPTZ(3),
    "occurred_latest" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant" (
    "event_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "role" "participant_role" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "withdrawn_in" INTEGER,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("event_id","actor_id","role")
);

-- CreateTable
CREATE TABLE "event_mention" (
    "event_id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "withdrawn_in" INTEGER,

    CONSTRAINT "event_mention_pkey" PRIMARY KEY ("event_id","quote_id")
);

-- CreateTable
CREATE TABLE "utterance" (
    "id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "said_id" UUID,
    "ordinal" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "utterance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "article_ordinal" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "mode" "statement_mode" NOT NULL,
    "polarity" "polarity" NOT NULL,
    "certainty" "certainty" NOT NULL,
    "speaker_id" UUID NOT NULL,
    "utterance_id" UUID NOT NULL,
    "said_id" UUID,
    "said_earliest" TIMESTAMPTZ(3),
    "said_latest" TIMESTAMPTZ(3),
    "origin" "origin" NOT NULL,
    "review" "review_state" NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL,
    "reviewed_in" INTEGER NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_content" (
    "statement_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,

    CONSTRAINT "statement_content_pkey" PRIMARY KEY ("statement_id","ordinal")
);

-- CreateTable
CREATE TABLE "attribution_hop" (
    "statement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "role" "hop_role" NOT NULL,
    "cue_id" UUID,
    "source_id" UUID,

    CONSTRAINT "attribution_hop_pkey" PRIMARY KEY ("statement_id","position")
);

-- CreateTable
CREATE TABLE "statement_event" (
    "statement_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "withdrawn_in" INTEGER,

    CONSTRAINT "statement_event_pkey" PRIMARY KEY ("statement_id","event_id","quote_id")
);

-- CreateTable
CREATE TABLE "statement_relation" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "type" "relation_type" NOT NULL,
    "rationale" TEXT NOT NULL,
    "origin" "origin" NOT NULL,
    "withdrawn_in" INTEGER,

    CONSTRAINT "statement_relation_pkey" PRIMARY KEY ("from_id","to_id","type")
);

-- CreateTable
CREATE TABLE "credit" (
    "article_id" UUID NOT NULL,
    "role" "credit_role" NOT NULL,
    "actor_id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "withdrawn_in" INTEGER,

    CONSTRAINT "credit_pkey" PRIMARY KEY ("article_id","role","actor_id","quote_id")
);

-- CreateTable
CREATE TABLE "furniture" (
    "quote_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" "furniture_kind" NOT NULL,
    "withdrawn_in" INTEGER,

    CONSTRAINT "furniture_pkey" PRIMARY KEY ("quote_id")
);

-- CreateTable
CREATE TABLE "derivation" (
    "article_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "rationale" TEXT NOT NULL,
    "origin" "origin" NOT NULL,
    "withdrawn_in" INTEGER,

    CONSTRAINT "derivation_pkey" PRIMARY KEY ("article_id","source_id")
);

-- CreateTable
CREATE TABLE "search_entry" (
    "kind" "search_kind" NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "vector" tsvector,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("kind","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "article_ordinal_key" ON "article"("ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "article_version_article_id_number_key" ON "article_version"("article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "article_version_id_article_id_key" ON "article_version"("id", "article_id");

-- CreateIndex
CREATE INDEX "quote_article_id_start_offset_end_offset_id_idx" ON "quote"("article_id", "start_offset", "end_offset", "id");

-- CreateIndex
CREATE UNIQUE INDEX "quote_version_id_start_offset_end_offset_key" ON "quote"("version_id", "start_offset", "end_offset");

-- CreateIndex
CREATE UNIQUE INDEX "quote_id_article_id_key" ON "quote"("id", "article_id");

-- CreateIndex
CREATE INDEX "quote_anchor_target_id_idx" ON "quote_anchor"("target_id");

-- CreateIndex
CREATE INDEX "sourced_date_quote_quote_id_idx" ON "sourced_date_quote"("quote_id");

-- CreateIndex
CREATE UNIQUE INDEX "actor_slug_key" ON "actor"("slug");

-- CreateIndex
CREATE INDEX "actor_kind_slug_idx" ON "actor"("kind", "slug");

-- CreateIndex
CREATE INDEX "actor_mention_quote_id_idx" ON "actor_mention"("quote_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_slug_key" ON "event"("slug");

-- CreateIndex
CREATE INDEX "participant_actor_id_idx" ON "participant"("actor_id");

-- CreateIndex
CREATE INDEX "event_mention_quote_id_idx" ON "event_mention"("quote_id");

-- CreateIndex
CREATE UNIQUE INDEX "utterance_ordinal_key" ON "utterance"("ordinal");

-- CreateIndex
CREATE INDEX "statement_article_ordinal_position_id_idx" ON "statement"("article_ordinal", "position", "id");

-- CreateIndex
CREATE INDEX "statement_article_id_position_id_idx" ON "statement"("article_id", "position", "id");

-- CreateIndex
CREATE INDEX "statement_speaker_id_article_ordinal_position_id_idx" ON "statement"("speaker_id", "article_ordinal", "position", "id");

-- CreateIndex
CREATE INDEX "statement_utterance_id_article_ordinal_position_id_idx" ON "statement"("utterance_id", "article_ordinal", "position", "id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_id_article_id_key" ON "statement"("id", "article_id");

-- CreateIndex
CREATE INDEX "statement_content_quote_id_idx" ON "statement_content"("quote_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_content_statement_id_quote_id_key" ON "statement_content"("statement_id", "quote_id");

-- CreateIndex
CREATE INDEX "attribution_hop_actor_id_idx" ON "attribution_hop"("actor_id");

-- CreateIndex
CREATE INDEX "attribution_hop_cue_id_idx" ON "attribution_hop"("cue_id");

-- CreateIndex
CREATE INDEX "attribution_hop_source_id_idx" ON "attribution_hop"("source_id");

-- CreateIndex
CREATE INDEX "statement_event_event_id_statement_id_idx" ON "statement_event"("event_id", "statement_id");

-- CreateIndex
CREATE INDEX "statement_event_quote_id_idx" ON "statement_event"("quote_id");

-- CreateIndex
CREATE INDEX "statement_relation_to_id_idx" ON "statement_relation"("to_id");

-- CreateIndex
CREATE INDEX "credit_actor_id_idx" ON "credit"("actor_id");

-- CreateIndex
CREATE INDEX "credit_quote_id_idx" ON "credit"("quote_id");

-- CreateIndex
CREATE INDEX "furniture_article_id_idx" ON "furniture"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "furniture_quote_id_article_id_key" ON "furniture"("quote_id", "article_id");

-- CreateIndex
CREATE INDEX "derivation_source_id_idx" ON "derivation"("source_id");

-- CreateIndex
CREATE INDEX "search_entry_vector_idx" ON "search_entry" USING GIN ("vector");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_title_quote_id_fkey" FOREIGN KEY ("title_quote_id") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_published_id_fkey" FOREIGN KEY ("published_id") REFERENCES "sourced_date"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_current_version_id_id_fkey" FOREIGN KEY ("current_version_id", "id") REFERENCES "article_version"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_version_id_article_id_fkey" FOREIGN KEY ("version_id", "article_id") REFERENCES "article_version"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "quote_anchor" ADD CONSTRAINT "quote_anchor_quote_id_fkey" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "quote_anchor" ADD CONSTRAINT "quote_anchor_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "article_version"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "quote_anchor" ADD CONSTRAINT "quote_anchor_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sourced_date_quote" ADD CONSTRAINT "sourced_date_quote_date_id_fkey" FOREIGN KEY ("date_id") REFERENCES "sourced_date"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sourced_date_quote" ADD CONSTRAINT "sourced_date_quote_quote_id_fkey" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actor_mention" ADD CONSTRAINT "actor_mention_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actor_mention" ADD CONSTRAINT "actor_mention_quote_id_fkey" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_occurred_id_fkey" FOREIGN KEY ("occurred_id") REFERENCES "sourced_date"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event_mention" ADD CONSTRAINT "event_mention_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event_mention" ADD CONSTRAINT "event_mention_quote_id_fkey" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "utterance" ADD CONSTRAINT "utterance_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "utterance" ADD CONSTRAINT "utterance_said_id_fkey" FOREIGN KEY ("said_id") REFERENCES "sourced_date"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_utterance_id_fkey" FOREIGN KEY ("utterance_id") REFERENCES "utterance"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_said_id_fkey" FOREIGN KEY ("said_id") REFERENCES "sourced_date"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement_content" ADD CONSTRAINT "statement_content_statement_id_article_id_fkey" FOREIGN KEY ("statement_id", "article_id") REFERENCES "statement"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement_content" ADD CONSTRAINT "statement_content_quote_id_article_id_fkey" FOREIGN KEY ("quote_id", "article_id") REFERENCES "quote"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attribution_hop" ADD CONSTRAINT "attribution_hop_statement_id_article_id_fkey" FOREIGN KEY ("statement_id", "article_id") REFERENCES "statement"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attribution_hop" ADD CONSTRAINT "attribution_hop_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attribution_hop" ADD CONSTRAINT "attribution_hop_cue_fkey" FOREIGN KEY ("cue_id", "article_id") REFERENCES "quote"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attribution_hop" ADD CONSTRAINT "attribution_hop_source_fkey" FOREIGN KEY ("source_id", "article_id") REFERENCES "quote"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement_event" ADD CONSTRAINT "statement_event_statement_id_article_id_fkey" FOREIGN KEY ("statement_id", "article_id") REFERENCES "statement"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement_event" ADD CONSTRAINT "statement_event_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement_event" ADD CONSTRAINT "statement_event_quote_id_article_id_fkey" FOREIGN KEY ("quote_id", "article_id") REFERENCES "quote"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement_relation" ADD CONSTRAINT "statement_relation_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement_relation" ADD CONSTRAINT "statement_relation_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_quote_id_article_id_fkey" FOREIGN KEY ("quote_id", "article_id") REFERENCES "quote"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "furniture" ADD CONSTRAINT "furniture_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "furniture" ADD CONSTRAINT "furniture_quote_id_article_id_fkey" FOREIGN KEY ("quote_id", "article_id") REFERENCES "quote"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "derivation" ADD CONSTRAINT "derivation_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "derivation" ADD CONSTRAINT "derivation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
