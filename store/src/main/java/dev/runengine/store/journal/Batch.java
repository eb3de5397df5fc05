package dev.runengine.store.journal;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.Prepared;
import dev.runengine.core.run.RunError;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import dev.runengine.core.run.Transition.RunMoved;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.core.skill.Artifact;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.store.rows.Columnar;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the entries of a commit write, as columns for {@link JournalSql#COMMIT}. */
final class Batch {
    private final Columns entries = new Columns(
            "uuid", "bigint", "bigint", "boolean", "boolean", "boolean", "integer", "integer", "integer", "integer",
            "integer", "integer", "integer");
    private final Columns hits = new Columns("uuid", "bigint", "integer");
    private final Columns runs = new Columns(
            "uuid", "text", "timestamptz", "timestamptz", "text", "text", "timestamptz", "text", "timestamptz");
    private final StepColumns steps = new StepColumns();
    private final Columns inputs = new Columns("uuid", "bytea", "text", "timestamptz");
    private final Columns attempts =
            new Columns("uuid", "integer", "integer", "text", "text", "timestamptz", "timestamptz", "text");
    private final Columns artifacts =
            new Columns("uuid", "uuid", "text", "text", "text", "bytea", "bigint", "text", "timestamptz");
    private final Columns blobs = new Columns("uuid", "bytea", "bigint", "timestamptz");
    private final ResultColumns results = new ResultColumns();
    private final Columns events = new Columns("uuid", "timestamptz", "text");

    Batch(List<Entry> batch) {
        batch.forEach(this::add);
    }

    void bind(PreparedStatement statement) throws SQLException {
        int next = 1;
        for (var columns : List.of(
                entries, hits, runs, steps.columns(), inputs, attempts, artifacts, blobs, results.columns(), events)) {
            next = columns.bind(statement, next);
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

    private void add(Entry entry) {
        var run = entry.after();
        var moved = new LinkedHashMap<Integer, StepState>();
        for (var transition : entry.transitions()) {
            if (transition instanceof StepMoved(int step, StepState from, StepState to)) {
                moved.put(step, to); // of several moves in one commit the last is what stands
                failedAttempt(run.runId(), step, from, to);
                input(run.runId(), to, entry.at());
            }
        }
        moved.forEach((step, state) -> addStep(run, step, state, entry.at()));
        var held = hits(entry);
        held.values().forEach(ref -> hits.add(run.runId(), ref.id(), ref.generation()));
        addRun(entry, held.size());
        events.add(run.runId(), entry.at(), Columnar.text(words(entry)));
    }

    private void addRun(Entry entry, int hitCount) {
        var run = entry.after();
        var tally = run.tally();
        boolean cancelledEnd = run.phase() instanceof Phase.Ended(Phase.Ended.Outcome.Cancelled _, var _);
        entries.add(
                run.runId(),
                entry.ownership().fence(),
                entry.ownership().seq(),
                entry.terminal(),
                cancelledEnd,
                entry.startsSteps(),
                hitCount,
                tally.pending(),
                tally.running(),
                tally.completed(),
                tally.skipped(),
                tally.failed(),
                tally.cancelled());
        if (entry.transitions().stream().anyMatch(Batch::changesStatus)) {
            addStatus(run, entry.at());
        }
    }

    private void addStatus(RunState run, Instant at) {
        Optional<RunError> error = run.phase() instanceof Phase.Ended(Phase.Ended.Outcome.Failed(var why), var _)
                ? Optional.of(why)
                : Optional.empty();
        runs.add(
                run.runId(),
                run.phase().status().word(),
                run.startedAt().orElse(null),
                run.phase() instanceof Phase.Ended(var _, Instant end) ? end : null,
                error.map(e -> e.code().name()).orElse(null),
                error.map(RunError::message).orElse(null),
                error.map(RunError::at).orElse(null),
                error.flatMap(RunError::failedStepId).orElse(null),
                at);
    }

    private static boolean changesStatus(Transition transition) {
        return transition instanceof RunMoved(var from, var to) && from.status() != to.status();
    }

    private void addStep(RunState run, int step, StepState state, Instant at) {
        steps.add(run.runId(), step, state);
        if (state instanceof StepState.Completed completed) {
            var spec = run.workflow().step(step);
            for (Artifact artifact : completed.output().artifacts()) {
                var hash = Columnar.bytes(artifact.hash());
                artifacts.add(
                        run.runId(),
                        artifact.id(),
                        spec.id(),
                        spec.skill(),
                        artifact.mediaType(),
                        hash,
                        artifact.sizeBytes(),
                        artifact.filename(),
                        at);
                blobs.add(run.runId(), hash, artifact.sizeBytes(), at);
            }
            results.add(run, spec, completed);
        }
    }

    private void failedAttempt(UUID runId, int step, StepState from, StepState to) {
        if (from instanceof StepState.Executing executing) {
            Optional<StepError> error = switch (to) {
                case StepState.BackingOff b -> Optional.of(b.last());
                case StepState.Failed f -> Optional.of(f.error());
                case StepState.Held held -> Optional.of(held.error());
                case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> Optional.empty();
                case StepState.Executing _, StepState.Done _, StepState.Cancelled _ -> Optional.empty();
            };
            error.ifPresent(e -> attempts.add(
                    runId,
                    step,
                    executing.counters().attempt(),
                    e.code().name(),
                    e.message(),
                    executing.startedAt(),
                    e.at(),
                    JobColumns.id(executing.job()).orElse(null)));
        }
    }

    private void input(UUID runId, StepState to, Instant at) {
        Optional<Prepared> prepared = switch (to) {
            case StepState.Executing executing -> Optional.of(executing.prepared());
            case StepState.Reused reused -> reused.prepared();
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> Optional.empty();
            case StepState.BackingOff _, StepState.Held _, StepState.Completed _ -> Optional.empty();
            case StepState.Failed _, StepState.Cancelled _ -> Optional.empty();
        };
        prepared.ifPresent(p -> inputs.add(runId, Columnar.bytes(p.inputHash()), Columnar.text(p.input()), at));
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
