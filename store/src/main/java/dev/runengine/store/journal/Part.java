package dev.runengine.store.journal;

/**
 * What a commit may write beside the runs' narrow rows. Each is a piece of the one statement and has one parameter, its
 * rows; a commit is made of those that have rows, since the server sets up every piece of a statement, used or not. All
 * write only for runs that {@code owned} returned.
 */
enum Part {
    /**
     * Cache entries that the commit stands on: they are locked before any run is taken, in the order in which everybody locks
     * several of them, so that no two wait for each other.
     */
    HITS("""
            hit AS (
                SELECT * FROM json_to_recordset(?::json) AS h(run_id uuid, entry_id bigint, generation integer)
            ), held AS (
                SELECT hit.run_id
                  FROM hit JOIN step_cache c ON c.id = hit.entry_id AND c.generation = hit.generation
                 ORDER BY c.id
                   FOR SHARE OF c
            )"""),

    /**
     * Work that others may wait for. Two runs that begin the same get one flight, and who comes after another's commit gets
     * none. A flight taken for a run that is then left out is found to be nobody's by whoever waits for it. The keys are
     * taken in one order, so that no two commits wait for each other.
     */
    FLIGHTS("""
            wanted_flight AS MATERIALIZED (
                SELECT s.tenant_id, s.fence, x.*
                  FROM json_to_recordset(?::json)
                           AS x(run_id uuid, step_no integer, workflow_name text, step_id text, input_hash bytea,
                                skill_version text, at timestamptz)
                  JOIN entry e USING (run_id)
                  JOIN run_state s ON s.run_id = x.run_id AND s.fence = e.fence AND s.seq = e.seq
            ), own_flight AS (
                UPDATE step_flight f SET fence = w.fence
                  FROM wanted_flight w
                 WHERE f.run_id = w.run_id AND f.step_no = w.step_no
                   AND f.input_hash = w.input_hash AND f.skill_version = w.skill_version
                RETURNING f.run_id
            ), new_flight AS (
                INSERT INTO step_flight (tenant_id, workflow_name, step_id, input_hash, skill_version, run_id, step_no,
                                         fence, taken_at)
                SELECT DISTINCT ON (tenant_id, workflow_name, step_id, input_hash, skill_version)
                       tenant_id, workflow_name, step_id, input_hash, skill_version, run_id, step_no, fence, at
                  FROM wanted_flight
                 ORDER BY tenant_id, workflow_name, step_id, input_hash, skill_version, run_id
                ON CONFLICT DO NOTHING
                RETURNING run_id
            ), flight AS (
                SELECT run_id FROM own_flight UNION ALL SELECT run_id FROM new_flight
            )"""),

    RUNS("""
            run AS (
                UPDATE runs r
                   SET status = x.status,
                       started_at = coalesce(r.started_at, x.started_at),
                       completed_at = x.completed_at,
                       error_code = x.error_code, error_message = x.error_message, error_at = x.error_at,
                       failed_step_id = x.failed_step_id, updated_at = x.updated_at
                  FROM json_to_recordset(?::json)
                           AS x(run_id uuid, status text, started_at timestamptz, completed_at timestamptz,
                                error_code text, error_message text, error_at timestamptz, failed_step_id text,
                                updated_at timestamptz)
                  JOIN owned ON owned.run_id = x.run_id
                 WHERE r.run_id = x.run_id
            )"""),

    /** Steps that neither had nor have an error, a wait for a retry or for another run, or a remote job. */
    STEPS("""
            step AS (
                UPDATE run_steps t
                   SET status = x.status,
                       verdict = coalesce(x.verdict, t.verdict),
                       miss_reason = CASE WHEN x.verdict IS NULL THEN t.miss_reason ELSE x.miss_reason END,
                       compared_run_id = CASE WHEN x.verdict IS NULL THEN t.compared_run_id ELSE x.compared_run_id END,
                       input_hash = coalesce(x.input_hash, t.input_hash),
                       skill_version = coalesce(x.skill_version, t.skill_version),
                       attempt = x.attempt, failures = x.failures, lost = x.lost,
                       execution_key = coalesce(x.execution_key, t.execution_key),
                       artifact_ids = x.artifact_ids, output = x.output,
                       cost_micros = x.cost_micros, tokens = x.tokens,
                       started_at = coalesce(x.started_at, t.started_at), ended_at = x.ended_at,
                       duration_ms = x.duration_ms
                  FROM json_to_recordset(?::json)
                           AS x(run_id uuid, step_no integer, status text, verdict text, miss_reason text,
                                compared_run_id uuid, input_hash bytea, skill_version text,
                                attempt integer, failures integer, lost integer, execution_key uuid,
                                artifact_ids uuid[], output text, cost_micros bigint, tokens bigint,
                                started_at timestamptz, ended_at timestamptz, duration_ms bigint)
                  JOIN owned ON owned.run_id = x.run_id
                 WHERE t.run_id = x.run_id AND t.step_no = x.step_no
            )"""),

