-- Files that the payload of a run names: they are kept for as long as the run.
CREATE TABLE payload_files (
    tenant_id     text NOT NULL,
    content_hash  bytea NOT NULL CHECK (octet_length(content_hash) = 32),
    run_id        uuid NOT NULL REFERENCES runs ON DELETE CASCADE,
    PRIMARY KEY (tenant_id, content_hash, run_id)
);
CREATE INDEX payload_files_by_run ON payload_files (run_id);
GRANT SELECT, INSERT ON payload_files TO run_engine_api, run_engine_worker;

-- The owner of the tables may be held by row-level security too, and would see no runs.
SET LOCAL ROLE run_engine_worker;
INSERT INTO payload_files (tenant_id, content_hash, run_id)
SELECT DISTINCT r.tenant_id, decode(address[1], 'hex'), r.run_id
  FROM runs r CROSS JOIN regexp_matches(r.trigger_payload, '"artifact:sha256:([0-9a-f]{64})"', 'g') AS m(address);
RESET ROLE;

ALTER TABLE payload_files ENABLE ROW LEVEL SECURITY;
ALTER TABLE payload_files FORCE ROW LEVEL SECURITY;
CREATE POLICY api ON payload_files TO run_engine_api
    USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY worker ON payload_files TO run_engine_worker USING (true) WITH CHECK (true);

-- What was deleted from the cache, so that a later miss can say so: on purpose, or since it was kept for long enough.
ALTER TABLE invalidated_results RENAME TO gone_results;
ALTER TABLE gone_results
    ADD COLUMN reason text NOT NULL DEFAULT 'INVALIDATED' CHECK (reason IN ('INVALIDATED', 'EXPIRED'));
ALTER TABLE gone_results ALTER COLUMN reason DROP DEFAULT;
ALTER INDEX invalidated_results_pkey RENAME TO gone_results_pkey;
ALTER INDEX invalidated_results_by_age RENAME TO gone_results_by_age;
GRANT INSERT, UPDATE, DELETE ON gone_results TO run_engine_worker;

-- What belongs to a run goes with it.
CREATE OR REPLACE FUNCTION forget_steps_and_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM run_steps WHERE run_id = OLD.run_id;
    DELETE FROM run_events WHERE run_id = OLD.run_id;
    DELETE FROM step_flight WHERE run_id = OLD.run_id;
    RETURN NULL;
END $$;
