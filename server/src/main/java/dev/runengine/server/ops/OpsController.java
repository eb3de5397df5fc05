package dev.runengine.server.ops;

import dev.runengine.client.wire.QueueHealth;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.server.queue.QueueViews;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return new QueueHealth(List.of(QueueViews.runs(queries.counts(), Optional.empty(), clock.instant())));
    }

    @GetMapping(path = "/metrics", produces = PROMETHEUS_TEXT)
    String metrics() {
        return metrics.scrape();
    }
}
