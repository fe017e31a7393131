-- What the statements of a renamed actor are found by is asked for actor by actor: joined as a whole, every actor that search
-- knows was looked at, with all it ever said, because a new kind of entry looks rare until the table is analysed.
CREATE OR REPLACE FUNCTION refresh_search(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  changed CONSTANT uuid[] := ids || ARRAY(
    SELECT s.id FROM actor a
    CROSS JOIN LATERAL (SELECT e.title FROM search_entry e WHERE e.kind = 'ACTOR' AND e.id = a.id OFFSET 0) known
    CROSS JOIN LATERAL (SELECT id FROM statement WHERE known.title <> a.name AND speaker_id = a.id OFFSET 0) s
    WHERE a.id = ANY (ids)
  );
BEGIN
  INSERT INTO search_entry (kind, id, title, body, vector)
  SELECT kind, id, title, body, search_vector(title, body) FROM search_source WHERE id = ANY (changed)
  ON CONFLICT (kind, id) DO UPDATE SET title = excluded.title, body = excluded.body, vector = excluded.vector
  WHERE (search_entry.title, search_entry.body) IS DISTINCT FROM (excluded.title, excluded.body);
END
$$;

-- An article comes with its title's quote and its date in one row, before these are there.
ALTER TABLE article ALTER CONSTRAINT article_title_quote_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE article ALTER CONSTRAINT article_published_id_fkey DEFERRABLE INITIALLY DEFERRED;
