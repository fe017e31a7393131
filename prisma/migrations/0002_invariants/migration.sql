-- What always holds, kept by the database itself. Every refusal has SQLSTATE 23514 (check_violation) or 23000
-- (integrity_constraint_violation) and names the row.

-- Offsets of code points only mean something in one encoding.
DO $$
BEGIN
  IF current_setting('server_encoding') <> 'UTF8' THEN
    RAISE EXCEPTION 'The database has encoding %, and Verbatim needs UTF8: create it with ENCODING ''UTF8''.',
      current_setting('server_encoding');
  END IF;
END
$$;

-- Length in UTF-16 code units: characters above U+FFFF count twice.
CREATE FUNCTION utf16_length(string text) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN char_length(string) + CASE
    WHEN string ~ '[\U00010000-\U0010FFFF]'
    THEN char_length(regexp_replace(string, '[^\U00010000-\U0010FFFF]', '', 'g'))
    ELSE 0
  END;

-- Nothing is deleted, in any table.
CREATE FUNCTION refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Nothing is deleted: % keeps all of its rows. Retract a statement, or withdraw what was recorded.', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;

-- Updates may change the columns that the trigger names, and no other one.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- A trigger that names no column has NULL for TG_ARGV, and nothing differs from nothing.
  changeable CONSTANT text[] := coalesce(TG_ARGV, '{}');
BEGIN
  IF (to_jsonb(NEW) - changeable) IS DISTINCT FROM (to_jsonb(OLD) - changeable) THEN
    RAISE EXCEPTION 'Evidence does not change: of % only % may be updated.', TG_TABLE_NAME,
      coalesce(nullif(array_to_string(changeable, ', '), ''), 'nothing')
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

DO $$
DECLARE
  guarded record;
BEGIN
  FOR guarded IN
    SELECT * FROM (VALUES
      ('revision', ''),
      ('article', 'title, title_quote_id, language, url, published_id, current_version_id'),
      ('article_version', ''),
      ('quote', ''),
      ('quote_anchor', ''),
      ('sourced_date', ''),
      ('sourced_date_quote', ''),
      ('actor', 'name, kind'),
      ('actor_mention', 'withdrawn_in'),
      ('event', 'title, type, occurred_id, occurred_earliest, occurred_latest'),
      ('event_mention', 'withdrawn_in'),
      ('participant', 'ordinal, withdrawn_in'),
      ('utterance', 'speaker_id, said_id'),
      ('statement', 'utterance_id, review, reviewed_in'),
      ('statement_content', ''),
      ('attribution_hop', ''),
      ('statement_event', 'withdrawn_in'),
      ('statement_relation', 'rationale, origin, withdrawn_in'),
      ('credit', 'withdrawn_in'),
      ('furniture', 'kind, withdrawn_in'),
      ('derivation', 'rationale, origin, withdrawn_in')
    ) AS t (name, changeable)
  LOOP
    EXECUTE format('CREATE TRIGGER refuse_deletion BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_deletion()', guarded.name);
    EXECUTE format('CREATE TRIGGER refuse_truncation BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()', guarded.name);
    EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change(%s)', guarded.name, guarded.changeable);
  END LOOP;
END
$$;

-- Revisions have no gaps.
CREATE FUNCTION check_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  expected integer;
BEGIN
  -- One writer at a time from here to the end of its transaction: numbers are in commit order.
  PERFORM pg_advisory_xact_lock(hashtext('verbatim.revision'));
  SELECT coalesce(max(number), 0) + 1 INTO expected FROM revision;
  IF NEW.number <> expected THEN
    RAISE EXCEPTION 'The next revision is %, not %.', expected, NEW.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER check_revision BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION check_revision();

