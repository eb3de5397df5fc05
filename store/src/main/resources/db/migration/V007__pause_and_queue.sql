-- What the claim and every commit of an owner ask for stands in the narrow row.
ALTER TABLE run_state
    ADD COLUMN paused_at  timestamptz,
    ADD COLUMN paused_ms  bigint NOT NULL DEFAULT 0 CHECK (paused_ms >= 0),
    ADD CHECK (paused_at IS NULL OR claimable_at IS NOT NULL);
ALTER TABLE runs DROP COLUMN paused_at;

-- A tenant whose queue is paused: no worker takes a run of it.
CREATE TABLE queue_pauses (
    tenant_id  text PRIMARY KEY,
    paused_at  timestamptz NOT NULL
);
ALTER TABLE queue_pauses ENABLE ROW LEVEL SECURITY;
ALTER TABLE queue_pauses FORCE ROW LEVEL SECURITY;
CREATE POLICY api ON queue_pauses TO run_engine_api
    USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY worker ON queue_pauses TO run_engine_worker USING (true);
GRANT SELECT, INSERT, DELETE ON queue_pauses TO run_engine_api;
GRANT SELECT ON queue_pauses TO run_engine_worker;

-- Where each run stands in the queue; seen with the rights of whoever looks.
CREATE VIEW queue_jobs WITH (security_invoker = true) AS
    SELECT s.run_id, s.tenant_id, r.workflow_name, s.priority, s.claimable_at, r.created_at,
           CASE WHEN s.claimable_at IS NULL THEN r.status
                WHEN s.worker_id IS NOT NULL THEN 'active'
                WHEN s.paused_at IS NOT NULL THEN 'paused'
                WHEN s.claimable_at > lease_clock() THEN 'delayed'
                ELSE 'waiting' END AS state
      FROM run_state s JOIN runs r USING (run_id);
GRANT SELECT ON queue_jobs TO run_engine_api, run_engine_worker;

-- How many workers there are, and not who they are.
GRANT SELECT (worker_id, lease_until) ON workers TO run_engine_api;
