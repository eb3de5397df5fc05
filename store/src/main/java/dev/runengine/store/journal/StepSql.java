package dev.runengine.store.journal;

/** How steps are written: all of them alike, and what only those in trouble have. */
final class StepSql {
    private static final String UPDATE = """
            %s AS (
                UPDATE run_steps t
                   SET %s
                  FROM json_to_recordset(?::json) AS x(%s)
                  JOIN owned ON owned.run_id = x.run_id
                 WHERE t.run_id = x.run_id AND t.step_no = x.step_no
            )""";

    /** A step that goes back to pending has not started. */
    private static final String VALUES = """
            status = x.status,
            verdict = coalesce(x.verdict, t.verdict),
            miss_reason = CASE WHEN x.verdict IS NULL THEN t.miss_reason ELSE x.miss_reason END,
            compared_run_id = CASE WHEN x.verdict IS NULL THEN t.compared_run_id ELSE x.compared_run_id END,
            input_hash = coalesce(x.input_hash, t.input_hash),
            skill_version = coalesce(x.skill_version, t.skill_version),
            attempt = x.attempt, failures = x.failures, lost = x.lost,
            execution_key = coalesce(x.execution_key, t.execution_key),
            artifact_ids = x.artifact_ids, output = x.output,
            made_by = x.made_by, duration_ms = x.duration_ms, cost_micros = x.cost_micros, tokens = x.tokens,
            started_at = CASE WHEN x.status = 'pending' THEN NULL ELSE coalesce(x.started_at, t.started_at) END,
            ended_at = x.ended_at""";

    private static final String COLUMNS = """
            run_id uuid, step_no integer, status text, verdict text, miss_reason text, compared_run_id uuid,
            input_hash bytea, skill_version text, attempt integer, failures integer, lost integer, execution_key uuid,
            artifact_ids uuid[], output text, made_by uuid, duration_ms bigint, cost_micros bigint, tokens bigint,
            started_at timestamptz, ended_at timestamptz""";

    private static final String VALUES_IN_TROUBLE = """
            error_code = x.error_code, error_message = x.error_message,
            error_attempt = x.error_attempt, error_at = x.error_at, error_details = x.error_details,
            next_attempt_at = x.next_attempt_at,
            job_state = CASE WHEN x.keeps_job THEN t.job_state ELSE x.job_state END,
            job_id = CASE WHEN x.keeps_job THEN t.job_id ELSE x.job_id END,
            job_at = CASE WHEN x.keeps_job THEN t.job_at ELSE x.job_at END,
            awaits_run_id = x.awaits_run_id, awaits_step_no = x.awaits_step_no,
            settled_job_id = NULL, settled_at = NULL""";
    private static final String COLUMNS_IN_TROUBLE = """
            error_code text, error_message text, error_attempt integer, error_at timestamptz, error_details text,
            next_attempt_at timestamptz, keeps_job boolean, job_state text, job_id text, job_at timestamptz,
            awaits_run_id uuid, awaits_step_no integer""";

    static final String STEPS = UPDATE.formatted("step", VALUES, COLUMNS);
    static final String TROUBLED_STEPS =
            UPDATE.formatted("troubled_step", VALUES + ",\n" + VALUES_IN_TROUBLE, COLUMNS + ",\n" + COLUMNS_IN_TROUBLE);

    private StepSql() {}
}
