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
                       failed_step_id = x.failed_step_id, updated_at = x.updated_at,
                       hits_hot = x.hits_hot, hits_cold = x.hits_cold, hits_in_flight = x.hits_in_flight,
                       misses = x.misses, base_reuses = x.base_reuses,
                       spent_ms = x.spent_ms, spent_micros = x.spent_micros, spent_tokens = x.spent_tokens,
                       hits_saved_ms = x.hits_saved_ms, hits_saved_micros = x.hits_saved_micros,
                       hits_saved_tokens = x.hits_saved_tokens,
                       base_saved_ms = x.base_saved_ms, base_saved_micros = x.base_saved_micros,
                       base_saved_tokens = x.base_saved_tokens
                  FROM json_to_recordset(?::json)
                           AS x(run_id uuid, status text, started_at timestamptz, completed_at timestamptz,
                                error_code text, error_message text, error_at timestamptz, failed_step_id text,
                                updated_at timestamptz, hits_hot integer, hits_cold integer, hits_in_flight integer,
                                misses integer, base_reuses integer,
                                spent_ms bigint, spent_micros bigint, spent_tokens bigint,
                                hits_saved_ms bigint, hits_saved_micros bigint, hits_saved_tokens bigint,
                                base_saved_ms bigint, base_saved_micros bigint, base_saved_tokens bigint)
                  JOIN owned ON owned.run_id = x.run_id
                 WHERE r.run_id = x.run_id
            )"""),

    /** Steps that neither had nor have an error, a wait for a retry or for another run, or a remote job. */
    STEPS(StepSql.STEPS),

    /** The others, among them those that wait for another run. */
    TROUBLED_STEPS(StepSql.TROUBLED_STEPS),

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
                                cost_micros bigint, tokens bigint, size_bytes bigint, at timestamptz)
                  JOIN owned ON owned.run_id = x.run_id
                  JOIN runs r ON r.run_id = x.run_id
            ), first_result AS (
                INSERT INTO step_cache (tenant_id, workflow_name, step_id, input_hash, skill_version, run_id,
                                        artifact_ids, output, duration_ms, cost_micros, tokens, size_bytes, tags,
                                        created_at)
                SELECT tenant_id, workflow_name, step_id, input_hash, skill_version, run_id,
                       artifact_ids, output, duration_ms, cost_micros, tokens, size_bytes, tags, at
                  FROM result WHERE NOT replace
                ON CONFLICT DO NOTHING
                RETURNING run_id, step_id, id, generation
            ), newer_result AS (
                INSERT INTO step_cache AS c (tenant_id, workflow_name, step_id, input_hash, skill_version, run_id,
                                             artifact_ids, output, duration_ms, cost_micros, tokens, size_bytes, tags,
                                        created_at)
                SELECT tenant_id, workflow_name, step_id, input_hash, skill_version, run_id,
                       artifact_ids, output, duration_ms, cost_micros, tokens, size_bytes, tags, at
                  FROM result WHERE replace
                ON CONFLICT (tenant_id, workflow_name, step_id, input_hash, skill_version) DO UPDATE
                   SET generation = c.generation + 1, run_id = excluded.run_id, artifact_ids = excluded.artifact_ids,
                       output = excluded.output, duration_ms = excluded.duration_ms,
                       cost_micros = excluded.cost_micros, tokens = excluded.tokens,
                       size_bytes = excluded.size_bytes, tags = excluded.tags, created_at = excluded.created_at,
                       hits = 0, last_hit_at = NULL
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
