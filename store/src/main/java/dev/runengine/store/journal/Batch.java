package dev.runengine.store.journal;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.Prepared;
import dev.runengine.core.run.RunError;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import dev.runengine.core.run.Transition.RunMoved;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.workflow.StepSpec;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.store.journal.Rows.Row;
import dev.runengine.store.rows.Columnar;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the entries of a commit write: the rows of each part of the statement that has some. */
final class Batch {
    private final Rows entries = new Rows();
    private final EnumMap<Part, Rows> parts = new EnumMap<>(Part.class);

    Batch(List<Entry> batch) {
        batch.forEach(this::add);
    }

    /** The statement that writes all of it. */
    String sql() {
        return JournalSql.commit(parts.keySet());
    }

    void bind(PreparedStatement statement) throws SQLException {
        int next = 1;
        statement.setString(next++, entries.json());
        for (var rows : parts.values()) {
            statement.setString(next++, rows.json());
        }
    }

    /** The cache entries that an entry's reused steps stand on, by step number. */
    static Map<Integer, EntryRef> hits(Entry entry) {
        var hits = new LinkedHashMap<Integer, EntryRef>();
        for (var transition : entry.transitions()) {
            if (transition instanceof StepMoved(int step, var _, StepState.Reused reused)) {
                reused.entry().ifPresent(ref -> hits.put(step, ref));
            }
        }
        return hits;
    }

    private Row row(Part part, UUID runId) {
        return parts.computeIfAbsent(part, _ -> new Rows()).row().with("run_id", runId);
    }

    private void add(Entry entry) {
        var run = entry.after();
        var moved = new LinkedHashMap<Integer, StepMoved>();
        for (var transition : entry.transitions()) {
            if (transition instanceof StepMoved(int step, StepState from, StepState to)) {
                // Of several moves in one commit the last is what stands, and the first tells what stood before.
                moved.merge(step, new StepMoved(step, from, to), (one, next) -> new StepMoved(step, one.from(), to));
                failedAttempt(run.runId(), step, from, to);
                input(run.runId(), to, entry.at());
            }
        }
        moved.values().forEach(move -> addStep(run, move, entry.at()));
        var held = hits(entry);
        held.values()
                .forEach(ref ->
                        row(Part.HITS, run.runId()).with("entry_id", ref.id()).with("generation", ref.generation()));
        var flights = entry.flightsTaken();
        flights.forEach(
                (step, key) -> known(row(Part.FLIGHTS, run.runId()), step, key).with("at", entry.at()));
        entry.flightsLanded()
                .forEach(step -> row(Part.LANDED_FLIGHTS, run.runId()).with("step_no", step));
        addRun(entry, held.size(), flights.size());
        row(Part.EVENTS, run.runId()).with("at", entry.at()).with("transitions", Columnar.text(words(entry)));
    }

    /** The flights of an entry, to ask who has them. */
    static Rows flights(Entry entry) {
        var rows = new Rows();
        entry.flightsTaken().forEach((step, key) -> known(rows.row(), step, key).with("tenant_id", key.tenant()));
        return rows;
    }

    private static Row known(Row row, int step, CacheKey key) {
        return row.with("step_no", step)
                .with("workflow_name", key.workflowName())
                .with("step_id", key.stepId())
                .with("input_hash", Columnar.bytes(key.inputHash()))
                .with("skill_version", key.skillVersion().value());
    }

    private void addRun(Entry entry, int hitCount, int flightCount) {
        var run = entry.after();
        var tally = run.tally();
        entries.row()
                .with("run_id", run.runId())
                .with("fence", entry.ownership().fence())
                .with("seq", entry.ownership().seq())
                .with("terminal", entry.terminal())
                .with("cancelled_end", run.phase() instanceof Phase.Ended(Phase.Ended.Outcome.Cancelled _, var _))
                .with("starts_steps", entry.startsSteps())
                .with("hits", hitCount)
                .with("flights", flightCount)
                .with("pending", tally.pending())
                .with("running", tally.running())
                .with("completed", tally.completed())
                .with("skipped", tally.skipped())
                .with("failed", tally.failed())
                .with("cancelled", tally.cancelled());
        if (entry.transitions().stream().anyMatch(Batch::changesStatus)) {
            addStatus(run, entry.at());
        }
    }

