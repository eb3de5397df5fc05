package dev.runengine.store.journal;

/**
 * The journal's statements. A commit is one statement over arrays: it first updates the narrow row of every run whose
 * owner, sequence and hits are still right, and everything else joins on the runs that update returned.
 */
final class JournalSql {
    private JournalSql() {}

    /**
     * A run is not taken when its fence or sequence moved on, when a cache entry it reuses is gone (the entries found are
     * locked until the commit), or when it would end in spite of a wish to cancel it, or go on in spite of a pause.
     *
     * <p>Answers a row for each run taken, and one for each cache entry that now holds a result of the commit.
     */
    static final String COMMIT = """
            WITH entry AS (
                SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::boolean[], ?::boolean[], ?::boolean[],
                                     ?::integer[],
                                     ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::integer[])
                    AS e(run_id, fence, seq, terminal, cancelled_end, starts_steps, hits,
                         pending, running, completed, skipped, failed, cancelled)
            ), hit AS (
                SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::integer[]) AS h(run_id, entry_id, generation)
            ), held AS (
                SELECT hit.run_id
                  FROM hit JOIN step_cache c ON c.id = hit.entry_id AND c.generation = hit.generation
                   FOR SHARE OF c
            ), owned AS (
                UPDATE run_state s
                   SET seq = s.seq + 1,
                       pending = e.pending, running = e.running, completed = e.completed,
                       skipped = e.skipped, failed = e.failed, cancelled = e.cancelled,
                       worker_id = CASE WHEN e.terminal THEN NULL ELSE s.worker_id END,
                       claimable_at = CASE WHEN e.terminal THEN NULL ELSE s.claimable_at END,
                       paused_at = CASE WHEN e.terminal THEN NULL ELSE s.paused_at END
                  FROM entry e
                 WHERE s.run_id = e.run_id AND s.fence = e.fence AND s.seq = e.seq
                   AND NOT (e.terminal AND NOT e.cancelled_end AND s.cancel_requested_at IS NOT NULL)
                   AND NOT (e.starts_steps AND s.paused_at IS NOT NULL)
                   AND e.hits = (SELECT count(*) FROM held WHERE held.run_id = e.run_id)
                RETURNING s.run_id, s.tenant_id, s.seq, s.worker_id, s.cancel_requested_at
            ), run AS (
                UPDATE runs r
                   SET status = x.status,
                       started_at = coalesce(r.started_at, x.started_at),
                       completed_at = x.completed_at,
                       error_code = x.error_code, error_message = x.error_message, error_at = x.error_at,
                       failed_step_id = x.failed_step_id, updated_at = x.updated_at
                  FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
                              ?::timestamptz[], ?::text[], ?::timestamptz[])
                           AS x(run_id, status, started_at, completed_at, error_code, error_message,
                                error_at, failed_step_id, updated_at)
                  JOIN owned ON owned.run_id = x.run_id
                 WHERE r.run_id = x.run_id
            ), step AS (
                UPDATE run_steps t
                   SET status = x.status,
                       verdict = coalesce(x.verdict, t.verdict),
                       miss_reason = CASE WHEN x.verdict IS NULL THEN t.miss_reason ELSE x.miss_reason END,
                       compared_run_id = CASE WHEN x.verdict IS NULL THEN t.compared_run_id ELSE x.compared_run_id END,
                       input_hash = coalesce(x.input_hash, t.input_hash),
                       skill_version = coalesce(x.skill_version, t.skill_version),
                       attempt = x.attempt, failures = x.failures, lost = x.lost,
                       execution_key = coalesce(x.execution_key, t.execution_key),
                       artifact_ids = x.artifact_ids::uuid[], output = x.output,
                       error_code = x.error_code, error_message = x.error_message,
                       error_attempt = x.error_attempt, error_at = x.error_at, error_details = x.error_details,
                       next_attempt_at = x.next_attempt_at, cost_micros = x.cost_micros, tokens = x.tokens,
                       started_at = coalesce(x.started_at, t.started_at), ended_at = x.ended_at,
                       duration_ms = x.duration_ms,
                       job_state = CASE WHEN x.keeps_job THEN t.job_state ELSE x.job_state END,
                       job_id = CASE WHEN x.keeps_job THEN t.job_id ELSE x.job_id END,
                       job_at = CASE WHEN x.keeps_job THEN t.job_at ELSE x.job_at END,
                       settled_job_id = NULL, settled_at = NULL
                  FROM unnest(?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::bytea[], ?::text[],
                              ?::integer[], ?::integer[], ?::integer[], ?::uuid[], ?::text[], ?::text[],
                              ?::text[], ?::text[], ?::integer[], ?::timestamptz[], ?::text[], ?::timestamptz[],
                              ?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::bigint[],
                              ?::boolean[], ?::text[], ?::text[], ?::timestamptz[])
                           AS x(run_id, step_no, status, verdict, miss_reason, compared_run_id, input_hash, skill_version,
                                attempt, failures, lost, execution_key, artifact_ids, output,
                                error_code, error_message, error_attempt, error_at, error_details, next_attempt_at,
                                cost_micros, tokens, started_at, ended_at, duration_ms,
                                keeps_job, job_state, job_id, job_at)
                  JOIN owned ON owned.run_id = x.run_id
                 WHERE t.run_id = x.run_id AND t.step_no = x.step_no
            ), input AS (
                INSERT INTO step_inputs (tenant_id, input_hash, input, created_at)
                SELECT DISTINCT ON (owned.tenant_id, x.input_hash) owned.tenant_id, x.input_hash, x.input, x.at
                  FROM unnest(?::uuid[], ?::bytea[], ?::text[], ?::timestamptz[]) AS x(run_id, input_hash, input, at)
                  JOIN owned ON owned.run_id = x.run_id
                ON CONFLICT DO NOTHING
            ), attempt AS (
                INSERT INTO step_attempts (run_id, step_no, attempt, tenant_id, error_code, error_message, worker_id,
                                           started_at, ended_at, provider_job_id)
                SELECT x.run_id, x.step_no, x.attempt, owned.tenant_id, x.error_code, x.error_message, owned.worker_id,
                       x.started_at, x.ended_at, x.provider_job_id
                  FROM unnest(?::uuid[], ?::integer[], ?::integer[], ?::text[], ?::text[], ?::timestamptz[],
                              ?::timestamptz[], ?::text[])
                           AS x(run_id, step_no, attempt, error_code, error_message, started_at, ended_at,
                                provider_job_id)
                  JOIN owned ON owned.run_id = x.run_id
                ON CONFLICT DO NOTHING
            ), artifact AS (
                INSERT INTO artifacts (id, tenant_id, run_id, step_id, skill_id, media_type, content_hash, size_bytes,
                                       filename, created_at)
                SELECT x.id, owned.tenant_id, x.run_id, x.step_id, x.skill_id, x.media_type, x.content_hash,
                       x.size_bytes, x.filename, x.at
                  FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bigint[], ?::text[],
                              ?::timestamptz[])
                           AS x(run_id, id, step_id, skill_id, media_type, content_hash, size_bytes, filename, at)
                  JOIN owned ON owned.run_id = x.run_id
            ), blob AS (
                INSERT INTO blobs (tenant_id, content_hash, size_bytes, created_at, last_used_at)
                SELECT DISTINCT ON (owned.tenant_id, x.content_hash)
                       owned.tenant_id, x.content_hash, x.size_bytes, x.at, x.at
                  FROM unnest(?::uuid[], ?::bytea[], ?::bigint[], ?::timestamptz[])
                           AS x(run_id, content_hash, size_bytes, at)
                  JOIN owned ON owned.run_id = x.run_id
                ON CONFLICT (tenant_id, content_hash) DO UPDATE SET last_used_at = excluded.last_used_at
            ), result AS (
                SELECT DISTINCT ON (owned.tenant_id, x.workflow_name, x.step_id, x.input_hash, x.skill_version)
                       owned.tenant_id, x.*
                  FROM unnest(?::uuid[], ?::boolean[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::text[],
                              ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::timestamptz[])
                           AS x(run_id, replace, workflow_name, step_id, input_hash, skill_version, artifact_ids, output,
                                duration_ms, cost_micros, size_bytes, tags, at)
                  JOIN owned ON owned.run_id = x.run_id
            ), first_result AS (
                INSERT INTO step_cache (tenant_id, workflow_name, step_id, input_hash, skill_version, run_id,
                                        artifact_ids, output, duration_ms, cost_micros, size_bytes, tags, created_at)
                SELECT tenant_id, workflow_name, step_id, input_hash, skill_version, run_id,
                       artifact_ids::uuid[], output, duration_ms, cost_micros, size_bytes, tags::text[], at
                  FROM result WHERE NOT replace
                ON CONFLICT DO NOTHING
                RETURNING run_id, step_id, id, generation
            ), newer_result AS (
                INSERT INTO step_cache AS c (tenant_id, workflow_name, step_id, input_hash, skill_version, run_id,
                                             artifact_ids, output, duration_ms, cost_micros, size_bytes, tags, created_at)
                SELECT tenant_id, workflow_name, step_id, input_hash, skill_version, run_id,
                       artifact_ids::uuid[], output, duration_ms, cost_micros, size_bytes, tags::text[], at
                  FROM result WHERE replace
                ON CONFLICT (tenant_id, workflow_name, step_id, input_hash, skill_version) DO UPDATE
                   SET generation = c.generation + 1, run_id = excluded.run_id, artifact_ids = excluded.artifact_ids,
                       output = excluded.output, duration_ms = excluded.duration_ms,
                       cost_micros = excluded.cost_micros, size_bytes = excluded.size_bytes, tags = excluded.tags,
                       created_at = excluded.created_at
                RETURNING run_id, step_id, id, generation
            ), event AS (
                INSERT INTO run_events (run_id, seq, tenant_id, at, transitions)
                SELECT x.run_id, owned.seq, owned.tenant_id, x.at, x.transitions
                  FROM unnest(?::uuid[], ?::timestamptz[], ?::text[]) AS x(run_id, at, transitions)
                  JOIN owned ON owned.run_id = x.run_id
            )
            SELECT run_id, cancel_requested_at, NULL::text, NULL::bigint, NULL::integer FROM owned
             UNION ALL
            SELECT run_id, NULL, step_id, id, generation FROM first_result
             UNION ALL
            SELECT run_id, NULL, step_id, id, generation FROM newer_result
            """;

    /** Where runs stand, to tell why a commit left them out, and whether one of unknown outcome was made. */
    static final String STANDING = """
            SELECT run_id, fence, seq, cancel_requested_at, paused_at IS NOT NULL AS paused
              FROM run_state WHERE run_id = ANY (?::uuid[])
            """;

    static final String ENTRIES_STILL_THERE = """
            SELECT h.entry_id
              FROM unnest(?::bigint[], ?::integer[]) AS h(entry_id, generation)
              JOIN step_cache c ON c.id = h.entry_id AND c.generation = h.generation
            """;
}
