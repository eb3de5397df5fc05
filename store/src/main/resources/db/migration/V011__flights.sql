-- A flight belongs to a step of a run, and lives as long as that step is on its way in a run that somebody drives; whose
-- worker that is, and which remote job, the run knows. The fence tells which of the run's owners took it last.
ALTER TABLE step_flight
    DROP COLUMN worker_id,
    DROP COLUMN execution_key,
    DROP COLUMN provider_job_id,
    ADD COLUMN fence bigint NOT NULL;
CREATE INDEX step_flight_leader ON step_flight (run_id, step_no);

-- The step, of another run, whose execution this one waits for.
ALTER TABLE run_steps
    ADD COLUMN awaits_run_id   uuid,
    ADD COLUMN awaits_step_no  integer,
    ADD CONSTRAINT run_steps_awaits_check CHECK (
        num_nonnulls(awaits_run_id, awaits_step_no) = 0
        OR num_nulls(awaits_run_id, awaits_step_no) = 0 AND status = 'running'
           AND num_nonnulls(next_attempt_at, job_state) = 0);
CREATE INDEX run_steps_awaiting ON run_steps (awaits_run_id, awaits_step_no) WHERE awaits_run_id IS NOT NULL;
