package dev.runengine.runtime.execution;

import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.SkillRunner;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells remote jobs that nobody waits for any more to stop. What does not work within the limit is only logged. */
record RemoteJobs(SkillRunner skills, Host host, Duration limit) {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteJobs.class);

    void cancel(StepTask task) {
        var job = task.supervisor().jobs().job();
        if (job.isEmpty()) {
            return;
        }
        var over = new CompletableFuture<Boolean>();
        var thread = host.threads().start("cancel-" + task.stepId(), () -> over.complete(cancelled(task)));
        var alarm = host.timer().at(host.now().plus(limit), () -> over.complete(false));
        if (!over.join()) {
            thread.interrupt();
            LOG.warn(
                    "[RunEngine] Remote job not cancelled: runId={}, stepId={}, job={}",
                    task.runId(),
                    task.stepId(),
                    job.get());
        }
        alarm.cancel();
    }

    private boolean cancelled(StepTask task) {
        try {
            skills.cancelJob(task.request(host.now().plus(limit)));
            return true;
        } catch (InterruptedException e) {
            return false;
        } catch (RuntimeException e) {
            LOG.warn("[RunEngine] Cancelling broke: runId={}, stepId={}", task.runId(), task.stepId(), e);
            return false;
        }
    }
}
