-- Requests that came with a key, and what was answered: whoever sends one again is given the same answer. The run is no
-- foreign key, since it may be forgotten before: its request was carried out all the same.
CREATE TABLE idempotency_keys (
    tenant_id     text NOT NULL,
    key           text COLLATE "C" NOT NULL,
    request_hash  bytea NOT NULL CHECK (octet_length(request_hash) = 32),
    run_id        uuid NOT NULL,
    message       text NOT NULL,
    created_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
GRANT SELECT, INSERT ON idempotency_keys TO run_engine_api;
-- Nobody updates them, but rows to be deleted are locked first.
GRANT SELECT, UPDATE, DELETE ON idempotency_keys TO run_engine_worker;

ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY api ON idempotency_keys TO run_engine_api
    USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY worker ON idempotency_keys TO run_engine_worker USING (true) WITH CHECK (true);
