package dev.runengine.store.queue;

/**
 * The claim: start-time fair queueing over tenants (Goyal, Vin, Cheng 1996) in one statement. Runs wait in lanes (tenant,
 * workflow version, priority), which are found by descending the index once a lane; of each lane only the first few runs
 * are looked at, so what a claim costs goes with the lanes and with what it takes, not with what waits.
 *
 * <p>A run's start is where its tenant stands, plus 1 / weight for each of the tenant's runs before it; a tenant that had
 * nothing waiting stands where the last run served started. The earliest starts are taken. Rows that another worker is
 * taking are skipped, and the fence shuts the owner before out.
 */
final class ClaimSql {
    private ClaimSql() {}

    static final String CLAIM = """
            WITH RECURSIVE now AS MATERIALIZED (
                SELECT lease_clock() AS time, coalesce(max(last_start), 0) AS turn FROM tenant_shares
            ), lane AS (
                (SELECT tenant_id, version_no, priority
                   FROM run_state
                  WHERE worker_id IS NULL AND claimable_at IS NOT NULL
                  ORDER BY tenant_id, version_no, priority
                  LIMIT 1)
                UNION ALL
                SELECT next.*
                  FROM lane l
                 CROSS JOIN LATERAL (
                       SELECT s.tenant_id, s.version_no, s.priority
                         FROM run_state s
                        WHERE s.worker_id IS NULL AND s.claimable_at IS NOT NULL
                          AND (s.tenant_id, s.version_no, s.priority) > (l.tenant_id, l.version_no, l.priority)
                        ORDER BY s.tenant_id, s.version_no, s.priority
                        LIMIT 1) next
            ), known AS MATERIALIZED (
                SELECT l.*
                  FROM lane l JOIN worker_workflows k ON k.worker_id = :worker AND k.version_no = l.version_no
                 WHERE l.tenant_id <> ALL (:without::text[])
            ), first AS (
                SELECT l.tenant_id, f.run_id, f.claimable_at,
                       row_number() OVER (PARTITION BY l.tenant_id
                                              ORDER BY l.priority DESC, f.claimable_at, f.run_id) - 1 AS before
                  FROM known l
                 CROSS JOIN LATERAL (
                       SELECT s.run_id, s.claimable_at
                         FROM run_state s
                        WHERE s.tenant_id = l.tenant_id AND s.version_no = l.version_no AND s.priority = l.priority
                          AND s.worker_id IS NULL AND s.claimable_at <= (SELECT time FROM now)
                        ORDER BY s.claimable_at
                        LIMIT (SELECT greatest(:few, least(:max + :few, :most / greatest(count(*), 1))) FROM known)) f
            ), due AS (
                SELECT f.run_id, f.tenant_id, f.claimable_at, coalesce(t.weight, 1) AS weight,
                       greatest(coalesce(t.served, 0), (SELECT turn FROM now)) + f.before / coalesce(t.weight, 1) AS start
                  FROM first f LEFT JOIN tenant_shares t USING (tenant_id)
            ), taken AS (
                SELECT s.run_id, s.handed_over, due.tenant_id, due.start, due.weight
                  FROM due JOIN run_state s USING (run_id)
                 WHERE s.worker_id IS NULL AND s.claimable_at IS NOT NULL
                 ORDER BY due.start, due.claimable_at, s.run_id
                 LIMIT :max
                   FOR UPDATE OF s SKIP LOCKED
            ), charged AS (
                INSERT INTO tenant_shares AS t (tenant_id, served, last_start)
                SELECT tenant_id, max(start + 1 / weight), max(start)
                  FROM taken
                 GROUP BY tenant_id
                 ORDER BY tenant_id -- two workers that charge the same tenants do it in the same order
                ON CONFLICT (tenant_id) DO UPDATE
                   SET served = greatest(t.served, excluded.served),
                       last_start = greatest(t.last_start, excluded.last_start)
            )
            UPDATE run_state s
               SET worker_id = :worker, fence = s.fence + 1, seq = s.seq + 1, handed_over = false
              FROM taken
             WHERE s.run_id = taken.run_id
            RETURNING s.run_id, s.fence, s.seq, s.tenant_id, taken.handed_over, s.breaks
            """;
}
