package dev.runengine.runtime.events;

import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.Candidates;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.run.Transition;
import dev.runengine.core.run.Transition.RunMoved;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.runtime.port.EngineListener;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One line an event, as text and as fields. Inputs and outputs never stand in it. */
public final class LifecycleLog implements EngineListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.runengine.lifecycle");

    private final String hotTier;

    /** @param hotTier what people call it, such as {@code memory} or {@code Redis} */
    public LifecycleLog(String hotTier) {
        this.hotTier = hotTier;
    }

    @Override
    public void committed(RunState run, Transition transition, Instant at) {
        switch (transition) {
            case RunMoved(Phase.Queued from, Phase.Running to) ->
                event(run)
                        .addKeyValue("status", "running")
                        .log(
                                "[RunEngine] Run started: runId={}, workflow={}",
                                run.runId(),
                                run.workflow().spec().name());
            case RunMoved(var _, Phase.Ended(var outcome, var end)) -> ended(run, outcome, end);
            case RunMoved _ -> {}
            case StepMoved(int step, var from, var to) -> moved(run, step, from, to);
        }
    }

    private static void ended(RunState run, Phase.Ended.Outcome outcome, Instant end) {
        long total = Duration.between(run.startedAt().orElse(end), end).toMillis();
        var event =
                event(run).addKeyValue("status", run.phase().status().word()).addKeyValue("durationMs", total);
        switch (outcome) {
            case Phase.Ended.Outcome.Completed _ ->
                event.log("[RunEngine] Run completed: runId={}, totalDurationMs={}", run.runId(), total);
            case Phase.Ended.Outcome.Cancelled _ ->
                event.log("[RunEngine] Run cancelled: runId={}, totalDurationMs={}", run.runId(), total);
            case Phase.Ended.Outcome.Failed(var error) ->
                event.addKeyValue("error", error.code().name())
                        .log(
                                "[RunEngine] Run failed: runId={}, failedStep={}, error={}",
                                run.runId(),
                                error.failedStepId().orElse("-"),
                                error.code());
        }
    }

    private void moved(RunState run, int step, StepState from, StepState to) {
        var id = run.workflow().step(step).id();
        var event = event(run)
                .addKeyValue("stepId", id)
                .addKeyValue("status", to.status().word())
                .addKeyValue("attempt", to.counters().attempt());
        switch (to) {
            case StepState.Executing _ when isSameAttempt(from, to) -> {}
            case StepState.Executing executing -> {
                if (executing.decision().verdict() == Verdict.MISS && from.status() == StepStatus.PENDING) {
                    var key = Candidates.key(run, step, executing.prepared().fingerprint());
                    event(run).addKeyValue("cacheKey", key.text()).log("[RunEngine] Cache miss: {}", key.text());
                }
                event.log("[RunEngine] Step started: runId={}, stepId={}", run.runId(), id);
            }
            case StepState.Completed done ->
                event.addKeyValue("durationMs", done.durationMs())
                        .log(
                                "[RunEngine] Step completed: runId={}, stepId={}, durationMs={}",
                                run.runId(),
                                id,
                                done.durationMs());
            case StepState.Reused reused -> {
                hit(run, step, reused);
                event.log("[RunEngine] Step skipped (cache hit): runId={}, stepId={}", run.runId(), id);
            }
            case StepState.Awaiting awaiting ->
                event.addKeyValue("awaitedRun", awaiting.leader().runId())
                        .log(
                                "[RunEngine] Step waits for the same work of another run: runId={}, stepId={}, awaited={}",
                                run.runId(),
                                id,
                                awaiting.leader().runId());
            case StepState.BackingOff b -> failed(run, id, event, b.last());
            case StepState.Held held -> failed(run, id, event, held.error());
            case StepState.Failed f -> {
                if (!(from instanceof StepState.BackingOff
                        || from instanceof StepState.Held)) { // its last attempt was told when it failed
                    failed(run, id, event, f.error());
                }
            }
            case StepState.Cancelled _ -> event.log("[RunEngine] Step cancelled: runId={}, stepId={}", run.runId(), id);
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> {}
        }
    }

    /** It only noted something of its remote job. */
    private static boolean isSameAttempt(StepState from, StepState to) {
        return from instanceof StepState.Executing
                && from.counters().attempt() == to.counters().attempt();
    }

    private static void failed(RunState run, String id, LoggingEventBuilder event, StepError error) {
        event.addKeyValue("error", error.code().name())
                .log(
                        "[RunEngine] Step failed: runId={}, stepId={}, error={}, attempt={}",
                        run.runId(),
                        id,
                        error.code(),
                        error.attempt());
    }

    private void hit(RunState run, int step, StepState.Reused reused) {
        if (reused.entry().isEmpty() || reused.fingerprint().isEmpty()) {
            return;
        }
        var key = Candidates.key(run, step, reused.fingerprint().get()).text();
        var tier = switch (reused.decision().verdict()) {
            case HIT_HOT -> hotTier;
            case HIT_IN_FLIGHT -> "in flight";
            case HIT_COLD, BASE_RUN, MISS, BYPASSED, DISABLED, LOOKUP_ERROR -> "DB";
        };
        event(run).addKeyValue("cacheKey", key).log("[RunEngine] Cache hit ({}): {}", tier, key);
    }

    private static LoggingEventBuilder event(RunState run) {
        return LOG.atInfo()
                .addKeyValue("runId", run.runId())
                .addKeyValue("tenantId", run.tenant())
                .addKeyValue("workflow", run.workflow().spec().name());
    }
}
