package dev.runengine.runtime.memory;

import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.Fingerprint;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Submission;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.runtime.port.ArtifactRecord;
import dev.runengine.runtime.port.JobStanding;
import dev.runengine.runtime.port.NewRun.BaseOf;
import dev.runengine.runtime.port.NewRun.Change;
import dev.runengine.runtime.port.RunQueries.StepDetail;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.RunWait;
import dev.runengine.runtime.port.StepRecord;
import dev.runengine.runtime.port.TriggerType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is shown of the runs in memory. */
final class MemoryViews {
    private MemoryViews() {}

    static RunRecord run(MemoryRun run, Optional<RunWait> waitingFor, boolean payload) {
        var asked = run.asked();
        return new RunRecord(
                asked.runId(),
                asked.tenant(),
                asked.workflow().name(),
                asked.workflow().version(),
                asked.base().isPresent() ? TriggerType.UPDATE : TriggerType.INITIAL,
                payload ? Optional.of(asked.trigger()) : Optional.empty(),
                run.status,
                waitingFor,
                asked.base().map(BaseOf::runId),
                asked.base().flatMap(BaseOf::change).map(Change::type),
                Optional.ofNullable(run.error),
                RunState.tally(run.steps),
                asked.tags(),
                Optional.ofNullable(run.pausedAt),
                Optional.ofNullable(run.cancelRequestedAt),
                Optional.ofNullable(run.startedAt),
                Optional.ofNullable(run.completedAt),
                asked.createdAt(),
                run.updatedAt);
    }

    static StepRecord step(MemoryRun run, int step) {
        var spec = run.asked().workflow().step(step);
        var state = run.steps.get(step);
        var facts = Facts.of(state);
        return new StepRecord(
                run.asked().runId(),
                step,
                spec.id(),
                spec.skill(),
                state.status(),
                state.counters(),
                facts.fingerprint.map(Fingerprint::inputHash),
                facts.decision,
                facts.output.map(StepOutput::artifacts).orElse(List.of()).stream()
                        .map(Artifact::id)
                        .toList(),
                facts.error,
                facts.nextAttemptAt,
                job(state).or(() -> run.jobOfEnded(step).map(job -> JobStanding.of(job, false))),
                state instanceof StepState.Awaiting awaiting
                        ? Optional.of(awaiting.leader().runId())
                        : Optional.empty(),
                facts.startedAt,
                facts.endedAt,
                madeBy(run, step));
    }

    static Optional<Execution> madeBy(MemoryRun run, int step) {
        return run.steps.get(step) instanceof StepState.Done done
                ? done.madeBy(run.asked().runId())
                : Optional.empty();
    }

    private static Optional<StepState.Executing> execution(StepState state) {
        return switch (state) {
            case StepState.Executing executing -> Optional.of(executing);
            case StepState.Held(var execution, var _) -> Optional.of(execution);
            case StepState.Failed failed -> failed.resumable();
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> Optional.empty();
            case StepState.Cancelled cancelled -> cancelled.resumable();
            case StepState.BackingOff _, StepState.Awaiting _, StepState.Done _ -> Optional.empty();
        };
    }

    private static Optional<JobStanding> job(StepState state) {
        var job = state instanceof StepState.BackingOff waiting
                ? waiting.submission().map(Submission::job)
                : execution(state).flatMap(StepState.Executing::job);
        return job.map(record -> JobStanding.of(record, state instanceof StepState.Held));
    }

    static StepDetail detail(MemoryRun run, int step) {
        return new StepDetail(
                step(run, step),
                run.input(step),
                Facts.of(run.steps.get(step)).output.map(StepOutput::data));
    }

    static Optional<Fingerprint> fingerprint(StepState state) {
        return Facts.of(state).fingerprint;
    }

    static Optional<StepDecision> decision(StepState state) {
        return Facts.of(state).decision;
    }

    static List<ArtifactRecord> artifacts(MemoryRun run, int step) {
        var facts = Facts.of(run.steps.get(step));
        return facts.output.map(StepOutput::artifacts).orElse(List.of()).stream()
                .map(artifact -> new ArtifactRecord(
                        artifact,
                        Optional.of(run.asked().runId()),
                        Optional.of(run.asked().workflow().step(step).id()),
                        facts.endedAt.orElse(run.updatedAt)))
                .toList();
    }

    /** What some states know and others do not. */
    private record Facts(
            Optional<Fingerprint> fingerprint,
            Optional<StepDecision> decision,
            Optional<StepOutput> output,
            Optional<StepError> error,
            Optional<Instant> nextAttemptAt,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt) {

        static Facts of(StepState state) {
            return switch (state) {
                case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ ->
                    new Facts(none(), none(), none(), none(), none(), none(), none());
                case StepState.Executing e ->
                    new Facts(
                            Optional.of(e.prepared().fingerprint()),
                            Optional.of(e.decision()),
                            none(),
                            e.last(),
                            none(),
                            Optional.of(e.startedAt()),
                            none());
                case StepState.Held(var e, var error) ->
                    new Facts(
                            Optional.of(e.prepared().fingerprint()),
                            Optional.of(e.decision()),
                            none(),
                            Optional.of(error),
                            none(),
                            Optional.of(e.startedAt()),
                            none());
                case StepState.Awaiting a ->
                    new Facts(
                            Optional.of(a.prepared().fingerprint()),
                            Optional.of(a.decision()),
                            none(),
                            a.last(),
                            none(),
                            Optional.of(a.since()),
                            none());
                case StepState.BackingOff b ->
                    new Facts(
                            Optional.of(b.prepared().fingerprint()),
                            Optional.of(b.decision()),
                            none(),
                            Optional.of(b.last()),
                            Optional.of(b.retryAt()),
                            Optional.of(b.startedAt()),
                            none());
                case StepState.Completed c ->
                    new Facts(
                            Optional.of(c.fingerprint()),
                            Optional.of(c.decision()),
                            Optional.of(c.output()),
                            none(),
                            none(),
                            Optional.of(c.startedAt()),
                            Optional.of(c.endedAt()));
                case StepState.Reused r ->
                    new Facts(
                            r.fingerprint(),
                            Optional.of(r.decision()),
                            Optional.of(r.output()),
                            none(),
                            none(),
                            none(),
                            Optional.of(r.at()));
                case StepState.Failed f ->
                    new Facts(
                            f.fingerprint(),
                            none(),
                            none(),
                            Optional.of(f.error()),
                            none(),
                            f.startedAt(),
                            Optional.of(f.endedAt()));
                case StepState.Cancelled c ->
                    new Facts(none(), none(), none(), none(), none(), c.startedAt(), Optional.of(c.endedAt()));
            };
        }

        private static <T> Optional<T> none() {
            return Optional.empty();
        }
    }
}
