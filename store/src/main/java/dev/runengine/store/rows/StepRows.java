package dev.runengine.store.rows;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.Counters;
import dev.runengine.core.run.Fingerprint;
import dev.runengine.core.run.Prepared;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.run.Submission;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.port.JobStanding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads {@code run_steps} back into the states they were written from. */
public final class StepRows {
    private StepRows() {}

    /** @param artifacts of the run's steps, by id */
    public static StepState state(ResultSet row, Map<UUID, Artifact> artifacts) throws SQLException {
        var counters = counters(row);
        return switch (StepStatus.ofWord(row.getString("status"))) {
            case PENDING -> new StepState.Waiting(counters, 0);
            case RUNNING -> running(row, counters);
            case COMPLETED ->
                new StepState.Completed(
                        counters,
                        fingerprint(row).orElseThrow(),
                        decision(row).orElseThrow(),
                        output(row, artifacts),
                        usage(row),
                        instant(row, "started_at").orElseThrow(),
                        instant(row, "ended_at").orElseThrow(),
                        row.getLong("duration_ms"));
            case SKIPPED ->
                new StepState.Reused(
                        counters,
                        fingerprint(row),
                        Optional.empty(),
                        decision(row).orElseThrow(),
                        output(row, artifacts),
                        madeBy(row),
                        Optional.empty(),
                        instant(row, "ended_at").orElseThrow());
            case FAILED ->
                new StepState.Failed(
                        counters,
                        fingerprint(row),
                        error(row).orElseThrow(),
                        instant(row, "started_at"),
                        instant(row, "ended_at").orElseThrow(),
                        Optional.empty());
            case CANCELLED ->
                new StepState.Cancelled(
                        counters,
                        instant(row, "started_at"),
                        instant(row, "ended_at").orElseThrow(),
                        Optional.empty());
        };
    }

    private static StepState running(ResultSet row, Counters counters) throws SQLException {
        var prepared = new Prepared(
                Columnar.json(row.getString("input")), fingerprint(row).orElseThrow());
        var decision = decision(row).orElseThrow();
        var started = instant(row, "started_at").orElseThrow();
        var key = row.getObject("execution_key", UUID.class);
        var leader = row.getObject("awaits_run_id", UUID.class);
        if (leader != null) {
            var awaited = new FlightLeader(leader, row.getInt("awaits_step_no"));
            return new StepState.Awaiting(counters, prepared, decision, started, awaited, error(row));
        }
        var retryAt = instant(row, "next_attempt_at");
        if (retryAt.isPresent()) {
            return new StepState.BackingOff(
                    counters,
                    prepared,
                    decision,
                    started,
                    retryAt.get(),
                    error(row).orElseThrow(),
                    job(row).map(job -> new Submission(key, job)));
        }
        return isHeld(row)
                ? new StepState.Held(
                        new StepState.Executing(counters, prepared, decision, key, started, Optional.empty(), job(row)),
                        error(row).orElseThrow())
                : new StepState.Executing(counters, prepared, decision, key, started, error(row), job(row));
    }

    private static boolean isHeld(ResultSet row) throws SQLException {
        return "held".equals(row.getString("job_state"));
    }

    private static Optional<JobRecord> job(ResultSet row) throws SQLException {
        var at = instant(row, "job_at");
        var id = row.getString("job_id");
        return at.map(since -> id == null ? new JobRecord.Submitting(since) : new JobRecord.Submitted(id, since));
    }

    public static Optional<JobStanding> standing(ResultSet row) throws SQLException {
        boolean held = isHeld(row);
        return job(row).map(job -> JobStanding.of(job, held));
    }

    public static Counters counters(ResultSet row) throws SQLException {
        return new Counters(row.getInt("attempt"), row.getInt("failures"), row.getInt("lost"));
    }

    public static Optional<StepDecision> decision(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        if (verdict == null) {
            return Optional.empty();
        }
        return Optional.of(new StepDecision(
                Verdict.valueOf(verdict),
                Optional.ofNullable(row.getString("miss_reason")).map(MissReason::valueOf),
                Optional.ofNullable(row.getObject("compared_run_id", UUID.class))));
    }

    /** The execution behind a result: its own, or the one that is not paid again. */
    public static Optional<Execution> madeBy(ResultSet row) throws SQLException {
        var run = switch (StepStatus.ofWord(row.getString("status"))) {
            case COMPLETED -> row.getObject("run_id", UUID.class);
            case SKIPPED -> row.getObject("made_by", UUID.class);
            case PENDING, RUNNING, FAILED, CANCELLED -> null;
        };
        return run == null ? Optional.empty() : Optional.of(new Execution(run, row.getLong("duration_ms"), usage(row)));
    }

    private static Usage usage(ResultSet row) throws SQLException {
        return new Usage(row.getLong("cost_micros"), row.getLong("tokens"));
    }

    public static Optional<StepError> error(ResultSet row) throws SQLException {
        var code = row.getString("error_code");
        if (code == null) {
            return Optional.empty();
        }
        return Optional.of(new StepError(
                ErrorCode.valueOf(code),
                row.getString("error_message"),
                row.getInt("error_attempt"),
                instant(row, "error_at").orElseThrow(),
                Columnar.problems(row.getString("error_details"))));
    }

    /** @param row of {@code artifacts} */
    public static Artifact artifact(ResultSet row) throws SQLException {
        return new Artifact(
                row.getObject("id", UUID.class),
                Columnar.hash(row.getBytes("content_hash")),
                row.getLong("size_bytes"),
                row.getString("media_type"),
                row.getString("filename"));
    }

    public static List<UUID> artifactIds(ResultSet row) throws SQLException {
        var array = row.getArray("artifact_ids");
        return array == null ? List.of() : List.of((UUID[]) array.getArray());
    }

    /** The artifacts a step names, in its order. */
    public static List<Artifact> artifacts(ResultSet row, Map<UUID, Artifact> artifacts) throws SQLException {
        var named = new ArrayList<Artifact>();
        for (var id : artifactIds(row)) {
            var artifact = artifacts.get(id);
            if (artifact != null) {
                named.add(artifact);
            }
        }
        return named;
    }

    public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    public static Optional<Fingerprint> fingerprint(ResultSet row) throws SQLException {
        var hash = row.getBytes("input_hash");
        var version = row.getString("skill_version");
        return hash == null || version == null
                ? Optional.empty()
                : Optional.of(new Fingerprint(Columnar.hash(hash), new SkillVersion(version)));
    }

    private static StepOutput output(ResultSet row, Map<UUID, Artifact> artifacts) throws SQLException {
        return new StepOutput(Columnar.json(row.getString("output")), artifacts(row, artifacts));
    }
}
