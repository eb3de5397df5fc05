CREATE TABLE workflow_versions (
    name        text NOT NULL,
    version     text NOT NULL,
    digest      bytea NOT NULL CHECK (octet_length(digest) = 32),
    spec        text NOT NULL,
    first_seen  timestamptz NOT NULL,
    PRIMARY KEY (name, version)
);

-- Written at trigger, start and end; what changes with every step is in run_state.
CREATE TABLE runs (
    run_id            uuid PRIMARY KEY,
    tenant_id         text NOT NULL,
    workflow_name     text NOT NULL,
    workflow_version  text NOT NULL,
    trigger_type      text NOT NULL CHECK (trigger_type IN ('initial', 'update')),
    trigger_payload   text NOT NULL,
    status            text NOT NULL CHECK (status IN ('queued', 'running', 'completed', 'failed', 'cancelled')),
    base_run_id       uuid,
    change_type       text,
    change_payload    text,
    change_force      boolean NOT NULL DEFAULT false,
    cache_read        boolean NOT NULL,
    cache_write       boolean NOT NULL,
    cache_coalesce    boolean NOT NULL,
    priority          integer NOT NULL,
    not_before        timestamptz,
    paused_at         timestamptz,
    tags              text[] NOT NULL,
    error_code        text,
    error_message     text,
    error_at          timestamptz,
    failed_step_id    text,
    started_at        timestamptz,
    completed_at      timestamptz,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    FOREIGN KEY (workflow_name, workflow_version) REFERENCES workflow_versions,
    CHECK ((trigger_type = 'initial') = (base_run_id IS NULL)),
    CHECK ((change_type IS NULL) = (change_payload IS NULL)),
    CHECK (change_type IS NULL OR base_run_id IS NOT NULL),
    CHECK ((status IN ('completed', 'failed', 'cancelled')) = (completed_at IS NOT NULL)),
    CHECK ((status = 'failed') = (error_code IS NOT NULL)),
    CHECK ((error_code IS NULL) = (error_message IS NULL) AND (error_code IS NULL) = (error_at IS NULL)),
    CHECK (failed_step_id IS NULL OR error_code IS NOT NULL),
    CHECK (status NOT IN ('running', 'completed') OR started_at IS NOT NULL)
);
CREATE INDEX runs_newest ON runs (tenant_id, created_at DESC, run_id DESC);
CREATE INDEX runs_by_base ON runs (base_run_id) WHERE base_run_id IS NOT NULL;

-- The narrow row every commit of a run's owner updates first: its lock is the fence.
-- No index holds a column that changes with a step, so these updates stay within the page.
CREATE TABLE run_state (
    run_id               uuid PRIMARY KEY REFERENCES runs ON DELETE CASCADE,
    tenant_id            text NOT NULL,
    fence                bigint NOT NULL DEFAULT 0,
    seq                  bigint NOT NULL DEFAULT 0,
    worker_id            uuid,
    handed_over          boolean NOT NULL DEFAULT false,
    claimable_at         timestamptz,
    priority             integer NOT NULL,
    cancel_requested_at  timestamptz,
    pending              integer NOT NULL CHECK (pending >= 0),
    running              integer NOT NULL CHECK (running >= 0),
    completed            integer NOT NULL CHECK (completed >= 0),
    skipped              integer NOT NULL CHECK (skipped >= 0),
    failed               integer NOT NULL CHECK (failed >= 0),
    cancelled            integer NOT NULL CHECK (cancelled >= 0)
) WITH (fillfactor = 50);
-- claimable_at is set exactly while the run is not over.
CREATE INDEX run_state_waiting ON run_state (priority DESC, claimable_at)
    WHERE worker_id IS NULL AND claimable_at IS NOT NULL;
CREATE INDEX run_state_owned ON run_state (worker_id) WHERE worker_id IS NOT NULL;

CREATE TABLE run_steps (
    run_id            uuid NOT NULL REFERENCES runs ON DELETE CASCADE,
    step_no           integer NOT NULL,
    tenant_id         text NOT NULL,
    step_id           text NOT NULL,
    skill_id          text NOT NULL,
    status            text NOT NULL
        CHECK (status IN ('pending', 'running', 'completed', 'skipped', 'failed', 'cancelled')),
    verdict           text,
    miss_reason       text,
    compared_run_id   uuid,
    input_hash        bytea CHECK (octet_length(input_hash) = 32),
    skill_version     text,
    attempt           integer NOT NULL DEFAULT 0,
    failures          integer NOT NULL DEFAULT 0,
    lost              integer NOT NULL DEFAULT 0,
    execution_key     uuid,
    artifact_ids      uuid[],
    output            text,
    error_code        text,
    error_message     text,
    error_attempt     integer,
    error_at          timestamptz,
    error_details     text,
    next_attempt_at   timestamptz,
    cost_micros       bigint,
    tokens            bigint,
    started_at        timestamptz,
    ended_at          timestamptz,
    duration_ms       bigint,
    PRIMARY KEY (run_id, step_no),
    CHECK ((status IN ('completed', 'skipped')) = (output IS NOT NULL)),
    CHECK ((status IN ('completed', 'skipped')) = (artifact_ids IS NOT NULL)),
    CHECK ((status IN ('completed', 'skipped', 'failed', 'cancelled')) = (ended_at IS NOT NULL)),
    CHECK (status <> 'pending' OR (started_at IS NULL AND next_attempt_at IS NULL)),
    CHECK (status <> 'running' OR (started_at IS NOT NULL AND input_hash IS NOT NULL AND skill_version IS NOT NULL)),
    CHECK (status NOT IN ('running', 'completed', 'skipped') OR verdict IS NOT NULL),
    CHECK (status <> 'completed' OR (duration_ms IS NOT NULL AND attempt > 0)),
    CHECK (status <> 'failed' OR error_code IS NOT NULL),
    CHECK ((verdict = 'MISS') = (miss_reason IS NOT NULL))
) WITH (fillfactor = 50);

-- Written once per content; what "why" compares.
CREATE TABLE step_inputs (
    tenant_id   text NOT NULL,
    input_hash  bytea NOT NULL CHECK (octet_length(input_hash) = 32),
    input       text NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, input_hash)
);

-- Attempts that failed or hold a provider's job; the successful one is the step itself.
CREATE TABLE step_attempts (
    run_id           uuid NOT NULL REFERENCES runs ON DELETE CASCADE,
    step_no          integer NOT NULL,
    attempt          integer NOT NULL,
    tenant_id        text NOT NULL,
    error_code       text,
    error_message    text,
    worker_id        uuid,
    started_at       timestamptz,
    ended_at         timestamptz,
    cost_micros      bigint,
    provider_job_id  text,
    PRIMARY KEY (run_id, step_no, attempt)
);

CREATE TABLE run_events (
    run_id       uuid NOT NULL REFERENCES runs ON DELETE CASCADE,
    seq          bigint NOT NULL,
    tenant_id    text NOT NULL,
    at           timestamptz NOT NULL,
    transitions  text NOT NULL,
    PRIMARY KEY (run_id, seq)
);

CREATE TABLE workers (
    worker_id    uuid PRIMARY KEY,
    address      text NOT NULL,
    roles        text[] NOT NULL,
    lock_key     bigint NOT NULL,
    lease_until  timestamptz NOT NULL,
    started_at   timestamptz NOT NULL
);
