package dev.runengine.runtime.memory;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.run.Counters;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunError;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.Settlement;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.runtime.port.HeldSettlement;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.QueueBoard;
import dev.runengine.runtime.port.RunStore.CancelAnswer;
import dev.runengine.runtime.port.RunStore.PauseAnswer;
import dev.runengine.runtime.port.RunStore.RecordedRun;
import dev.runengine.runtime.port.RunStore.RetryAnswer;
import dev.runengine.runtime.port.RunStore.SettleAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of the {@link InMemoryStore}, guarded by it. */
final class MemoryRun {
    private final NewRun asked;
    final List<StepState> steps = new ArrayList<>();
    private final Map<Integer, JobRecord> jobsOfEnded = new HashMap<>();
    private final Map<Integer, Settlement> settlements = new HashMap<>();
    private final Map<Integer, Json> inputs = new HashMap<>();
    RunStatus status = RunStatus.QUEUED;
    long fence;
    long seq;

    @Nullable
    UUID owner;

    boolean handedOver;
    int breaks;
    Instant claimableAt;
    Instant updatedAt;

    @Nullable
    Instant cancelRequestedAt;

    @Nullable
    Instant pausedAt;

    private Duration pausedFor = Duration.ZERO;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant completedAt;

    @Nullable
    RunError error;

    MemoryRun(NewRun asked) {
        this.asked = asked;
        this.claimableAt = asked.notBefore().orElse(asked.createdAt());
        this.updatedAt = asked.createdAt();
        for (int step = 0; step < asked.workflow().size(); step++) {
            steps.add(new StepState.Waiting(Counters.ZERO, 0));
        }
    }

    NewRun asked() {
        return asked;
    }

    RecordedRun recorded() {
        return new RecordedRun(
                asked.runId(),
                asked.tenant(),
                asked.workflow().name(),
                asked.workflow().version(),
                asked.trigger(),
                asked.cache(),
                asked.base(),
                status,
                Optional.ofNullable(startedAt),
                steps,
                pausedFor,
                cancelRequestedAt != null);
    }

    Map<String, BaseStep> finished() {
        var finished = new HashMap<String, BaseStep>();
        for (int step = 0; step < steps.size(); step++) {
            var id = asked.workflow().step(step).id();
            if (steps.get(step) instanceof StepState.Done done) {
                finished.put(id, done.asBase(asked.runId()));
            }
        }
        return finished;
    }

    /** Whether a remote job may be there for this step. */
    boolean hasJob(int step) {
        return withJob(steps.get(step)).isPresent();
    }

    boolean claimable(Instant now) {
        return !status.over() && owner == null && pausedAt == null && !claimableAt.isAfter(now);
    }

    QueueBoard.State queueState(Instant now) {
        return switch (status) {
            case COMPLETED -> QueueBoard.State.COMPLETED;
            case FAILED -> QueueBoard.State.FAILED;
            case CANCELLED -> QueueBoard.State.CANCELLED;
            case QUEUED, RUNNING -> openState(now);
        };
    }

    private QueueBoard.State openState(Instant now) {
        if (owner != null) {
            return QueueBoard.State.ACTIVE;
        }
        if (pausedAt != null) {
            return QueueBoard.State.PAUSED;
        }
        return claimableAt.isAfter(now) ? QueueBoard.State.DELAYED : QueueBoard.State.WAITING;
    }

    void claim(UUID worker) {
        owner = worker;
        fence++;
        seq++;
        handedOver = false;
    }

    void release(Instant from) {
        owner = null;
        handedOver = true;
        seq++;
        claimableAt = from;
    }

    void giveUp(RunError why) {
        owner = null;
        seq++;
        status = RunStatus.FAILED;
        completedAt = why.at();
        updatedAt = why.at();
        error = why;
        settlements.clear();
        steps.replaceAll(step -> step.status() == StepStatus.RUNNING ? failed(step, why) : step);
    }

    private static StepState failed(StepState step, RunError why) {
        var error = new StepError(why.code(), why.message(), step.counters().attempt(), why.at(), List.of());
        return new StepState.Failed(
                step.counters(), Optional.empty(), error, Optional.empty(), why.at(), withJob(step));
    }

    /** A job that may still be there outlives the run's failure: a retry goes on with it. */
    private static Optional<StepState.Executing> withJob(StepState step) {
        return switch (step) {
            case StepState.Executing executing ->
                Optional.of(executing).filter(e -> e.job().isPresent());
            case StepState.Held held -> Optional.of(held.execution());
            case StepState.BackingOff backingOff -> backingOff.resumable();
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> Optional.empty();
            case StepState.Awaiting _ -> Optional.empty();
            case StepState.Done _, StepState.Failed _, StepState.Cancelled _ -> Optional.empty();
        };
    }

