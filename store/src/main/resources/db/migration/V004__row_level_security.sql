-- Every row belongs to one tenant. The api role sees the tenant its transaction names and nothing else; the worker role
-- serves all tenants, and takes the tenant of every row it writes from the run.
DO $$
DECLARE
    of_tenant text;
BEGIN
    FOREACH of_tenant IN ARRAY ARRAY['runs', 'run_state', 'run_steps', 'step_inputs', 'step_attempts', 'run_events',
                                     'artifacts', 'blobs', 'step_cache', 'step_flight']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of_tenant);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', of_tenant);
        EXECUTE format('CREATE POLICY api ON %I TO run_engine_api '
                       'USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', of_tenant);
        EXECUTE format('CREATE POLICY worker ON %I TO run_engine_worker USING (true) WITH CHECK (true)', of_tenant);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO run_engine_worker', of_tenant);
        EXECUTE format('GRANT SELECT ON %I TO run_engine_api', of_tenant);
    END LOOP;
END $$;

GRANT INSERT ON runs, run_state, run_steps TO run_engine_api;
GRANT UPDATE ON runs, run_state, run_steps TO run_engine_api;
GRANT SELECT, INSERT ON workflow_versions TO run_engine_worker;
GRANT SELECT ON workflow_versions TO run_engine_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON workers TO run_engine_worker;
