-- A short name for each workflow version: what the queue sorts by.
ALTER TABLE workflow_versions ADD COLUMN version_no integer GENERATED ALWAYS AS IDENTITY UNIQUE;

-- breaks: how often driving the run broke since it was queued by somebody.
ALTER TABLE run_state ADD COLUMN version_no integer, ADD COLUMN breaks integer NOT NULL DEFAULT 0;
UPDATE run_state s
   SET version_no = v.version_no
  FROM runs r JOIN workflow_versions v ON v.name = r.workflow_name AND v.version = r.workflow_version
 WHERE r.run_id = s.run_id;
ALTER TABLE run_state ALTER COLUMN version_no SET NOT NULL;

-- The queue in lanes: within one, the next run is the first entry that may start, however many wait behind it, and the
-- next lane is one descent away. That is what makes a claim cost by the lanes and not by the runs that wait.
DROP INDEX run_state_waiting;
CREATE INDEX run_state_waiting ON run_state (tenant_id, version_no, priority, claimable_at)
    WHERE worker_id IS NULL AND claimable_at IS NOT NULL;

-- What each worker can run. Goes with the worker.
CREATE TABLE worker_workflows (
    worker_id   uuid NOT NULL REFERENCES workers ON DELETE CASCADE,
    version_no  integer NOT NULL REFERENCES workflow_versions (version_no),
    PRIMARY KEY (worker_id, version_no)
);
CREATE INDEX worker_workflows_by_version ON worker_workflows (version_no);
GRANT SELECT, INSERT, DELETE ON worker_workflows TO run_engine_worker;
GRANT SELECT ON worker_workflows TO run_engine_api;
GRANT SELECT (worker_id, lease_until) ON workers TO run_engine_api;

-- How much of the fleet each tenant has had: start-time fair queueing (Goyal, Vin, Cheng 1996), a run counting
-- 1 / weight. A tenant without a row has weight 1 and had nothing.
CREATE TABLE tenant_shares (
    tenant_id   text PRIMARY KEY,
    weight      double precision NOT NULL DEFAULT 1 CHECK (weight > 0),
    served      double precision NOT NULL DEFAULT 0,
    last_start  double precision NOT NULL DEFAULT 0
);
CREATE INDEX tenant_shares_clock ON tenant_shares (last_start);
ALTER TABLE tenant_shares ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_shares FORCE ROW LEVEL SECURITY;
CREATE POLICY worker ON tenant_shares TO run_engine_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_shares TO run_engine_worker;

-- What the fleet has only so much of. The row is locked while shares of it are settled. tokens: left in the bucket of a
-- rate, as of filled_at; a limit of executions at once has no bucket.
CREATE TABLE quotas (
    name       text PRIMARY KEY,
    tokens     double precision CHECK (tokens >= 0),
    filled_at  timestamptz,
    CHECK ((tokens IS NULL) = (filled_at IS NULL))
);

-- What each worker holds of a quota, and could use. Goes with the worker, and so is the others' once it is dead.
CREATE TABLE quota_shares (
    name          text NOT NULL REFERENCES quotas,
    worker_id     uuid NOT NULL REFERENCES workers ON DELETE CASCADE,
    held          integer NOT NULL CHECK (held >= 0),
    wanted        integer NOT NULL CHECK (wanted >= 0),
    last_granted  timestamptz NOT NULL,
    PRIMARY KEY (name, worker_id)
);
CREATE INDEX quota_shares_by_worker ON quota_shares (worker_id);
GRANT SELECT, INSERT, UPDATE ON quotas TO run_engine_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON quota_shares TO run_engine_worker;
