-- A plan of an update, kept until it is executed or has expired. Executed, its id is the id of the run.
CREATE TABLE plans (
    plan_id      uuid PRIMARY KEY,
    tenant_id    text NOT NULL,
    base_run_id  uuid NOT NULL,
    request      text NOT NULL,
    promises     text NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX plans_expiring ON plans (tenant_id, expires_at);

-- Cached results that a plan counts on. Whoever deletes a result on purpose deletes the lease with it.
CREATE TABLE plan_leases (
    plan_id      uuid NOT NULL,
    entry_id     bigint NOT NULL REFERENCES step_cache ON DELETE CASCADE,
    generation   integer NOT NULL,
    tenant_id    text NOT NULL,
    leased_until timestamptz NOT NULL,
    PRIMARY KEY (plan_id, entry_id)
);
CREATE INDEX plan_leases_by_entry ON plan_leases (entry_id);
CREATE INDEX plan_leases_expiring ON plan_leases (tenant_id, leased_until);

DO $$
DECLARE
    of_tenant text;
BEGIN
    FOREACH of_tenant IN ARRAY ARRAY['plans', 'plan_leases']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of_tenant);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', of_tenant);
        EXECUTE format('CREATE POLICY api ON %I TO run_engine_api '
                       'USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', of_tenant);
        EXECUTE format('CREATE POLICY worker ON %I TO run_engine_worker USING (true) WITH CHECK (true)', of_tenant);
        EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO run_engine_api', of_tenant);
        EXECUTE format('GRANT SELECT, DELETE ON %I TO run_engine_worker', of_tenant);
    END LOOP;
END $$;

-- What clean-up leaves alone: results that a plan, or the run it is executed as, still counts on.
CREATE VIEW leased_entries WITH (security_invoker = true) AS
    SELECT DISTINCT l.entry_id
      FROM plan_leases l LEFT JOIN runs r ON r.run_id = l.plan_id
     WHERE l.leased_until > lease_clock() OR r.status IN ('queued', 'running');
GRANT SELECT ON leased_entries TO run_engine_api, run_engine_worker;

ALTER TABLE runs ADD COLUMN change_pins text[] NOT NULL DEFAULT '{}';
