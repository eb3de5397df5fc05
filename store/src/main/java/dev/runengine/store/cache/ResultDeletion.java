package dev.runengine.store.cache;

import dev.runengine.core.reuse.MissReason;

/** How cached results are deleted: so that a later miss can tell why. */
public final class ResultDeletion {
    /** Told of in one order by all who delete results, so that no two of them wait for each other. */
    private static final String DELETE = """
            WITH doomed AS (
                %s
            ), gone AS (
                DELETE FROM step_cache c USING doomed WHERE c.id = doomed.id
                RETURNING c.tenant_id, c.workflow_name, c.step_id, c.input_hash, c.skill_version, c.run_id, c.size_bytes
            ), told AS (
                INSERT INTO gone_results (tenant_id, workflow_name, step_id, input_hash, skill_version, run_id, at, reason)
                SELECT tenant_id, workflow_name, step_id, input_hash, skill_version, run_id, :at, '%s' FROM gone
                 ORDER BY tenant_id, workflow_name, step_id, input_hash, skill_version
                ON CONFLICT (tenant_id, workflow_name, step_id, input_hash, skill_version) DO UPDATE
                   SET run_id = excluded.run_id, at = excluded.at, reason = excluded.reason
            )
            SELECT count(*) AS entries, coalesce(sum(size_bytes), 0) AS size_bytes FROM gone
            """;

    private ResultDeletion() {}

    /**
     * A statement that deletes results and answers their number and size as {@code entries} and {@code size_bytes}. The time
     * is its parameter {@code at}.
     *
     * @param doomed a query for their ids, which locks them in the order of their ids or finds them locked
     */
    public static String of(String doomed, MissReason why) {
        return DELETE.formatted(doomed, why);
    }
}
