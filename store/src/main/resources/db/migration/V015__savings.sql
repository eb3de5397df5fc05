-- What a reused result had cost is a fact of the step that reused it: the runs it came from may be deleted.
-- duration_ms, cost_micros and tokens are those of the execution behind a result: what a completed step has cost, what a
-- skipped one has not. made_by is the run of that execution, where it is another one; without it the rest is not known.
ALTER TABLE run_steps ADD COLUMN made_by uuid;
ALTER TABLE step_cache ADD COLUMN tokens bigint NOT NULL DEFAULT 0;

-- The steps of a completed run change no more: it holds their sums, so that what happened in a week is known without
-- reading the steps of that week. Null while it is not completed.
ALTER TABLE runs
    ADD COLUMN hits_hot           integer,
    ADD COLUMN hits_cold          integer,
    ADD COLUMN hits_in_flight     integer,
    ADD COLUMN misses             integer,
    ADD COLUMN base_reuses        integer,
    ADD COLUMN spent_ms           bigint,
    ADD COLUMN spent_micros       bigint,
    ADD COLUMN spent_tokens       bigint,
    ADD COLUMN hits_saved_ms      bigint,
    ADD COLUMN hits_saved_micros  bigint,
    ADD COLUMN hits_saved_tokens  bigint,
    ADD COLUMN base_saved_ms      bigint,
    ADD COLUMN base_saved_micros  bigint,
    ADD COLUMN base_saved_tokens  bigint;

-- The owner of the tables may be held by row-level security too, and would see no runs.
SET LOCAL ROLE run_engine_worker;
WITH RECURSIVE taken AS (
    SELECT run_id, step_no, step_id, compared_run_id AS from_run_id, 1 AS link
      FROM run_steps WHERE status = 'skipped'
    UNION ALL
    SELECT taken.run_id, taken.step_no, taken.step_id, t.compared_run_id, taken.link + 1
      FROM taken JOIN run_steps t ON t.run_id = taken.from_run_id AND t.step_id = taken.step_id
     WHERE t.status = 'skipped' AND taken.link < 100
)
UPDATE run_steps s
   SET made_by = made.run_id, duration_ms = made.duration_ms, cost_micros = made.cost_micros, tokens = made.tokens,
       input_hash = coalesce(s.input_hash, made.input_hash),
       skill_version = coalesce(s.skill_version, made.skill_version)
  FROM taken JOIN run_steps made ON made.run_id = taken.from_run_id AND made.step_id = taken.step_id
 WHERE made.status = 'completed' AND s.run_id = taken.run_id AND s.step_no = taken.step_no;
UPDATE step_cache c
   SET tokens = made.tokens
  FROM run_steps made
 WHERE made.run_id = c.run_id AND made.step_id = c.step_id AND made.tokens IS NOT NULL;
UPDATE runs r
   SET hits_hot = s.hits_hot, hits_cold = s.hits_cold, hits_in_flight = s.hits_in_flight, misses = s.misses,
       base_reuses = s.base_reuses,
       spent_ms = s.spent_ms, spent_micros = s.spent_micros, spent_tokens = s.spent_tokens,
       hits_saved_ms = s.hits_saved_ms, hits_saved_micros = s.hits_saved_micros,
       hits_saved_tokens = s.hits_saved_tokens,
       base_saved_ms = s.base_saved_ms, base_saved_micros = s.base_saved_micros,
       base_saved_tokens = s.base_saved_tokens
  FROM (SELECT t.run_id,
               count(*) FILTER (WHERE t.verdict = 'HIT_HOT') AS hits_hot,
               count(*) FILTER (WHERE t.verdict = 'HIT_COLD') AS hits_cold,
               count(*) FILTER (WHERE t.verdict = 'HIT_IN_FLIGHT') AS hits_in_flight,
               count(*) FILTER (WHERE t.verdict = 'MISS') AS misses,
               count(*) FILTER (WHERE t.verdict = 'BASE_RUN') AS base_reuses,
               coalesce(sum(t.duration_ms) FILTER (WHERE t.status = 'completed'), 0) AS spent_ms,
               coalesce(sum(t.cost_micros) FILTER (WHERE t.status = 'completed'), 0) AS spent_micros,
               coalesce(sum(t.tokens) FILTER (WHERE t.status = 'completed'), 0) AS spent_tokens,
               coalesce(sum(t.duration_ms) FILTER (WHERE t.verdict LIKE 'HIT%'), 0) AS hits_saved_ms,
               coalesce(sum(t.cost_micros) FILTER (WHERE t.verdict LIKE 'HIT%'), 0) AS hits_saved_micros,
               coalesce(sum(t.tokens) FILTER (WHERE t.verdict LIKE 'HIT%'), 0) AS hits_saved_tokens,
               coalesce(sum(t.duration_ms) FILTER (WHERE t.verdict = 'BASE_RUN'), 0) AS base_saved_ms,
               coalesce(sum(t.cost_micros) FILTER (WHERE t.verdict = 'BASE_RUN'), 0) AS base_saved_micros,
               coalesce(sum(t.tokens) FILTER (WHERE t.verdict = 'BASE_RUN'), 0) AS base_saved_tokens
          FROM run_steps t
         GROUP BY t.run_id) s
 WHERE s.run_id = r.run_id AND r.status = 'completed';
RESET ROLE;

ALTER TABLE step_cache ALTER COLUMN tokens DROP DEFAULT;