    /** The others, among them those that wait for another run. One that goes back to pending has not started. */
    TROUBLED_STEPS("""
            troubled_step AS (
                UPDATE run_steps t
                   SET status = x.status,
                       verdict = coalesce(x.verdict, t.verdict),
                       miss_reason = CASE WHEN x.verdict IS NULL THEN t.miss_reason ELSE x.miss_reason END,
                       compared_run_id = CASE WHEN x.verdict IS NULL THEN t.compared_run_id ELSE x.compared_run_id END,
                       input_hash = coalesce(x.input_hash, t.input_hash),
                       skill_version = coalesce(x.skill_version, t.skill_version),
                       attempt = x.attempt, failures = x.failures, lost = x.lost,
                       execution_key = coalesce(x.execution_key, t.execution_key),
                       artifact_ids = x.artifact_ids, output = x.output,
                       error_code = x.error_code, error_message = x.error_message,
                       error_attempt = x.error_attempt, error_at = x.error_at, error_details = x.error_details,
                       next_attempt_at = x.next_attempt_at, cost_micros = x.cost_micros, tokens = x.tokens,
                       started_at = CASE WHEN x.status = 'pending' THEN NULL ELSE coalesce(x.started_at, t.started_at) END,
                       ended_at = x.ended_at,
                       duration_ms = x.duration_ms,
                       job_state = CASE WHEN x.keeps_job THEN t.job_state ELSE x.job_state END,
                       job_id = CASE WHEN x.keeps_job THEN t.job_id ELSE x.job_id END,
                       job_at = CASE WHEN x.keeps_job THEN t.job_at ELSE x.job_at END,
                       awaits_run_id = x.awaits_run_id, awaits_step_no = x.awaits_step_no,
                       settled_job_id = NULL, settled_at = NULL
                  FROM json_to_recordset(?::json)
                           AS x(run_id uuid, step_no integer, status text, verdict text, miss_reason text,
                                compared_run_id uuid, input_hash bytea, skill_version text,
                                attempt integer, failures integer, lost integer, execution_key uuid,
                                artifact_ids uuid[], output text, error_code text, error_message text,
                                error_attempt integer, error_at timestamptz, error_details text,
                                next_attempt_at timestamptz, cost_micros bigint, tokens bigint,
                                started_at timestamptz, ended_at timestamptz, duration_ms bigint,
                                keeps_job boolean, job_state text, job_id text, job_at timestamptz,
                                awaits_run_id uuid, awaits_step_no integer)
                  JOIN owned ON owned.run_id = x.run_id
                 WHERE t.run_id = x.run_id AND t.step_no = x.step_no
            )"""),

    LANDED_FLIGHTS("""
            landed_flight AS (
                DELETE FROM step_flight f
                 USING json_to_recordset(?::json) AS x(run_id uuid, step_no integer) JOIN owned USING (run_id)
                 WHERE f.run_id = x.run_id AND f.step_no = x.step_no
            )"""),

    INPUTS("""
            input AS (
                INSERT INTO step_inputs (tenant_id, input_hash, input, created_at)
                SELECT owned.tenant_id, x.input_hash, x.input, x.at
                  FROM json_to_recordset(?::json) AS x(run_id uuid, input_hash bytea, input text, at timestamptz)
                  JOIN owned ON owned.run_id = x.run_id
                ON CONFLICT DO NOTHING
            )"""),

