package dev.runengine.store.rows;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.run.RunError;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.run.Tally;
import dev.runengine.runtime.port.ArtifactRecord;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.RunWait;
import dev.runengine.runtime.port.StepRecord;
import dev.runengine.runtime.port.TriggerType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads rows into what is shown of runs, steps and artifacts. */
public final class RunRows {
    private RunRows() {}

    /** @param row of {@code runs} joined with the counters of {@code run_state} */
    public static RunRecord run(ResultSet row) throws SQLException {
        return new RunRecord(
                row.getObject("run_id", UUID.class),
                row.getString("tenant_id"),
                row.getString("workflow_name"),
                row.getString("workflow_version"),
                TriggerType.ofWord(row.getString("trigger_type")),
                Optional.ofNullable(row.getString("trigger_payload")).map(Columnar::json),
                RunStatus.ofWord(row.getString("status")),
                Optional.ofNullable(row.getString("waiting_for")).map(RunWait::valueOf),
                Optional.ofNullable(row.getObject("base_run_id", UUID.class)),
                Optional.ofNullable(row.getString("change_type")),
                error(row),
                new Tally(
                        row.getInt("pending"),
                        row.getInt("running"),
                        row.getInt("completed"),
                        row.getInt("skipped"),
                        row.getInt("failed"),
                        row.getInt("cancelled")),
                List.of((String[]) row.getArray("tags").getArray()),
                StepRows.instant(row, "paused_at"),
                StepRows.instant(row, "cancel_requested_at"),
                StepRows.instant(row, "started_at"),
                StepRows.instant(row, "completed_at"),
                StepRows.instant(row, "created_at").orElseThrow(),
                StepRows.instant(row, "updated_at").orElseThrow());
    }

    private static Optional<RunError> error(ResultSet row) throws SQLException {
        var code = row.getString("error_code");
        return code == null
                ? Optional.empty()
                : Optional.of(new RunError(
                        ErrorCode.valueOf(code),
                        row.getString("error_message"),
                        Optional.ofNullable(row.getString("failed_step_id")),
                        StepRows.instant(row, "error_at").orElseThrow()));
    }

    public static StepRecord step(ResultSet row) throws SQLException {
        return new StepRecord(
                row.getObject("run_id", UUID.class),
                row.getInt("step_no"),
                row.getString("step_id"),
                row.getString("skill_id"),
                StepStatus.ofWord(row.getString("status")),
                StepRows.counters(row),
                Optional.ofNullable(row.getBytes("input_hash")).map(Columnar::hash),
                StepRows.decision(row),
                StepRows.artifactIds(row),
                StepRows.error(row),
                StepRows.instant(row, "next_attempt_at"),
                StepRows.standing(row),
                Optional.ofNullable(row.getObject("awaits_run_id", UUID.class)),
                StepRows.instant(row, "started_at"),
                StepRows.instant(row, "ended_at"),
                StepRows.madeBy(row));
    }

    /** @param row of {@code artifacts} with the step that names it as {@code of_step} */
    public static ArtifactRecord artifact(ResultSet row) throws SQLException {
        return new ArtifactRecord(
                StepRows.artifact(row),
                Optional.ofNullable(row.getObject("run_id", UUID.class)),
                Optional.ofNullable(row.getString("of_step")),
                StepRows.instant(row, "created_at").orElseThrow());
    }
}
