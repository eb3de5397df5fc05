package dev.runengine.store.history;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.port.History.Execution;
import dev.runengine.store.rows.Columnar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The executions behind results, through the runs they were taken over from: one query for each run on the way, however
 * many steps came from it. Within one transaction.
 */
public final class Makers {
    private static final String FINISHED = """
            SELECT run_id, step_id, status, compared_run_id, input_hash, skill_version, duration_ms, cost_micros, tokens
              FROM run_steps
             WHERE run_id = ANY (:runIds::uuid[]) AND status IN ('completed', 'skipped')
            """;
    /** Bounds a chain of updates of updates; each link is one more read. */
    private static final int LONGEST_CHAIN = 100;

    private final JdbcClient sql;

    public Makers(JdbcClient sql) {
        this.sql = sql;
    }

    /** An execution that succeeded, and what it was made from. */
    public record Maker(Execution execution, ContentHash inputHash, SkillVersion skillVersion) {}

    private record Place(UUID runId, String stepId) {}

    private record Finished(@Nullable UUID takenFrom, Optional<Maker> maker) {}

    /** @param takenFrom for each step the run its result was taken from @return what is still recorded, by step */
    public Map<String, Maker> of(Map<String, UUID> takenFrom) {
        var makers = new HashMap<String, Maker>();
        var known = new HashMap<Place, Finished>();
        var read = new HashSet<UUID>();
        var open = new HashMap<>(takenFrom);
        for (int link = 0; link < LONGEST_CHAIN && !open.isEmpty(); link++) {
            var unread = new HashSet<>(open.values());
            unread.removeAll(read);
            read(unread, known);
            read.addAll(unread);
            open = step(open, known, makers);
        }
        return makers;
    }

    /** @return where to look next, for the steps whose maker is not found yet */
    private static HashMap<String, UUID> step(
            Map<String, UUID> open, Map<Place, Finished> known, Map<String, Maker> makers) {
        var next = new HashMap<String, UUID>();
        open.forEach((stepId, runId) -> {
            var finished = known.get(new Place(runId, stepId));
            if (finished != null && finished.maker().isPresent()) {
                makers.put(stepId, finished.maker().get());
            } else if (finished != null && finished.takenFrom() != null) {
                next.put(stepId, finished.takenFrom());
            }
        });
        return next;
    }

    private void read(Collection<UUID> runIds, Map<Place, Finished> known) {
        if (!runIds.isEmpty()) {
            sql.sql(FINISHED).param("runIds", runIds.toArray(UUID[]::new)).query(row -> {
                known.put(
                        new Place(row.getObject("run_id", UUID.class), row.getString("step_id")),
                        new Finished(row.getObject("compared_run_id", UUID.class), maker(row)));
            });
        }
    }

    /** @param row of {@code run_steps}; a result that was taken over has its maker elsewhere */
    static Optional<Maker> maker(ResultSet row) throws SQLException {
        if (StepStatus.ofWord(row.getString("status")) != StepStatus.COMPLETED) {
            return Optional.empty();
        }
        return Optional.of(new Maker(
                new Execution(
                        row.getObject("run_id", UUID.class),
                        row.getLong("duration_ms"),
                        new Usage(row.getLong("cost_micros"), row.getLong("tokens"))),
                Columnar.hash(row.getBytes("input_hash")),
                new SkillVersion(row.getString("skill_version"))));
    }
}
