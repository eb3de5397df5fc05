-- A file of a step, or an upload (which no run made). It lives while any step or cache entry names it.
CREATE TABLE artifacts (
    id            uuid PRIMARY KEY,
    tenant_id     text NOT NULL,
    run_id        uuid,
    step_id       text,
    skill_id      text,
    media_type    text NOT NULL,
    content_hash  bytea NOT NULL CHECK (octet_length(content_hash) = 32),
    size_bytes    bigint NOT NULL CHECK (size_bytes >= 0),
    filename      text NOT NULL,
    metadata      text,
    created_at    timestamptz NOT NULL,
    CHECK ((run_id IS NULL) = (step_id IS NULL) AND (run_id IS NULL) = (skill_id IS NULL))
);
CREATE INDEX artifacts_by_content ON artifacts (tenant_id, content_hash);

-- Equal content is stored once per tenant.
CREATE TABLE blobs (
    tenant_id     text NOT NULL,
    content_hash  bytea NOT NULL CHECK (octet_length(content_hash) = 32),
    size_bytes    bigint NOT NULL CHECK (size_bytes >= 0),
    created_at    timestamptz NOT NULL,
    last_used_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, content_hash)
);

-- The cold tier. A hit is provisional until the commit that records it has locked the entry in its generation.
CREATE TABLE step_cache (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id      text NOT NULL,
    workflow_name  text NOT NULL,
    step_id        text NOT NULL,
    input_hash     bytea NOT NULL CHECK (octet_length(input_hash) = 32),
    skill_version  text NOT NULL,
    cache_key      text GENERATED ALWAYS AS (workflow_name || ':' || step_id || ':' || encode(input_hash, 'hex')) STORED,
    generation     integer NOT NULL DEFAULT 0,
    run_id         uuid NOT NULL,
    artifact_ids   uuid[] NOT NULL,
    output         text NOT NULL,
    duration_ms    bigint NOT NULL,
    cost_micros    bigint NOT NULL,
    size_bytes     bigint NOT NULL,
    hits           bigint NOT NULL DEFAULT 0,
    last_hit_at    timestamptz,
    tags           text[] NOT NULL,
    created_at     timestamptz NOT NULL,
    UNIQUE (tenant_id, workflow_name, step_id, input_hash, skill_version)
);
-- The newest entry of a step: what a miss is compared with.
CREATE INDEX step_cache_newest ON step_cache (tenant_id, workflow_name, step_id, id DESC);

-- Who executes a key right now, so that others wait for the result instead of paying again.
CREATE TABLE step_flight (
    tenant_id        text NOT NULL,
    workflow_name    text NOT NULL,
    step_id          text NOT NULL,
    input_hash       bytea NOT NULL CHECK (octet_length(input_hash) = 32),
    skill_version    text NOT NULL,
    run_id           uuid NOT NULL,
    step_no          integer NOT NULL,
    worker_id        uuid,
    execution_key    uuid NOT NULL,
    provider_job_id  text,
    taken_at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, workflow_name, step_id, input_hash, skill_version)
);
