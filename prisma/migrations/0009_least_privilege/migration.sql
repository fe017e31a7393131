-- Who reads can only read, and who writes cannot change evidence (docs/adr/0023-roles.md).

-- Roles belong to the whole server: they may be there, made for another database. A login that may not make roles goes on without
-- them until somebody who may has made them (docs/running.md).
DO $$
DECLARE
  role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['verbatim_reader', 'verbatim_writer'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role);
      EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN
        NULL;
      END;
    END IF;
    -- Since PostgreSQL 16 who makes a role is not yet one who may take it. A superuser may take any.
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = role) AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      BEGIN
        EXECUTE format('GRANT %I TO CURRENT_USER', role);
      EXCEPTION WHEN unique_violation OR insufficient_privilege THEN
        NULL;
      END;
    END IF;
  END LOOP;
END
$$;

-- What the roles may do: the reader sees; the writer adds rows and changes the columns that may change, and of what is derived from
-- other rows it does as it likes. What rows were before, and the ledger, are written by triggers alone. Nobody deletes. Does nothing
-- where the roles are not there.
CREATE FUNCTION grant_privileges() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  derived CONSTANT text[] := '{search_entry,indexed_version,passage_key}';
  added CONSTANT text[] := array_cat(
    '{revision,api_key,sourced_date_quote,statement_content,attribution_hop}', (SELECT array_agg(name) FROM ledgered_tables()));
  seen CONSTANT text[] := derived || added || '{row_history,ledger_entry,_prisma_migrations,statement_evidence,search_source}';
  own text;
  t record;
BEGIN
  IF (SELECT count(*) FROM pg_roles WHERE rolname IN ('verbatim_reader', 'verbatim_writer')) < 2 THEN
    RETURN;
  END IF;
  GRANT USAGE ON SCHEMA public, as_of TO verbatim_reader, verbatim_writer;
  GRANT SELECT ON ALL TABLES IN SCHEMA as_of TO verbatim_reader;
  FOREACH own IN ARRAY seen LOOP
    IF to_regclass(format('public.%I', own)) IS NOT NULL THEN
      EXECUTE format('GRANT SELECT ON public.%I TO verbatim_reader, verbatim_writer', own);
    END IF;
  END LOOP;
  FOREACH own IN ARRAY added LOOP
    EXECUTE format('GRANT INSERT ON public.%I TO verbatim_writer', own);
  END LOOP;
  FOREACH own IN ARRAY derived LOOP
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON public.%I TO verbatim_writer', own);
  END LOOP;
  FOR t IN SELECT name, changeable FROM changing_tables() UNION ALL VALUES ('api_key', '{revoked_at}'::text[]) LOOP
    EXECUTE format('GRANT UPDATE (%s) ON public.%I TO verbatim_writer', (SELECT string_agg(quote_ident(c), ', ') FROM unnest(t.changeable) c), t.name);
  END LOOP;
  GRANT USAGE ON SEQUENCE indexed_version_number_seq TO verbatim_writer;
END
$$;

-- What these write, the writer may not write itself.
ALTER FUNCTION keep_history() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION seal_new_revision() SECURITY DEFINER SET search_path = public, pg_temp;

-- Views that are made anew are seen by whoever saw them.
ALTER FUNCTION make_views_of_the_past() RENAME TO make_views;
CREATE FUNCTION make_views_of_the_past() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM make_views();
  PERFORM grant_privileges();
END
$$;
SELECT grant_privileges();
