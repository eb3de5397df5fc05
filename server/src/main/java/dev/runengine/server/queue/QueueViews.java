package dev.runengine.server.queue;

import dev.runengine.client.wire.QueueJobView;
import dev.runengine.client.wire.QueueView;
import dev.runengine.runtime.port.QueueBoard.Job;
import dev.runengine.runtime.port.RunQueries.QueueCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Queues as the API shows them. */
public final class QueueViews {
    public static final String RUNS = "RUN_ORCHESTRATION";

    private QueueViews() {}

    public static QueueView runs(QueueCounts counts, Optional<Instant> pausedAt, Instant now) {
        return new QueueView(
                RUNS,
                counts.waiting(),
                counts.active(),
                counts.delayed(),
                counts.paused(),
                counts.completed(),
                counts.failed(),
                counts.cancelled(),
                counts.oldestWaiting()
                        .map(since -> Math.max(0, Duration.between(since, now).toMillis())),
                counts.workers(),
                pausedAt);
    }

    static QueueJobView job(Job job) {
        return new QueueJobView(
                job.runId(),
                job.workflowName(),
                job.state().word(),
                job.priority(),
                job.availableAt(),
                job.createdAt());
    }
}