-- Whatever is recorded belongs to the newest revision.
CREATE FUNCTION check_recorded_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM inserted WHERE revision IS DISTINCT FROM (SELECT max(number) FROM revision)) THEN
    RAISE EXCEPTION 'A new row of % must be recorded in the newest revision, %.', TG_TABLE_NAME, (SELECT max(number) FROM revision)
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER check_recorded_in AFTER INSERT ON article REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_recorded_in();
CREATE TRIGGER check_recorded_in AFTER INSERT ON article_version REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_recorded_in();
CREATE TRIGGER check_recorded_in AFTER INSERT ON actor REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_recorded_in();
CREATE TRIGGER check_recorded_in AFTER INSERT ON event REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_recorded_in();
CREATE TRIGGER check_recorded_in AFTER INSERT ON utterance REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_recorded_in();
CREATE TRIGGER check_recorded_in AFTER INSERT ON statement REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_recorded_in();

-- An article version's hash and lengths are those of its text.
ALTER TABLE article_version
  ADD CONSTRAINT article_version_sha256_of_text CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  ADD CONSTRAINT article_version_length_of_text CHECK (length = char_length(text)),
  ADD CONSTRAINT article_version_length_utf16_of_text CHECK (length_utf16 = utf16_length(text)),
  ADD CONSTRAINT article_version_sentences_paired CHECK (cardinality(sentence_starts) = cardinality(sentence_ends)),
  ADD CONSTRAINT article_version_quotations_paired CHECK (cardinality(quotation_starts) = cardinality(quotation_ends));

-- Versions are numbered from 1 without gaps, and the highest one is the current one.
CREATE FUNCTION number_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  expected integer;
BEGIN
  SELECT coalesce(max(number), 0) + 1 INTO expected FROM article_version WHERE article_id = NEW.article_id;
  IF NEW.number <> expected THEN
    RAISE EXCEPTION 'The next version of article % is %, not %.', NEW.article_id, expected, NEW.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER number_version BEFORE INSERT ON article_version FOR EACH ROW EXECUTE FUNCTION number_version();

CREATE FUNCTION make_version_current() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE article SET current_version_id = NEW.id WHERE id = NEW.article_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER make_version_current AFTER INSERT ON article_version FOR EACH ROW EXECUTE FUNCTION make_version_current();

-- A quote is its slice of its version, with the context and the UTF-16 offsets that belong to it.
ALTER TABLE quote
  ADD CONSTRAINT quote_not_empty CHECK (0 <= start_offset AND start_offset < end_offset AND exact <> ''),
  ADD CONSTRAINT quote_paragraph_from_0 CHECK (paragraph >= 0);

CREATE FUNCTION check_quotes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong record;
BEGIN
  SELECT q.id, q.version_id, q.start_offset, q.end_offset INTO wrong
  FROM inserted q JOIN article_version v ON v.id = q.version_id
  WHERE q.end_offset > v.length
    OR substring(v.text FROM q.start_offset + 1 FOR q.end_offset - q.start_offset) IS DISTINCT FROM q.exact
    OR substring(v.text FROM greatest(q.start_offset - 32, 0) + 1 FOR least(q.start_offset, 32)) IS DISTINCT FROM q.prefix
    OR substring(v.text FROM q.end_offset + 1 FOR 32) IS DISTINCT FROM q.suffix
    OR q.start_utf16 <> CASE WHEN v.length = v.length_utf16 THEN q.start_offset ELSE utf16_length(substring(v.text FOR q.start_offset)) END
    OR q.end_utf16 - q.start_utf16 <> CASE WHEN v.length = v.length_utf16 THEN q.end_offset - q.start_offset ELSE utf16_length(q.exact) END
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Quote % is not what stands in version % from code point % to %.', wrong.id, wrong.version_id, wrong.start_offset, wrong.end_offset
      USING ERRCODE = 'check_violation', CONSTRAINT = 'quote_is_its_slice';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER check_quotes AFTER INSERT ON quote REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_quotes();

-- A quote is anchored in the next version of its article, to the same words.
ALTER TABLE quote_anchor
  ADD CONSTRAINT quote_anchor_target_unless_orphaned CHECK ((state = 'ORPHANED') = (target_id IS NULL));