    private void addStatus(RunState run, Instant at) {
        Optional<RunError> error = run.phase() instanceof Phase.Ended(Phase.Ended.Outcome.Failed(var why), var _)
                ? Optional.of(why)
                : Optional.empty();
        var row = row(Part.RUNS, run.runId())
                .with("status", run.phase().status().word())
                .with("started_at", run.startedAt().orElse(null))
                .with("completed_at", run.phase() instanceof Phase.Ended(var _, Instant end) ? end : null)
                .with("error_code", error.map(RunError::code).orElse(null))
                .with("error_message", error.map(RunError::message).orElse(null))
                .with("error_at", error.map(RunError::at).orElse(null))
                .with("failed_step_id", error.flatMap(RunError::failedStepId).orElse(null))
                .with("updated_at", at);
        if (run.phase().status() == RunStatus.COMPLETED) {
            SumColumns.write(row, run);
        }
    }

    private static boolean changesStatus(Transition transition) {
        return transition instanceof RunMoved(var from, var to) && from.status() != to.status();
    }

    private void addStep(RunState run, StepMoved move, Instant at) {
        boolean inTrouble = StepColumns.inTrouble(move.from()) || StepColumns.inTrouble(move.to());
        StepColumns.write(
                row(inTrouble ? Part.TROUBLED_STEPS : Part.STEPS, run.runId()).with("step_no", move.step()), move.to());
        if (move.to() instanceof StepState.Completed completed) {
            var spec = run.workflow().step(move.step());
            completed.output().artifacts().forEach(artifact -> addFile(run, spec, artifact, at));
            if (ResultColumns.keeps(run, spec)) {
                ResultColumns.write(row(Part.RESULTS, run.runId()), run, spec, completed);
            }
        }
    }

    private void addFile(RunState run, StepSpec step, Artifact artifact, Instant at) {
        row(Part.FILES, run.runId())
                .with("id", artifact.id())
                .with("step_id", step.id())
                .with("skill_id", step.skill())
                .with("media_type", artifact.mediaType())
                .with("content_hash", Columnar.bytes(artifact.hash()))
                .with("size_bytes", artifact.sizeBytes())
                .with("filename", artifact.filename())
                .with("at", at);
    }

    private void failedAttempt(UUID runId, int step, StepState from, StepState to) {
        if (from instanceof StepState.Executing executing) {
            Optional<StepError> error = switch (to) {
                case StepState.BackingOff b -> Optional.of(b.last());
                case StepState.Failed f -> Optional.of(f.error());
                case StepState.Held held -> Optional.of(held.error());
                case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> Optional.empty();
                case StepState.Executing _, StepState.Done _, StepState.Cancelled _ -> Optional.empty();
                case StepState.Awaiting _ -> Optional.empty();
            };
            error.ifPresent(e -> row(Part.ATTEMPTS, runId)
                    .with("step_no", step)
                    .with("attempt", executing.counters().attempt())
                    .with("error_code", e.code())
                    .with("error_message", e.message())
                    .with("started_at", executing.startedAt())
                    .with("ended_at", e.at())
                    .with("provider_job_id", JobColumns.id(executing.job()).orElse(null)));
        }
    }

    private void input(UUID runId, StepState to, Instant at) {
        Optional<Prepared> resolved = switch (to) {
            case StepState.Executing executing -> Optional.of(executing.prepared());
            case StepState.Awaiting awaiting -> Optional.of(awaiting.prepared());
            case StepState.Reused reused ->
                reused.input().flatMap(input -> reused.fingerprint().map(made -> new Prepared(input, made)));
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> Optional.empty();
            case StepState.BackingOff _, StepState.Held _, StepState.Completed _ -> Optional.empty();
            case StepState.Failed _, StepState.Cancelled _ -> Optional.empty();
        };
        resolved.ifPresent(p -> row(Part.INPUTS, runId)
                .with("input_hash", Columnar.bytes(p.inputHash()))
                .with("input", Columnar.text(p.input()))
                .with("at", at));
    }

    private static Json words(Entry entry) {
        var words = new ArrayList<Json>();
        for (var transition : entry.transitions()) {
            switch (transition) {
                case RunMoved moved
                when changesStatus(moved) ->
                    words.add(Json.object("run", Json.of(moved.to().status().word())));
                case RunMoved _ -> {}
                case StepMoved(int _, var from, StepState to)
                when from.status() == to.status() && from.counters().equals(to.counters()) -> {}
                case StepMoved(int step, var _, StepState to) ->
                    words.add(Json.object(
                            "step",
                            Json.of(entry.after().workflow().step(step).id()),
                            "status",
                            Json.of(to.status().word()),
                            "attempt",
                            Json.of(to.counters().attempt())));
            }
        }
        return new JArray(words);
    }
}
