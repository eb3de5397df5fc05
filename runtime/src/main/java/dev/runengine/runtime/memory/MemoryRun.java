package dev.runengine.runtime.memory;

import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.run.Counters;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunError;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.QueueBoard;
import dev.runengine.runtime.port.RunStore.CancelAnswer;
import dev.runengine.runtime.port.RunStore.PauseAnswer;
import dev.runengine.runtime.port.RunStore.RecordedRun;
import dev.runengine.runtime.port.RunStore.RetryAnswer;
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
            switch (steps.get(step)) {
                case StepState.Completed done ->
                    finished.put(
                            id,
                            new BaseStep(
                                    done.output(),
                                    Optional.of(done.fingerprint().inputHash()),
                                    Optional.of(done.fingerprint().skillVersion())));
                case StepState.Reused reused ->
                    finished.put(
                            id,
                            new BaseStep(
                                    reused.output(),
                                    reused.prepared().map(p -> p.inputHash()),
                                    reused.prepared().map(p -> p.skillVersion())));
                case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> {}
                case StepState.Executing _, StepState.BackingOff _ -> {}
                case StepState.Failed _, StepState.Cancelled _ -> {}
            }
        }
        return finished;
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
        steps.replaceAll(step -> step.status() == StepStatus.RUNNING ? failed(step, why) : step);
    }

    private static StepState failed(StepState step, RunError why) {
        var error = new StepError(why.code(), why.message(), step.counters().attempt(), why.at(), List.of());
        return new StepState.Failed(step.counters(), Optional.empty(), error, Optional.empty(), why.at());
    }

    void apply(Entry entry) {
        seq++;
        var after = entry.after();
        status = after.phase().status();
        startedAt = after.startedAt().orElse(null);
        updatedAt = entry.at();
        for (var transition : entry.transitions()) {
            if (transition instanceof StepMoved(int step, var _, StepState to)) {
                steps.set(step, to);
            }
        }
        if (after.phase() instanceof Phase.Ended(var outcome, Instant end)) {
            owner = null;
            pausedAt = null;
            completedAt = end;
            error = outcome instanceof Phase.Ended.Outcome.Failed(var why) ? why : null;
        }
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
        steps.replaceAll(step -> new StepState.Cancelled(step.counters(), Optional.empty(), at));
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
        steps.replaceAll(step -> step instanceof StepState.Done
                ? step
                : new StepState.Waiting(step.counters().forgiven(), 0));
        return RetryAnswer.QUEUED;
    }
}