    void apply(Entry entry, MemoryInputs known) {
        seq++;
        var after = entry.after();
        status = after.phase().status();
        startedAt = after.startedAt().orElse(null);
        updatedAt = entry.at();
        for (var transition : entry.transitions()) {
            if (transition instanceof StepMoved(int step, StepState from, StepState to)) {
                steps.set(step, to);
                keepJob(step, from, to);
                known.of(asked.tenant(), to).ifPresent(input -> inputs.put(step, input));
                settlements.remove(step);
            }
        }
        if (after.phase() instanceof Phase.Ended(var outcome, Instant end)) {
            owner = null;
            pausedAt = null;
            completedAt = end;
            error = outcome instanceof Phase.Ended.Outcome.Failed(var why) ? why : null;
        }
    }

    /** Of a step that is over, the job it had stays to be seen. */
    private void keepJob(int step, StepState from, StepState to) {
        boolean over = to instanceof StepState.Completed || to instanceof StepState.Cancelled;
        if (over && from instanceof StepState.Executing executing) {
            executing.job().ifPresent(job -> jobsOfEnded.put(step, job));
        } else {
            jobsOfEnded.remove(step);
        }
    }

    Optional<Json> input(int step) {
        return Optional.ofNullable(inputs.get(step));
    }

    Optional<JobRecord> jobOfEnded(int step) {
        return Optional.ofNullable(jobsOfEnded.get(step));
    }

    CancelAnswer requestCancel(Instant at) {
        if (status == RunStatus.CANCELLED) {
            return CancelAnswer.ALREADY_CANCELLED;
        }
        if (status.over()) {
            return CancelAnswer.ALREADY_OVER;
        }
        if (cancelRequestedAt == null) {
            cancelRequestedAt = at;
        }
        pausedAt = null;
        if (owner != null || fence > 0) {
            return CancelAnswer.REQUESTED;
        }
        seq++;
        status = RunStatus.CANCELLED;
        completedAt = at;
        steps.replaceAll(step -> new StepState.Cancelled(step.counters(), Optional.empty(), at, Optional.empty()));
        return CancelAnswer.CANCELLED;
    }

    PauseAnswer pause(Instant at) {
        if (status.over() || cancelRequestedAt != null) {
            return PauseAnswer.ALREADY_OVER;
        }
        if (pausedAt == null) {
            pausedAt = at;
        }
        return PauseAnswer.DONE;
    }

    PauseAnswer resume(Instant at) {
        if (status.over() || cancelRequestedAt != null) {
            return PauseAnswer.ALREADY_OVER;
        }
        if (pausedAt != null && startedAt != null) {
            var from = pausedAt.isAfter(startedAt) ? pausedAt : startedAt;
            pausedFor = pausedFor.plus(Duration.between(from, at));
        }
        pausedAt = null;
        return PauseAnswer.DONE;
    }

    RetryAnswer retry(Instant at) {
        if (status != RunStatus.FAILED) {
            return RetryAnswer.NOT_FAILED;
        }
        seq++;
        status = RunStatus.QUEUED;
        startedAt = null;
        pausedFor = Duration.ZERO;
        completedAt = null;
        error = null;
        cancelRequestedAt = null;
        handedOver = true;
        breaks = 0;
        claimableAt = at;
        steps.replaceAll(MemoryRun::again);
        return RetryAnswer.QUEUED;
    }

    private static StepState again(StepState step) {
        return switch (step) {
            case StepState.Done done -> done;
            case StepState.Failed failed -> again(failed, failed.resumable());
            case StepState.Cancelled cancelled -> again(cancelled, cancelled.resumable());
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> afresh(step);
            case StepState.Executing _, StepState.BackingOff _, StepState.Held _ -> afresh(step);
            case StepState.Awaiting _ -> afresh(step);
        };
    }

    private static StepState again(StepState ended, Optional<StepState.Executing> resumable) {
        return resumable.<StepState>map(StepState.Executing::forgiven).orElseGet(() -> afresh(ended));
    }

    private static StepState afresh(StepState step) {
        return new StepState.Waiting(step.counters().forgiven(), 0);
    }

    SettleAnswer settle(String stepId, Settlement settlement) {
        for (int step = 0; step < steps.size(); step++) {
            if (asked.workflow().step(step).id().equals(stepId)) {
                return settle(step, settlement);
            }
        }
        return SettleAnswer.STEP_NOT_FOUND;
    }

    private SettleAnswer settle(int step, Settlement settlement) {
        if (steps.get(step) instanceof StepState.Held) {
            settlements.putIfAbsent(step, settlement);
            return SettleAnswer.RECORDED;
        }
        return SettleAnswer.NOT_HELD;
    }

    List<HeldSettlement> settlements() {
        return settlements.entrySet().stream()
                .map(settled -> new HeldSettlement(
                        asked.runId(),
                        settled.getKey(),
                        steps.get(settled.getKey()).counters().attempt(),
                        settled.getValue()))
                .toList();
    }
}
