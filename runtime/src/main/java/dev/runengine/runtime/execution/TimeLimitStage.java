package dev.runengine.runtime.execution;

import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.SkillRunner;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends an execution whose time is up, or that was told to stop: by interruption first, and by abandoning it when that
 * does not help within the grace. What an abandoned execution still returns is dropped.
 */
record TimeLimitStage(SkillRunner skills, Host host, Duration grace, RemoteJobs remoteJobs, Stage next)
        implements Stage {
    private static final Logger LOG = LoggerFactory.getLogger(TimeLimitStage.class);

    @Override
    public StepOutcome run(StepTask task) throws InterruptedException {
        var skill = skills.find(task.skillId());
        return skill.isPresent()
                ? runWithin(skill.get(), task)
                : new StepOutcome.Failed(new SkillFailure.Broken(
                        "no skill " + task.skillId() + " on this worker; install its pack, or stop this worker"));
    }

    private StepOutcome runWithin(SkillDescriptor skill, StepTask task) throws InterruptedException {
        var limit = task.limit(skill);
        var outcome = new CompletableFuture<StepOutcome>();
        var timeUp = new CompletableFuture<StepOutcome>();
        var pulse = skill.heartbeatLimit()
                .map(silence -> new Pulse(
                        task.supervisor(), host.timer(), silence, () -> timeUp.complete(hung(task, silence))));
        var watched = pulse.map(task::with).orElse(task);
        var execution = host.threads().start("step-" + task.stepId(), () -> complete(outcome, watched));
        var alarm = host.timer().at(host.now().plus(limit), () -> timeUp.complete(timedOut(task, limit)));
        pulse.ifPresent(Pulse::start);
        try {
            var first = (StepOutcome) CompletableFuture.anyOf(outcome, timeUp).get();
            if (timeUp.isDone() && !outcome.isDone()) {
                stop(execution, outcome, task);
                remoteJobs.cancel(task);
            }
            return first;
        } catch (InterruptedException e) {
            stop(execution, outcome, task);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            alarm.cancel();
            pulse.ifPresent(Pulse::stop);
        }
    }

    private void complete(CompletableFuture<StepOutcome> outcome, StepTask task) {
        try {
            outcome.complete(next.run(task));
        } catch (InterruptedException e) {
            outcome.complete(new StepOutcome.Stopped());
        } catch (Throwable e) { // a native library that does not load is an Error, and must not hang the step
            outcome.completeExceptionally(e);
        }
    }

    private void stop(Thread execution, CompletableFuture<StepOutcome> outcome, StepTask task) {
        execution.interrupt();
        var abandoned = new CompletableFuture<StepOutcome>();
        var alarm = host.timer().at(host.now().plus(grace), () -> abandoned.complete(new StepOutcome.Stopped()));
        CompletableFuture.anyOf(outcome, abandoned)
                .exceptionally(_ -> new StepOutcome.Stopped())
                .join();
        alarm.cancel();
        if (!outcome.isDone()) {
            LOG.warn(
                    "[RunEngine] Execution abandoned: runId={}, stepId={}, skill={} did not stop within {}",
                    task.runId(),
                    task.stepId(),
                    task.skillId(),
                    grace);
        }
    }

    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private static StepOutcome timedOut(StepTask task, Duration limit) {
        return new StepOutcome.Failed(new SkillFailure.TimedOut(
                task.skillId() + " took longer than its time limit of " + seconds(limit) + " s", limit));
    }

    private static StepOutcome hung(StepTask task, Duration silence) {
        return new StepOutcome.Failed(new SkillFailure.TimedOut(
                task.skillId() + " gave no sign of life for " + silence.toSeconds() + " s, so it counts as hung",
                silence));
    }
}