CREATE FUNCTION check_anchors() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong uuid;
BEGIN
  SELECT a.quote_id INTO wrong
  FROM inserted a JOIN quote q ON q.id = a.quote_id JOIN article_version own ON own.id = q.version_id
  JOIN article_version next ON next.id = a.version_id
  WHERE next.article_id <> own.article_id OR next.number <> own.number + 1
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Quote % can only be anchored in the next version of its article.', wrong USING ERRCODE = 'check_violation';
  END IF;
  SELECT a.quote_id INTO wrong
  FROM inserted a JOIN quote q ON q.id = a.quote_id JOIN quote t ON t.id = a.target_id
  WHERE t.exact <> q.exact OR t.version_id <> a.version_id
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Quote % cannot be anchored to other words.', wrong USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER check_anchors AFTER INSERT ON quote_anchor REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_anchors();

-- A title that the text tells is told in these words.
CREATE FUNCTION check_article() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stored article;
BEGIN
  SELECT * INTO stored FROM article WHERE id = NEW.id;
  IF stored.current_version_id IS NULL THEN
    RAISE EXCEPTION 'Article % has no text.', stored.slug USING ERRCODE = 'check_violation';
  END IF;
  IF stored.current_version_id <> (
    SELECT id FROM article_version WHERE article_id = stored.id ORDER BY number DESC LIMIT 1
  ) THEN
    RAISE EXCEPTION 'The current version of article % is its newest one.', stored.slug USING ERRCODE = 'check_violation';
  END IF;
  IF stored.title_quote_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM quote WHERE id = stored.title_quote_id AND article_id = stored.id AND exact = stored.title
  ) THEN
    RAISE EXCEPTION 'The title of article % is not what its quote says.', stored.slug USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER check_article AFTER INSERT OR UPDATE ON article
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_article();

-- A date has words that give it, and a reason where it was worked out.
ALTER TABLE sourced_date
  ADD CONSTRAINT sourced_date_inferred_with_reasoning CHECK (basis = 'STATED' OR reasoning IS NOT NULL),
  ADD CONSTRAINT sourced_date_bounds_in_order CHECK (earliest <= latest);

CREATE FUNCTION check_sourced_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM sourced_date_quote WHERE date_id = NEW.id) THEN
    RAISE EXCEPTION 'Date % (%) has no quote that shows it.', NEW.id, NEW.value USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER check_sourced_date AFTER INSERT ON sourced_date
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_sourced_date();

-- Columns that only repeat others, so that orders and filters have an index, are set here and nowhere else.
CREATE FUNCTION derive_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT ordinal INTO NEW.article_ordinal FROM article WHERE id = NEW.article_id;
  SELECT earliest, latest INTO NEW.said_earliest, NEW.said_latest FROM sourced_date WHERE id = NEW.said_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER derive_statement BEFORE INSERT ON statement FOR EACH ROW EXECUTE FUNCTION derive_statement();

CREATE FUNCTION derive_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT earliest, latest INTO NEW.occurred_earliest, NEW.occurred_latest FROM sourced_date WHERE id = NEW.occurred_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER derive_event BEFORE INSERT OR UPDATE ON event FOR EACH ROW EXECUTE FUNCTION derive_event();

-- A statement has words that were said, and a chain from the article's own voice to its speaker.
ALTER TABLE statement
  ADD CONSTRAINT statement_confidence_from_0_to_1 CHECK (confidence BETWEEN 0 AND 1),
  ADD CONSTRAINT statement_curated_is_certain CHECK (origin <> 'CURATED' OR confidence = 1),
  ADD CONSTRAINT statement_text_not_empty CHECK (text <> '');
ALTER TABLE attribution_hop
  ADD CONSTRAINT attribution_hop_position_from_0 CHECK (position >= 0),
  ADD CONSTRAINT attribution_hop_shows_its_words CHECK (position = 0 OR cue_id IS NOT NULL OR source_id IS NOT NULL),
  ADD CONSTRAINT attribution_hop_voice_first CHECK ((position = 0) = (role IN ('WRITER', 'PUBLISHER')));
ALTER TABLE statement_content
  ADD CONSTRAINT statement_content_ordinal_from_0 CHECK (ordinal >= 0);

