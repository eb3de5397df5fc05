package dev.runengine.store.journal;

import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.Fingerprint;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepState;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Usage;
import dev.runengine.store.rows.Columnar;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of {@code run_steps} that a commit sets, from the state a step is in now. */
final class StepColumns {
    private final Columns columns = new Columns(
            "uuid",
            "integer",
            "text",
            "text",
            "text",
            "uuid",
            "bytea",
            "text",
            "integer",
            "integer",
            "integer",
            "uuid",
            "text",
            "text",
            "text",
            "text",
            "integer",
            "timestamptz",
            "text",
            "timestamptz",
            "bigint",
            "bigint",
            "timestamptz",
            "timestamptz",
            "bigint",
            "boolean",
            "text",
            "text",
            "timestamptz");

    Columns columns() {
        return columns;
    }

    void add(UUID runId, int stepNo, StepState state) {
        switch (state) {
            case StepState.Executing e ->
                row(
                        runId,
                        stepNo,
                        state,
                        new Row()
                                .decided(e.decision())
                                .known(e.prepared().fingerprint())
                                .key(e.executionKey())
                                .started(e.startedAt())
                                .error(e.last()));
            case StepState.Held(var e, var error) ->
                row(
                        runId,
                        stepNo,
                        state,
                        new Row()
                                .decided(e.decision())
                                .known(e.prepared().fingerprint())
                                .started(e.startedAt())
                                .error(Optional.of(error)));
            case StepState.BackingOff b ->
                row(
                        runId,
                        stepNo,
                        state,
                        new Row()
                                .decided(b.decision())
                                .known(b.prepared().fingerprint())
                                .started(b.startedAt())
                                .next(b.retryAt())
                                .error(Optional.of(b.last())));
            case StepState.Completed c ->
                row(
                        runId,
                        stepNo,
                        state,
                        new Row()
                                .decided(c.decision())
                                .known(c.fingerprint())
                                .result(c.output())
                                .used(c.usage(), c.durationMs())
                                .started(c.startedAt())
                                .ended(c.endedAt()));
            case StepState.Reused r ->
                row(
                        runId,
                        stepNo,
                        state,
                        new Row()
                                .decided(r.decision())
                                .known(r.prepared().map(p -> p.fingerprint()).orElse(null))
                                .result(r.output())
                                .ended(r.at()));
            case StepState.Failed f ->
                row(
                        runId,
                        stepNo,
                        state,
                        new Row()
                                .known(f.fingerprint().orElse(null))
                                .started(f.startedAt().orElse(null))
                                .ended(f.endedAt())
                                .error(Optional.of(f.error())));
            case StepState.Cancelled c ->
                row(
                        runId,
                        stepNo,
                        state,
                        new Row().started(c.startedAt().orElse(null)).ended(c.endedAt()));
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ ->
                row(runId, stepNo, state, new Row());
        }
    }

    private void row(UUID runId, int stepNo, StepState state, Row row) {
        var counters = state.counters();
        var job = JobColumns.of(state);
        columns.add(
                runId,
                stepNo,
                state.status().word(),
                row.decision == null ? null : row.decision.verdict().name(),
                row.decision == null
                        ? null
                        : row.decision.reason().map(Enum::name).orElse(null),
                row.decision == null ? null : row.decision.comparedWith().orElse(null),
                row.fingerprint == null ? null : Columnar.bytes(row.fingerprint.inputHash()),
                row.fingerprint == null ? null : row.fingerprint.skillVersion().value(),
                counters.attempt(),
                counters.failures(),
                counters.lost(),
                row.executionKey == null ? job.executionKey() : row.executionKey,
                row.output == null ? null : Columnar.uuidArray(row.output.artifacts()),
                row.output == null ? null : Columnar.text(row.output.data()),
                row.error == null ? null : row.error.code().name(),
                row.error == null ? null : row.error.message(),
                row.error == null ? null : row.error.attempt(),
                row.error == null ? null : row.error.at(),
                row.error == null ? null : Columnar.problems(row.error.details()),
                row.retryAt,
                row.usage == null ? null : row.usage.costMicros(),
                row.usage == null ? null : row.usage.tokens(),
                row.startedAt,
                row.endedAt,
                row.durationMs,
                job.keeps(),
                job.state(),
                job.id(),
                job.at());
    }

    /** What only some states have; everything not set is null in the row. */
    private static final class Row {
        private @Nullable StepDecision decision;
        private @Nullable Fingerprint fingerprint;
        private @Nullable UUID executionKey;
        private @Nullable StepOutput output;
        private @Nullable StepError error;
        private @Nullable Instant retryAt;
        private @Nullable Usage usage;
        private @Nullable Instant startedAt;
        private @Nullable Instant endedAt;
        private @Nullable Long durationMs;

        Row decided(StepDecision value) {
            decision = value;
            return this;
        }

        Row known(@Nullable Fingerprint value) {
            fingerprint = value;
            return this;
        }

        Row key(UUID value) {
            executionKey = value;
            return this;
        }

        Row result(StepOutput value) {
            output = value;
            return this;
        }

        Row error(Optional<StepError> value) {
            error = value.orElse(null);
            return this;
        }

        Row next(Instant value) {
            retryAt = value;
            return this;
        }

        Row used(Usage value, long ms) {
            usage = value;
            durationMs = ms;
            return this;
        }

        Row started(@Nullable Instant value) {
            startedAt = value;
            return this;
        }

        Row ended(Instant value) {
            endedAt = value;
            return this;
        }
    }
}
