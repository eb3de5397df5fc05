-- The two roles that serve requests and run steps. Neither owns anything, neither bypasses row-level security.
-- Roles belong to the cluster: another database of it may have made them already, or be making them now.
DO $$
BEGIN
    CREATE ROLE run_engine_api NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$
BEGIN
    CREATE ROLE run_engine_worker NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$
BEGIN
    IF NOT pg_has_role(current_user, 'run_engine_api', 'MEMBER') THEN
        EXECUTE format('GRANT run_engine_api TO %I', current_user);
    END IF;
    IF NOT pg_has_role(current_user, 'run_engine_worker', 'MEMBER') THEN
        EXECUTE format('GRANT run_engine_worker TO %I', current_user);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO run_engine_api, run_engine_worker', current_schema());
END $$;

-- The tenant of the current transaction; null, and so no rows, when the transaction did not name one.
CREATE FUNCTION current_tenant() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('run_engine.tenant', true), '');

-- The one clock that judges leases. Tests replace it.
CREATE FUNCTION lease_clock() RETURNS timestamptz
    LANGUAGE sql VOLATILE
    RETURN clock_timestamp();
