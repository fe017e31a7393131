-- Search takes no longer than it has to rank: of very many hits those of the newest articles (docs/adr/0030-newest-hits.md).

-- AlterTable
ALTER TABLE "search_entry" ADD COLUMN "article_ordinal" INTEGER;

-- Articles and statements are as old as their article; actors and events have no age.
CREATE OR REPLACE VIEW search_source AS
  SELECT 'ARTICLE'::search_kind AS kind, a.id, a.title, v.text AS body, a.ordinal AS article_ordinal
  FROM article a JOIN article_version v ON v.id = a.current_version_id
  UNION ALL
  SELECT 'STATEMENT', s.id, s.text, (
    SELECT string_agg(q.exact, E'\n' ORDER BY c.ordinal) FROM statement_content c JOIN quote q ON q.id = c.quote_id
    WHERE c.statement_id = s.id
  ) || E'\n' || a.name, s.article_ordinal
  FROM statement s JOIN actor a ON a.id = s.speaker_id
  UNION ALL
  SELECT 'ACTOR', a.id, a.name, coalesce((
    SELECT string_agg(DISTINCT q.exact COLLATE "C", E'\n')
    FROM actor own JOIN actor_mention m ON m.actor_id = own.id JOIN quote q ON q.id = m.quote_id
    WHERE (own.id = a.id OR own.merged_into_id = a.id) AND m.withdrawn_in IS NULL
  ), ''), NULL
  FROM actor a
  UNION ALL
  SELECT 'EVENT', e.id, e.title, coalesce((
    SELECT string_agg(DISTINCT q.exact COLLATE "C", E'\n') FROM event_mention m JOIN quote q ON q.id = m.quote_id
    WHERE m.event_id = e.id AND m.withdrawn_in IS NULL
  ), ''), NULL
  FROM event e;

-- Articles are put together by their ordinal numbers, in stretches of so many, which are words of the index beside those of the text:
-- one look into it then finds hits among the newest. No text has such a word, since none holds the character that it begins with.
CREATE FUNCTION search_stretch(level integer, number integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN E'\x1f' || level || '.' || number;
CREATE FUNCTION search_stretches(article_ordinal integer) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN article_ordinal IS NULL THEN array_to_tsvector(ARRAY[search_stretch(0, -1)]) ELSE array_to_tsvector(ARRAY[
    search_stretch(0, article_ordinal >> 10), search_stretch(1, article_ordinal >> 12), search_stretch(2, article_ordinal >> 14),
    search_stretch(3, article_ordinal >> 16), search_stretch(4, article_ordinal >> 18)]) END;

-- A search vector with the stretches of its article; of an actor or an event, with what tells that it has none.
CREATE FUNCTION search_vector(title text, body text, article_ordinal integer) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN search_vector(title, body) || search_stretches(article_ordinal);

-- What of all hits is ranked: what finds them, and the oldest article whose hits are, null for all. As many hits as these are ranked
-- at least, if there are so many; of actors and events all.
CREATE FUNCTION search_newest(words tsquery, OUT near tsquery, OUT since integer) LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
DECLARE
  ranked CONSTANT integer := 1000;
  newest integer;
  found integer;
  reached integer;
  number integer;
BEGIN
  near := words;
  SELECT count(*), max(article_ordinal) INTO found, reached FROM (
    SELECT article_ordinal FROM search_entry WHERE vector @@ words LIMIT ranked + 1
  ) hits;
  IF found <= ranked THEN
    RETURN;
  END IF;
  newest := (SELECT ordinal FROM article ORDER BY ordinal DESC LIMIT 1);
  FOR level IN 0 .. 4 LOOP
    number := newest >> (10 + 2 * level);
    EXIT WHEN number < 2;
    -- The newest are hardly nearer to each other than these, which are the first that were written.
    CONTINUE WHEN 1024 << (2 * level) < reached;
    near := words && format('''%s'' | ''%s'' | ''%s''', search_stretch(level, number), search_stretch(level, number - 1), search_stretch(0, -1))::tsquery;
    SELECT count(*), min(article_ordinal) INTO found, since FROM (
      SELECT article_ordinal FROM search_entry WHERE vector @@ near AND article_ordinal IS NOT NULL ORDER BY article_ordinal DESC LIMIT ranked
    ) hits;
    IF found = ranked THEN
      RETURN;
    END IF;
  END LOOP;
  near := words;
  SELECT CASE WHEN count(*) = ranked THEN min(article_ordinal) END INTO since FROM (
    SELECT article_ordinal FROM search_entry WHERE vector @@ words AND article_ordinal IS NOT NULL ORDER BY article_ordinal DESC LIMIT ranked
  ) hits;
END
$$;

DROP INDEX "search_entry_vector_idx";
UPDATE search_entry e SET article_ordinal = a.ordinal, vector = e.vector || search_stretches(a.ordinal)
FROM article a WHERE e.kind = 'ARTICLE' AND a.id = e.id;
UPDATE search_entry e SET article_ordinal = s.article_ordinal, vector = e.vector || search_stretches(s.article_ordinal)
FROM statement s WHERE e.kind = 'STATEMENT' AND s.id = e.id;
UPDATE search_entry SET vector = vector || search_stretches(NULL) WHERE kind IN ('ACTOR', 'EVENT');
CREATE INDEX "search_entry_vector_idx" ON "search_entry" USING GIN ("vector");

-- As before, with the age.
CREATE OR REPLACE FUNCTION refresh_search(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  changed CONSTANT uuid[] := ids || ARRAY(
    SELECT s.id FROM actor a
    CROSS JOIN LATERAL (SELECT e.title FROM search_entry e WHERE e.kind = 'ACTOR' AND e.id = a.id OFFSET 0) known
    CROSS JOIN LATERAL (SELECT id FROM statement WHERE known.title <> a.name AND speaker_id = a.id OFFSET 0) s
    WHERE a.id = ANY (ids)
  );
BEGIN
  INSERT INTO search_entry (kind, id, title, body, article_ordinal, vector)
  SELECT kind, id, title, body, article_ordinal, search_vector(title, body, article_ordinal) FROM search_source WHERE id = ANY (changed)
  ON CONFLICT (kind, id) DO UPDATE SET title = excluded.title, body = excluded.body, vector = excluded.vector
  WHERE (search_entry.title, search_entry.body) IS DISTINCT FROM (excluded.title, excluded.body);
END
$$;

-- The past has no index: all of it is read anyway, and all of it is ranked.
CREATE OR REPLACE FUNCTION make_views_of_the_past() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM make_views();
  CREATE OR REPLACE VIEW as_of.search_entry AS
    SELECT s.kind, s.id, s.title, s.body,
      CASE WHEN (s.title, s.body) = (e.title, e.body) THEN e.vector ELSE public.search_vector(s.title, s.body) END AS vector, s.article_ordinal
    FROM as_of.search_source s LEFT JOIN public.search_entry e ON e.kind = s.kind AND e.id = s.id;
  CREATE FUNCTION as_of.search_newest(words tsquery, OUT near tsquery, OUT since integer) LANGUAGE sql IMMUTABLE AS
    'SELECT words, NULL::integer';
  PERFORM grant_privileges();
END
$$;
SELECT make_views_of_the_past();
