package dev.runengine.store.flight;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.run.TwinFailure;
import dev.runengine.runtime.port.Flights;
import dev.runengine.store.database.Database;
import dev.runengine.store.rows.StepRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Who waits for what, and what is over. Flights are taken and released by the journal's commits. */
public final class PostgresFlights implements Flights {
    /**
     * A leader that nobody drives and that has no remote job is gone, even if its run will be driven again: it will find
     * that others went ahead. An owner that has just taken the flight has a later fence than a run seen before that.
     */
    private static final String RELEASE_OF_THE_GONE = """
            DELETE FROM step_flight f
             USING unnest(:runs::uuid[], :steps::integer[]) AS l(run_id, step_no)
             WHERE f.run_id = l.run_id AND f.step_no = l.step_no
               AND NOT EXISTS (
                   SELECT FROM run_steps t JOIN run_state s USING (run_id)
                    WHERE t.run_id = f.run_id AND t.step_no = f.step_no
                      AND t.status = 'running' AND t.awaits_run_id IS NULL
                      AND (s.worker_id IS NOT NULL OR t.job_state IS NOT NULL OR s.fence < f.fence))
            """;

    private static final String OVER = """
            SELECT l.run_id, l.step_no, t.status, t.failures,
                   t.error_code, t.error_message, t.error_attempt, t.error_at, t.error_details
              FROM unnest(:runs::uuid[], :steps::integer[]) AS l(run_id, step_no)
              LEFT JOIN run_steps t USING (run_id, step_no)
             WHERE NOT EXISTS (SELECT FROM step_flight f WHERE f.run_id = l.run_id AND f.step_no = l.step_no)
            """;
    private static final String AWAITED = """
            SELECT EXISTS (SELECT FROM run_steps WHERE awaits_run_id = :run AND awaits_step_no = :step)
            """;

    private final Database database;

    public PostgresFlights(Database database) {
        this.database = database;
    }

    @Override
    public Map<FlightLeader, Optional<TwinFailure>> over(Collection<FlightLeader> leaders) {
        return database.asWorker(sql -> {
            with(leaders, sql.sql(RELEASE_OF_THE_GONE)).update();
            return over(leaders, sql);
        });
    }

    private static Map<FlightLeader, Optional<TwinFailure>> over(Collection<FlightLeader> leaders, JdbcClient sql) {
        var over = new HashMap<FlightLeader, Optional<TwinFailure>>();
        with(leaders, sql.sql(OVER)).query(row -> {
            var leader = new FlightLeader(row.getObject("run_id", UUID.class), row.getInt("step_no"));
            over.put(leader, failure(row));
        });
        return over;
    }

    private static StatementSpec with(Collection<FlightLeader> leaders, StatementSpec statement) {
        return statement
                .param("runs", leaders.stream().map(FlightLeader::runId).toArray(UUID[]::new))
                .param("steps", leaders.stream().map(FlightLeader::step).toArray(Integer[]::new));
    }

    /** A run that was given up says nothing about the work of its steps. */
    private static Optional<TwinFailure> failure(ResultSet row) throws SQLException {
        if (!StepStatus.FAILED.word().equals(row.getString("status"))) {
            return Optional.empty();
        }
        int failures = row.getInt("failures");
        return StepRows.error(row)
                .filter(error -> error.code() != ErrorCode.RUN_BROKEN)
                .map(error -> new TwinFailure(error, failures));
    }

    @Override
    public boolean awaited(FlightLeader leader) {
        return database.asWorker(sql -> sql.sql(AWAITED)
                .param("run", leader.runId())
                .param("step", leader.step())
                .query(Boolean.class)
                .single());
    }
}
