-- What is known of a step's remote job: about to be submitted (nobody knows whether it was), submitted under an id, or
-- held until a person says what became of it. It belongs to the step's execution key.
ALTER TABLE run_steps
    ADD COLUMN job_state       text CHECK (job_state IN ('submitting', 'submitted', 'held')),
    ADD COLUMN job_id          text,
    ADD COLUMN job_at          timestamptz,
    -- What that person said, until the run's owner has acted on it. An empty id: it was never submitted.
    ADD COLUMN settled_job_id  text,
    ADD COLUMN settled_at      timestamptz,
    ADD CHECK ((job_state IS NULL) = (job_at IS NULL)),
    ADD CHECK ((job_state IS NOT DISTINCT FROM 'submitted') = (job_id IS NOT NULL)),
    ADD CHECK (job_state IS NULL OR execution_key IS NOT NULL),
    ADD CHECK (job_state IS DISTINCT FROM 'held' OR (status = 'running' AND next_attempt_at IS NULL)),
    ADD CHECK ((settled_job_id IS NULL) = (settled_at IS NULL)),
    ADD CHECK (settled_at IS NULL OR job_state IS NOT DISTINCT FROM 'held');
