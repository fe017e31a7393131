-- What full-text search looks through, worked out from the other tables in one place.

-- Words as search knows them. In some locales (C) the parser takes curly marks and dashes for letters of the words beside
-- them, so they are made plain; this is for finding alone, what is shown is the text itself.
CREATE FUNCTION search_words(body text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('english'::regconfig, translate(body, '“”„«»‘’‚–—―…' || chr(160), '"""""''''''---  '));

-- A tsvector holds at most 1 MB: of a very long text its beginning is searched.
CREATE FUNCTION search_vector(title text, body text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(search_words(title), 'A') || setweight(search_words(left(body, 200000)), 'B');

CREATE VIEW search_source AS
  SELECT 'ARTICLE'::search_kind AS kind, a.id, a.title, v.text AS body
  FROM article a JOIN article_version v ON v.id = a.current_version_id
  UNION ALL
  SELECT 'STATEMENT', s.id, s.text, string_agg(q.exact, E'\n' ORDER BY c.ordinal) || E'\n' || a.name
  FROM statement s JOIN actor a ON a.id = s.speaker_id
  JOIN statement_content c ON c.statement_id = s.id JOIN quote q ON q.id = c.quote_id
  GROUP BY s.id, a.name
  UNION ALL
  SELECT 'ACTOR', a.id, a.name, coalesce(m.words, '')
  FROM actor a LEFT JOIN (
    SELECT actor_id, string_agg(DISTINCT exact COLLATE "C", E'\n') AS words
    FROM actor_mention JOIN quote ON quote.id = quote_id WHERE withdrawn_in IS NULL GROUP BY actor_id
  ) m ON m.actor_id = a.id
  UNION ALL
  SELECT 'EVENT', e.id, e.title, coalesce(m.words, '')
  FROM event e LEFT JOIN (
    SELECT event_id, string_agg(DISTINCT exact COLLATE "C", E'\n') AS words
    FROM event_mention JOIN quote ON quote.id = quote_id WHERE withdrawn_in IS NULL GROUP BY event_id
  ) m ON m.event_id = e.id;

-- Brings the entries of these articles, statements, actors and events up to date, and of a renamed actor's statements.
CREATE FUNCTION refresh_search(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_entry (kind, id, title, body, vector)
  SELECT kind, id, title, body, search_vector(title, body) FROM search_source
  WHERE id = ANY (ids) OR id IN (
    SELECT s.id FROM actor a JOIN search_entry e ON e.kind = 'ACTOR' AND e.id = a.id AND e.title <> a.name
    JOIN statement s ON s.speaker_id = a.id WHERE a.id = ANY (ids)
  )
  ON CONFLICT (kind, id) DO UPDATE SET title = excluded.title, body = excluded.body, vector = excluded.vector
  WHERE (search_entry.title, search_entry.body) IS DISTINCT FROM (excluded.title, excluded.body);
$$;
