package dev.runengine.store.journal;

import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.Fingerprint;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepState;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Usage;
import dev.runengine.store.journal.Rows.Row;
import dev.runengine.store.rows.Columnar;

/** The columns of {@code run_steps} that a commit sets, from the state a step is in now. */
final class StepColumns {
    private StepColumns() {}

    /** Whether a step has what {@link Part#STEPS} does not write: an error, somebody or a time to wait for, a remote job. */
    static boolean inTrouble(StepState state) {
        return switch (state) {
            case StepState.Executing e -> e.last().isPresent() || e.job().isPresent();
            case StepState.BackingOff _, StepState.Held _, StepState.Awaiting _, StepState.Failed _ -> true;
            case StepState.Cancelled cancelled -> cancelled.resumable().isPresent();
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _, StepState.Done _ -> false;
        };
    }

    static void write(Row row, StepState state) {
        row.with("status", state.status().word())
                .with("attempt", state.counters().attempt())
                .with("failures", state.counters().failures())
                .with("lost", state.counters().lost());
        var job = JobColumns.of(state);
        job.write(row);
        switch (state) {
            case StepState.Executing e -> {
                decided(row, e.decision());
                known(row, e.prepared().fingerprint());
                row.with("execution_key", e.executionKey()).with("started_at", e.startedAt());
                e.last().ifPresent(error -> failed(row, error));
            }
            case StepState.Held(var e, var error) -> {
                decided(row, e.decision());
                known(row, e.prepared().fingerprint());
                row.with("execution_key", job.executionKey()).with("started_at", e.startedAt());
                failed(row, error);
            }
            case StepState.BackingOff b -> {
                decided(row, b.decision());
                known(row, b.prepared().fingerprint());
                row.with("execution_key", job.executionKey())
                        .with("started_at", b.startedAt())
                        .with("next_attempt_at", b.retryAt());
                failed(row, b.last());
            }
            case StepState.Awaiting a -> {
                decided(row, a.decision());
                known(row, a.prepared().fingerprint());
                row.with("started_at", a.since())
                        .with("awaits_run_id", a.leader().runId())
                        .with("awaits_step_no", a.leader().step());
                a.last().ifPresent(error -> failed(row, error));
            }
            case StepState.Completed c -> {
                decided(row, c.decision());
                known(row, c.fingerprint());
                result(row, c.output());
                cost(row, c.durationMs(), c.usage());
                row.with("started_at", c.startedAt()).with("ended_at", c.endedAt());
            }
            case StepState.Reused r -> {
                decided(row, r.decision());
                r.fingerprint().ifPresent(fingerprint -> known(row, fingerprint));
                result(row, r.output());
                r.madeBy().ifPresent(made -> {
                    row.with("made_by", made.runId());
                    cost(row, made.durationMs(), made.usage());
                });
                row.with("ended_at", r.at());
            }
            case StepState.Failed f -> {
                f.fingerprint().ifPresent(fingerprint -> known(row, fingerprint));
                row.with("execution_key", job.executionKey())
                        .with("started_at", f.startedAt().orElse(null))
                        .with("ended_at", f.endedAt());
                failed(row, f.error());
            }
            case StepState.Cancelled c ->
                row.with("execution_key", job.executionKey())
                        .with("started_at", c.startedAt().orElse(null))
                        .with("ended_at", c.endedAt());
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> {}
        }
    }

    private static void decided(Row row, StepDecision decision) {
        row.with("verdict", decision.verdict())
                .with("miss_reason", decision.reason().orElse(null))
                .with("compared_run_id", decision.comparedWith().orElse(null));
    }

    private static void known(Row row, Fingerprint fingerprint) {
        row.with("input_hash", Columnar.bytes(fingerprint.inputHash()))
                .with("skill_version", fingerprint.skillVersion().value());
    }

    private static void result(Row row, StepOutput output) {
        row.with("artifact_ids", Columnar.uuidArray(output.artifacts())).with("output", Columnar.text(output.data()));
    }

    private static void cost(Row row, long durationMs, Usage usage) {
        row.with("duration_ms", durationMs)
                .with("cost_micros", usage.costMicros())
                .with("tokens", usage.tokens());
    }

    private static void failed(Row row, StepError error) {
        row.with("error_code", error.code())
                .with("error_message", error.message())
                .with("error_attempt", error.attempt())
                .with("error_at", error.at())
                .with("error_details", Columnar.problems(error.details()));
    }
}