    ATTEMPTS("""
            attempt AS (
                INSERT INTO step_attempts (run_id, step_no, attempt, tenant_id, error_code, error_message, worker_id,
                                           started_at, ended_at, provider_job_id)
                SELECT x.run_id, x.step_no, x.attempt, owned.tenant_id, x.error_code, x.error_message, owned.worker_id,
                       x.started_at, x.ended_at, x.provider_job_id
                  FROM json_to_recordset(?::json)
                           AS x(run_id uuid, step_no integer, attempt integer, error_code text, error_message text,
                                started_at timestamptz, ended_at timestamptz, provider_job_id text)
                  JOIN owned ON owned.run_id = x.run_id
                ON CONFLICT DO NOTHING
            )"""),

    FILES("""
            file AS MATERIALIZED (
                SELECT owned.tenant_id, x.*
                  FROM json_to_recordset(?::json)
                           AS x(run_id uuid, id uuid, step_id text, skill_id text, media_type text, content_hash bytea,
                                size_bytes bigint, filename text, at timestamptz)
                  JOIN owned ON owned.run_id = x.run_id
            ), artifact AS (
                INSERT INTO artifacts (id, tenant_id, run_id, step_id, skill_id, media_type, content_hash, size_bytes,
                                       filename, created_at)
                SELECT id, tenant_id, run_id, step_id, skill_id, media_type, content_hash, size_bytes, filename, at
                  FROM file
            ), blob AS (
                INSERT INTO blobs (tenant_id, content_hash, size_bytes, created_at, last_used_at)
                SELECT DISTINCT ON (tenant_id, content_hash) tenant_id, content_hash, size_bytes, at, at
                  FROM file
                ON CONFLICT (tenant_id, content_hash) DO UPDATE SET last_used_at = excluded.last_used_at
            )"""),

    RESULTS("""
            result AS (
                SELECT DISTINCT ON (owned.tenant_id, x.workflow_name, x.step_id, x.input_hash, x.skill_version)
                       owned.tenant_id, r.tags, x.*
                  FROM json_to_recordset(?::json)
                           AS x(run_id uuid, replace boolean, workflow_name text, step_id text, input_hash bytea,
                                skill_version text, artifact_ids uuid[], output text, duration_ms bigint,
                                cost_micros bigint, size_bytes bigint, at timestamptz)
                  JOIN owned ON owned.run_id = x.run_id
                  JOIN runs r ON r.run_id = x.run_id
            ), first_result AS (
                INSERT INTO step_cache (tenant_id, workflow_name, step_id, input_hash, skill_version, run_id,
                                        artifact_ids, output, duration_ms, cost_micros, size_bytes, tags, created_at)
                SELECT tenant_id, workflow_name, step_id, input_hash, skill_version, run_id,
                       artifact_ids, output, duration_ms, cost_micros, size_bytes, tags, at
                  FROM result WHERE NOT replace
                ON CONFLICT DO NOTHING
                RETURNING run_id, step_id, id, generation
            ), newer_result AS (
                INSERT INTO step_cache AS c (tenant_id, workflow_name, step_id, input_hash, skill_version, run_id,
                                             artifact_ids, output, duration_ms, cost_micros, size_bytes, tags, created_at)
                SELECT tenant_id, workflow_name, step_id, input_hash, skill_version, run_id,
                       artifact_ids, output, duration_ms, cost_micros, size_bytes, tags, at
                  FROM result WHERE replace
                ON CONFLICT (tenant_id, workflow_name, step_id, input_hash, skill_version) DO UPDATE
                   SET generation = c.generation + 1, run_id = excluded.run_id, artifact_ids = excluded.artifact_ids,
                       output = excluded.output, duration_ms = excluded.duration_ms,
                       cost_micros = excluded.cost_micros, size_bytes = excluded.size_bytes, tags = excluded.tags,
                       created_at = excluded.created_at, hits = 0, last_hit_at = NULL
                RETURNING run_id, step_id, id, generation
            )"""),

    EVENTS("""
            event AS (
                INSERT INTO run_events (run_id, seq, tenant_id, at, transitions)
                SELECT x.run_id, owned.seq, owned.tenant_id, x.at, x.transitions
                  FROM json_to_recordset(?::json) AS x(run_id uuid, at timestamptz, transitions text)
                  JOIN owned ON owned.run_id = x.run_id
            )""");

    private final String sql;

    Part(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
