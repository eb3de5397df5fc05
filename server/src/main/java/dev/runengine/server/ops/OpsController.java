package dev.runengine.server.ops;

import dev.runengine.client.wire.QueueHealth;
import dev.runengine.client.wire.QueueView;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.RunQueries.QueueCounts;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Health, queues and metrics. */
@RestController
final class OpsController {
    private static final Map<String, String> UP = Map.of("status", "up");
    private static final String PROMETHEUS_TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final RunQueries queries;
    private final PrometheusMeterRegistry metrics;
    private final InstantSource clock;

    OpsController(RunQueries queries, PrometheusMeterRegistry metrics, InstantSource clock) {
        this.queries = queries;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The process answers. Says nothing of the database: restarting the process would not bring that back. */
    @GetMapping("/health/live")
    Map<String, String> live() {
        return UP;
    }

    /** The store answers too; 503 while it does not. */
    @GetMapping({"/health", "/health/ready"})
    Map<String, String> ready() {
        queries.counts();
        return UP;
    }

    @GetMapping("/health/queues")
    QueueHealth queues() {
        return new QueueHealth(List.of(runs(queries.counts(), clock.instant())));
    }

    @GetMapping(path = "/metrics", produces = PROMETHEUS_TEXT)
    String metrics() {
        return metrics.scrape();
    }

    private static QueueView runs(QueueCounts counts, Instant now) {
        return new QueueView(
                "RUN_ORCHESTRATION",
                counts.waiting(),
                counts.active(),
                counts.delayed(),
                counts.completed(),
                counts.failed(),
                counts.cancelled(),
                counts.oldestWaiting()
                        .map(since -> Math.max(0, Duration.between(since, now).toMillis())),
                counts.workers());
    }
}
