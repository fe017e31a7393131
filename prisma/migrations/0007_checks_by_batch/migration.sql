-- A write is checked as a whole: one look for all that a command records, instead of one a row.

-- What is joined to the rows of a write is found by its key, however few rows the planner believes to be there.

-- As before; each text is read once for all of its quotes, and each quote is one slice of it, with what stands around.
CREATE OR REPLACE FUNCTION check_quotes() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  wrong record;
BEGIN
  WITH texts AS MATERIALIZED (
    -- Joined to an empty text it is no longer the compressed one.
    SELECT v.id, v.text || '' AS text, v.length, v.length = v.length_utf16 AS is_basic
    FROM article_version v WHERE v.id IN (SELECT version_id FROM inserted)
  )
  SELECT q.id, q.version_id, q.start_offset, q.end_offset INTO wrong
  FROM inserted q JOIN texts v ON v.id = q.version_id
  WHERE q.end_offset > v.length
    OR char_length(q.prefix) <> least(q.start_offset, 32)
    OR char_length(q.exact) <> q.end_offset - q.start_offset
    OR char_length(q.suffix) <> least(v.length - q.end_offset, 32)
    OR substring(v.text FROM greatest(q.start_offset - 32, 0) + 1 FOR least(q.start_offset, 32) + q.end_offset - q.start_offset + 32)
      IS DISTINCT FROM q.prefix || q.exact || q.suffix
    OR q.start_utf16 <> CASE WHEN v.is_basic THEN q.start_offset ELSE utf16_length(substring(v.text FOR q.start_offset)) END
    OR q.end_utf16 - q.start_utf16 <> CASE WHEN v.is_basic THEN q.end_offset - q.start_offset ELSE utf16_length(q.exact) END
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Quote % is not what stands in version % from code point % to %.', wrong.id, wrong.version_id, wrong.start_offset, wrong.end_offset
      USING ERRCODE = 'check_violation', CONSTRAINT = 'quote_is_its_slice';
  END IF;
  RETURN NULL;
END
$$;

-- Of these statements, those that are said to stand have words that were said, and a chain from the article's own voice to the
-- one under whom the last hop's actor stands.
CREATE FUNCTION check_statements(ids uuid[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  wrong record;
BEGIN
  SELECT s.id, s.position = first_words.start_offset AS has_content, voice.actor_id IS NULL OR is_voice(s.article_id, voice.actor_id) AS has_voice INTO wrong
  FROM unnest(ids) AS checked (id) JOIN statement s ON s.id = checked.id
  LEFT JOIN statement_content c ON c.statement_id = s.id AND c.ordinal = 0
  LEFT JOIN quote first_words ON first_words.id = c.quote_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS hops, max(position) AS last, count(*) FILTER (WHERE role = 'SPEAKER') AS speakers
    FROM attribution_hop WHERE statement_id = s.id
  ) chain
  LEFT JOIN attribution_hop voice ON voice.statement_id = s.id AND voice.position = 0
  LEFT JOIN attribution_hop told ON told.statement_id = s.id AND told.position = chain.last
  LEFT JOIN actor teller ON teller.id = told.actor_id
  WHERE s.review IN ('PROPOSED', 'ACCEPTED') AND (
    first_words.start_offset IS DISTINCT FROM s.position
    OR chain.hops = 0 OR chain.last <> chain.hops - 1
    OR coalesce(teller.merged_into_id, teller.id) IS DISTINCT FROM s.speaker_id
    OR (s.mode = 'NARRATION') <> (chain.hops = 1)
    OR (chain.hops > 1 AND (told.role <> 'SPEAKER' OR chain.speakers <> 1))
    OR NOT is_voice(s.article_id, voice.actor_id)
  )
  LIMIT 1;
  IF NOT FOUND THEN
    RETURN;
  ELSIF wrong.has_content IS NOT TRUE THEN
    RAISE EXCEPTION 'Statement % has no content quote at its position.', wrong.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_has_content';
  ELSIF wrong.has_voice IS FALSE THEN
    RAISE EXCEPTION 'The chain of statement % does not start with its article''s own voice.', wrong.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_chain_starts_with_voice';
  ELSE
    RAISE EXCEPTION 'The chain of statement % does not lead from the article''s own voice to its speaker.', wrong.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_chain_ends_with_speaker';
  END IF;
END
$$;

-- A statement comes with its words and its chain in one command, at whose end all that it recorded is there and is looked at.
DROP TRIGGER check_statement ON statement;
DROP TRIGGER check_hop ON attribution_hop;
DROP FUNCTION check_hop_row();
CREATE FUNCTION check_inserted_statements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_statements(ARRAY(SELECT id FROM inserted));
  RETURN NULL;
END
$$;
CREATE TRIGGER check_statements AFTER INSERT ON statement REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_inserted_statements();

-- One that is judged otherwise, or whose speaker is another one now, is looked at when the write is complete.
CREATE OR REPLACE FUNCTION check_statement_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_statements(ARRAY[NEW.id]);
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER check_statement AFTER UPDATE ON statement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.speaker_id <> NEW.speaker_id OR OLD.review <> NEW.review)
  EXECUTE FUNCTION check_statement_row();
DROP FUNCTION check_statement(uuid);

-- The evidence of a statement is recorded by the command that records the statement: nothing is slipped in later.
CREATE OR REPLACE FUNCTION refuse_late_evidence() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  late uuid;
BEGIN
  IF TG_TABLE_NAME = 'statement_content' THEN
    SELECT s.id INTO late FROM inserted i
    JOIN statement_content e ON e.statement_id = i.statement_id AND e.ordinal = i.ordinal
    JOIN statement s ON s.id = i.statement_id WHERE s.xmin <> e.xmin OR NOT s.cmin = e.cmin LIMIT 1;
  ELSE
    SELECT s.id INTO late FROM inserted i
    JOIN attribution_hop e ON e.statement_id = i.statement_id AND e.position = i.position
    JOIN statement s ON s.id = i.statement_id WHERE s.xmin <> e.xmin OR NOT s.cmin = e.cmin LIMIT 1;
  END IF;
  IF FOUND THEN
    RAISE EXCEPTION 'Statement % is recorded: no % can be added to it.', late, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;

-- As before; each voice in which something is said is looked at once.
CREATE OR REPLACE FUNCTION check_voices() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  wrong uuid;
BEGIN
  IF TG_TABLE_NAME = 'credit' THEN
    SELECT said.id INTO wrong FROM (
      SELECT h.actor_id, (array_agg(s.id))[1] AS id FROM statement s JOIN attribution_hop h ON h.statement_id = s.id AND h.position = 0
      WHERE s.article_id = NEW.article_id AND s.review IN ('PROPOSED', 'ACCEPTED') GROUP BY h.actor_id
    ) said WHERE NOT is_voice(NEW.article_id, said.actor_id) LIMIT 1;
  ELSE
    SELECT s.id INTO wrong FROM attribution_hop h JOIN statement s ON s.id = h.statement_id
    WHERE h.actor_id = NEW.id AND h.position = 0 AND s.review IN ('PROPOSED', 'ACCEPTED') AND NOT is_voice(s.article_id, h.actor_id) LIMIT 1;
  END IF;
  IF FOUND THEN
    RAISE EXCEPTION 'The chain of statement % would no longer start with its article''s own voice.', wrong
      USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_chain_starts_with_voice';
  END IF;
  RETURN NULL;
END
$$;
