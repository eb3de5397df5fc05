package dev.runengine.store.runs;

import dev.runengine.core.run.Settlement;
import dev.runengine.runtime.port.HeldSettlement;
import dev.runengine.runtime.port.RunStore.SettleAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps that wait for a person: taking down what was said, and telling their owners. Within one transaction. */
final class HeldSteps {
    /** The first word counts: its owner may be acting on it. */
    private static final String SETTLE = """
            UPDATE run_steps
               SET settled_job_id = coalesce(settled_job_id, :jobId), settled_at = coalesce(settled_at, :at)
             WHERE run_id = :runId AND step_id = :stepId AND job_state = 'held'
            """;

    private static final String FOUND = """
            SELECT EXISTS (SELECT FROM run_steps WHERE run_id = r.run_id AND step_id = :stepId)
              FROM runs r WHERE r.run_id = :runId
            """;
    private static final String SETTLED = """
            SELECT run_id, step_no, attempt, settled_job_id
              FROM run_steps WHERE run_id = ANY (:runIds::uuid[]) AND settled_at IS NOT NULL
            """;

    private final JdbcClient sql;

    HeldSteps(JdbcClient sql) {
        this.sql = sql;
    }

    SettleAnswer settle(UUID runId, String stepId, Settlement settlement, OffsetDateTime at) {
        var jobId = switch (settlement) {
            case Settlement.NeverSubmitted _ -> "";
            case Settlement.KnownJob(var id) -> id;
        };
        int held = sql.sql(SETTLE)
                .param("runId", runId)
                .param("stepId", stepId)
                .param("jobId", jobId)
                .param("at", at)
                .update();
        return held == 1 ? SettleAnswer.RECORDED : refusal(runId, stepId);
    }

    private SettleAnswer refusal(UUID runId, String stepId) {
        return sql.sql(FOUND)
                .param("runId", runId)
                .param("stepId", stepId)
                .query(Boolean.class)
                .optional()
                .map(found -> found ? SettleAnswer.NOT_HELD : SettleAnswer.STEP_NOT_FOUND)
                .orElse(SettleAnswer.RUN_NOT_FOUND);
    }

    List<HeldSettlement> settlements(Collection<UUID> runIds) {
        return sql.sql(SETTLED)
                .param("runIds", runIds.toArray(UUID[]::new))
                .query((row, _) -> settlement(row))
                .list();
    }

    private static HeldSettlement settlement(ResultSet row) throws SQLException {
        var jobId = row.getString("settled_job_id");
        return new HeldSettlement(
                row.getObject("run_id", UUID.class),
                row.getInt("step_no"),
                row.getInt("attempt"),
                jobId.isEmpty() ? new Settlement.NeverSubmitted() : new Settlement.KnownJob(jobId));
    }
}
