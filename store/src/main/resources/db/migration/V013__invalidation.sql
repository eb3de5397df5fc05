-- What was deleted from the cache on purpose, so that a later miss can say so.
CREATE TABLE invalidated_results (
    tenant_id      text NOT NULL,
    workflow_name  text NOT NULL,
    step_id        text NOT NULL,
    input_hash     bytea NOT NULL CHECK (octet_length(input_hash) = 32),
    skill_version  text NOT NULL,
    run_id         uuid NOT NULL,
    at             timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, workflow_name, step_id, input_hash, skill_version)
);
CREATE INDEX invalidated_results_by_age ON invalidated_results (tenant_id, at);

ALTER TABLE invalidated_results ENABLE ROW LEVEL SECURITY;
ALTER TABLE invalidated_results FORCE ROW LEVEL SECURITY;
CREATE POLICY api ON invalidated_results TO run_engine_api
    USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY worker ON invalidated_results TO run_engine_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON invalidated_results TO run_engine_api;
GRANT SELECT ON invalidated_results TO run_engine_worker;

GRANT DELETE ON step_cache TO run_engine_api;
