package dev.runengine.app.crash;

import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.Supervisor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A job at the test's provider: submitted once, found again by whoever goes on with the execution. */
record RemoteJob(Harness harness, Work work, UUID executionKey, Supervisor supervisor) {
    /** What a killed process has sent arrives within this time; until then "there is none" means nothing. */
    private static final Duration UNDER_WAY = Duration.ofMillis(400);

    private static final int POLLS = 2;

    /** @return false when nobody knows whether there is a job */
    boolean isDone() throws InterruptedException {
        var job = job();
        if (job.isEmpty()) {
            return false;
        }
        do {
            supervisor.pause(Duration.ofMillis(work.ms() / POLLS));
        } while (!harness.isDone(job.get()));
        return true;
    }

    private Optional<String> job() throws InterruptedException {
        var record = supervisor.jobs().job();
        if (record.isEmpty()) {
            return Optional.of(submitted());
        }
        return switch (record.get()) {
            case JobRecord.Submitted(var id, var _) -> Optional.of(id);
            case JobRecord.Submitting(var since) -> found(since);
        };
    }

    private String submitted() throws InterruptedException {
        supervisor.jobs().submitting();
        var job = harness.submit(work, executionKey);
        supervisor.jobs().submitted(job);
        return job;
    }

    private Optional<String> found(Instant since) throws InterruptedException {
        if (!harness.hasLookUp()) {
            return Optional.empty();
        }
        var left = Duration.between(Instant.now(), since.plus(UNDER_WAY));
        if (left.isPositive()) {
            supervisor.pause(left);
        }
        var job = harness.find(executionKey);
        if (job.isEmpty()) {
            return Optional.of(submitted());
        }
        supervisor.jobs().submitted(job.get());
        return job;
    }
}
