-- What the claim and every commit of an owner ask for stands in the narrow row.
ALTER TABLE run_state
    ADD COLUMN paused_at  timestamptz,
    ADD COLUMN paused_ms  bigint NOT NULL DEFAULT 0 CHECK (paused_ms >= 0),
    ADD CHECK (paused_at IS NULL OR claimable_at IS NOT NULL);
ALTER TABLE runs DROP COLUMN paused_at;
