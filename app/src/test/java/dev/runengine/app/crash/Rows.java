package dev.runengine.app.crash;

import com.zaxxer.hikari.HikariDataSource;
import dev.runengine.store.database.Database.Address;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is on record, read past the engine. */
final class Rows implements AutoCloseable {
    private static final String OPEN = """
            SELECT count(*) FROM runs
             WHERE run_id = ANY (?) AND status NOT IN ('completed', 'failed', 'cancelled')
            """;
    private static final String STEPS = """
            SELECT step_id, status, attempt, failures, lost, execution_key, output
              FROM run_steps WHERE run_id = ? ORDER BY step_no
            """;
    private static final String RECORDED = """
            SELECT word ->> 'step' AS step, count(*) AS times
              FROM run_events e, jsonb_array_elements(e.transitions::jsonb) AS word
             WHERE e.run_id = ? AND word ->> 'status' = 'completed'
             GROUP BY 1
            """;
    private static final String EVERYTHING = """
            SELECT to_jsonb(r)::text FROM runs r WHERE run_id = :run
            UNION ALL SELECT to_jsonb(s)::text FROM run_state s WHERE run_id = :run
            UNION ALL SELECT to_jsonb(s)::text FROM run_steps s WHERE run_id = :run
            UNION ALL SELECT to_jsonb(a)::text FROM step_attempts a WHERE run_id = :run
            UNION ALL SELECT to_jsonb(e)::text FROM run_events e WHERE run_id = :run
            ORDER BY 1
            """;
    private static final String RUN = """
            SELECT r.status, s.completed, s.pending + s.running + s.skipped + s.failed + s.cancelled AS others,
                   s.worker_id IS NOT NULL AS owned
              FROM runs r JOIN run_state s USING (run_id) WHERE run_id = ?
            """;

    private static final String END = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
             WHERE datname = current_database() AND backend_type = 'client backend' AND application_name <> ?
            """;
    private static final String NAME = "rows";

    private final HikariDataSource connections = new HikariDataSource();
    private final JdbcClient sql;

    Rows(Address address) {
        connections.setJdbcUrl(address.url());
        connections.setUsername(address.user());
        connections.setPassword(address.password());
        connections.setMaximumPoolSize(4);
        connections.addDataSourceProperty("ApplicationName", NAME);
        sql = JdbcClient.create(connections);
    }

    /** A run as the queue counts it. @param others steps that are not completed @param owned by a worker */
    record Run(String status, int completed, int others, boolean owned) {}

    /** @param output as its text; empty while there is none */
    record Step(String id, String status, int attempt, int failures, int lost, UUID key, String output) {}

    boolean areOver(Collection<UUID> runs) {
        return sql.sql(OPEN).param(runs.toArray(UUID[]::new)).query(Long.class).single() == 0;
    }

    List<Step> steps(UUID runId) {
        return sql.sql(STEPS)
                .param(runId)
                .query((row, _) -> new Step(
                        row.getString("step_id"),
                        row.getString("status"),
                        row.getInt("attempt"),
                        row.getInt("failures"),
                        row.getInt("lost"),
                        row.getObject("execution_key", UUID.class),
                        String.valueOf(row.getString("output"))))
                .list();
    }

    /** All that is on record of a run, for comparing. */
    List<String> everything(UUID runId) {
        return sql.sql(EVERYTHING)
                .param("run", runId)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** How often each step was recorded as completed. */
    Map<String, Long> completions(UUID runId) {
        return sql
                .sql(RECORDED)
                .param(runId)
                .query((row, _) -> Map.entry(row.getString("step"), row.getLong("times")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether a worker of that address counts as alive. */
    boolean hasWorker(String address) {
        return sql.sql("SELECT count(*) FROM workers WHERE address = ? AND lease_until > lease_clock()")
                        .param(address)
                        .query(Long.class)
                        .single()
                == 1;
    }

    Run run(UUID runId) {
        return sql.sql(RUN)
                .param(runId)
                .query((row, _) -> new Run(
                        row.getString("status"),
                        row.getInt("completed"),
                        row.getInt("others"),
                        row.getBoolean("owned")))
                .single();
    }

    /** Ends every session of the database but those of this object. @return how many */
    long endSessions() {
        return sql.sql(END).param(NAME).query(Long.class).single();
    }

    @Override
    public void close() {
        connections.close();
    }
}