-- An article's own voice: an author whom the text names, else a publisher whom it names, else a writer left unnamed.
CREATE FUNCTION is_voice(of_article uuid, voice uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH credits AS (
    SELECT actor_id, role FROM credit
    WHERE article_id = of_article AND withdrawn_in IS NULL AND role IN ('AUTHOR', 'PUBLISHER')
  ), voices AS (
    SELECT actor_id FROM credits WHERE role = 'AUTHOR'
    UNION ALL
    SELECT actor_id FROM credits WHERE role = 'PUBLISHER' AND NOT EXISTS (SELECT FROM credits WHERE role = 'AUTHOR')
    UNION ALL
    SELECT id FROM actor WHERE id = voice AND kind = 'UNNAMED' AND NOT EXISTS (SELECT FROM credits)
  )
  SELECT EXISTS (SELECT FROM voices WHERE actor_id = voice)
$$;

CREATE FUNCTION check_statement(statement_id uuid) RETURNS void LANGUAGE plpgsql AS $$
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
    (array_agg(actor_id ORDER BY position DESC))[1] AS speaker,
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

CREATE FUNCTION check_statement_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.review IN ('PROPOSED', 'ACCEPTED') THEN
    PERFORM check_statement(NEW.id);
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER check_statement AFTER INSERT OR UPDATE ON statement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_statement_row();

CREATE FUNCTION check_hop_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_statement(NEW.statement_id);
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER check_hop AFTER INSERT ON attribution_hop
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_hop_row();

-- What is said already keeps its article's own voice when credits change, or an unnamed writer gets a name.
CREATE FUNCTION check_voices() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong uuid;
BEGIN
  IF TG_TABLE_NAME = 'credit' THEN
    SELECT s.id INTO wrong FROM statement s JOIN attribution_hop h ON h.statement_id = s.id AND h.position = 0
    WHERE s.article_id = NEW.article_id AND s.review IN ('PROPOSED', 'ACCEPTED') AND NOT is_voice(s.article_id, h.actor_id) LIMIT 1;
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
CREATE CONSTRAINT TRIGGER check_voices AFTER INSERT OR UPDATE ON credit
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_voices();
CREATE CONSTRAINT TRIGGER check_voices AFTER UPDATE ON actor
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.kind = 'UNNAMED' AND NEW.kind <> 'UNNAMED') EXECUTE FUNCTION check_voices();

-- The evidence of a statement is recorded with it: nothing is slipped in later.
CREATE FUNCTION refuse_late_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  late uuid;
BEGIN
  SELECT s.id INTO late FROM inserted i JOIN statement s ON s.id = i.statement_id
  WHERE s.revision <> (SELECT max(number) FROM revision) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Statement % is recorded: no % can be added to it.', late, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER refuse_late_evidence AFTER INSERT ON statement_content REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_evidence();
CREATE TRIGGER refuse_late_evidence AFTER INSERT ON attribution_hop REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_evidence();

-- A statement bears on others, an article is made from others.
ALTER TABLE statement_relation ADD CONSTRAINT statement_relation_not_to_itself CHECK (from_id <> to_id);
ALTER TABLE derivation ADD CONSTRAINT derivation_not_from_itself CHECK (article_id <> source_id);

-- All that a statement's quotes are evidence of, in one shape.
CREATE VIEW statement_evidence AS
  SELECT statement_id, 'CONTENT' AS role, ordinal, quote_id FROM statement_content
  UNION ALL
  SELECT statement_id, 'CUE', position, cue_id FROM attribution_hop WHERE cue_id IS NOT NULL
  UNION ALL
  SELECT statement_id, 'SOURCE', position, source_id FROM attribution_hop WHERE source_id IS NOT NULL
  UNION ALL
  SELECT s.id, 'DATE', d.ordinal, d.quote_id FROM statement s JOIN sourced_date_quote d ON d.date_id = s.said_id
  UNION ALL
  SELECT e.statement_id, 'EVENT', q.start_offset, e.quote_id FROM statement_event e JOIN quote q ON q.id = e.quote_id WHERE e.withdrawn_in IS NULL;
