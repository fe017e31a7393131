-- What a write of many articles costs: nothing is looked at once a row that can be looked at once a command, or is known beforehand.

-- Whatever waits to be checked is checked now: a table with checks to come cannot be altered any more.
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

-- An article comes with its current version in one row, before that one is there.
ALTER TABLE article ALTER CONSTRAINT article_current_version_id_id_fkey DEFERRABLE INITIALLY DEFERRED;

-- As before, for all versions of a command at once; an article that came with its version is left alone.
CREATE OR REPLACE FUNCTION make_version_current() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  UPDATE article a SET current_version_id = newest.id
  FROM (SELECT DISTINCT ON (article_id) article_id, id FROM inserted ORDER BY article_id, number DESC) newest
  WHERE a.id = newest.article_id AND a.current_version_id IS DISTINCT FROM newest.id;
  RETURN NULL;
END
$$;
DROP TRIGGER make_version_current ON article_version;
CREATE TRIGGER make_version_current AFTER INSERT ON article_version REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION make_version_current();

-- Whoever writes tells the revision of each row, which the default would look up once a row: it is the newest, and no row belongs to
-- one that is sealed without it.
CREATE FUNCTION check_recorded_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM inserted WHERE recorded_in IS DISTINCT FROM (SELECT max(number) FROM revision)) THEN
    RAISE EXCEPTION 'A new row of % must be recorded in the newest revision, %.', TG_TABLE_NAME, (SELECT max(number) FROM revision)
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
DO $$
DECLARE
  recorded text;
BEGIN
  FOR recorded IN SELECT name FROM ledgered_tables() WHERE since = 'recorded_in' LOOP
    EXECUTE format('CREATE TRIGGER check_recorded_in AFTER INSERT ON %I REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_recorded_now()', recorded);
  END LOOP;
END
$$;

-- As before, planned once a connection instead of once for each query that asks it.
CREATE OR REPLACE FUNCTION is_voice(of_article uuid, voice uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(CASE WHEN bool_or(role = 'AUTHOR') THEN bool_or(role = 'AUTHOR' AND actor_id = voice)
      WHEN count(*) > 0 THEN bool_or(actor_id = voice)
      ELSE EXISTS (SELECT FROM actor WHERE id = voice AND kind = 'UNNAMED') END, false)
    FROM credit WHERE article_id = of_article AND withdrawn_in IS NULL AND role IN ('AUTHOR', 'PUBLISHER')
  );
END
$$;

-- As before; each voice of an article is looked at once for all that is said in it.
CREATE OR REPLACE FUNCTION check_statements(ids uuid[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  wrong record;
BEGIN
  WITH checked AS MATERIALIZED (
    SELECT s.id, s.article_id, s.mode, s.speaker_id, s.position = first_words.start_offset AS has_content, chain.*,
      voice.actor_id AS voice_id, told.role AS last_role, coalesce(teller.merged_into_id, teller.id) AS teller_id
    FROM unnest(ids) AS given (id) JOIN statement s ON s.id = given.id
    LEFT JOIN statement_content c ON c.statement_id = s.id AND c.ordinal = 0
    LEFT JOIN quote first_words ON first_words.id = c.quote_id
    CROSS JOIN LATERAL (
      SELECT count(*) AS hops, max(position) AS last, count(*) FILTER (WHERE role = 'SPEAKER') AS speakers
      FROM attribution_hop WHERE statement_id = s.id
    ) chain
    LEFT JOIN attribution_hop voice ON voice.statement_id = s.id AND voice.position = 0
    LEFT JOIN attribution_hop told ON told.statement_id = s.id AND told.position = chain.last
    LEFT JOIN actor teller ON teller.id = told.actor_id
    WHERE s.review IN ('PROPOSED', 'ACCEPTED')
  ), voices AS (
    SELECT article_id, voice_id, is_voice(article_id, voice_id) AS is_own
    FROM (SELECT DISTINCT article_id, voice_id FROM checked WHERE voice_id IS NOT NULL) different
  )
  SELECT id, has_content, is_own INTO wrong
  FROM checked LEFT JOIN voices USING (article_id, voice_id)
  WHERE has_content IS NOT TRUE
    OR hops = 0 OR last <> hops - 1
    OR teller_id IS DISTINCT FROM speaker_id
    OR (mode = 'NARRATION') <> (hops = 1)
    OR (hops > 1 AND (last_role <> 'SPEAKER' OR speakers <> 1))
    OR NOT is_own
  LIMIT 1;
  IF NOT FOUND THEN
    RETURN;
  ELSIF wrong.has_content IS NOT TRUE THEN
    RAISE EXCEPTION 'Statement % has no content quote at its position.', wrong.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_has_content';
  ELSIF wrong.is_own IS FALSE THEN
    RAISE EXCEPTION 'The chain of statement % does not start with its article''s own voice.', wrong.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_chain_starts_with_voice';
  ELSE
    RAISE EXCEPTION 'The chain of statement % does not lead from the article''s own voice to its speaker.', wrong.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_chain_ends_with_speaker';
  END IF;
END
$$;

-- As before; a text of plain characters alone has no mark to be made plain.
CREATE OR REPLACE FUNCTION search_words(body text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('english'::regconfig, CASE WHEN octet_length(body) = char_length(body) THEN body
    ELSE translate(body, '“”„«»‘’‚–—―…' || chr(160), '"""""""''''''---  ') END);
