package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpsTest {
    private final Browser api = DevServer.api();
    private final Browser ops = DevServer.ops();

    @Test
    void healthAndQueuesAreOnTheOperationsPort() {
        assertThat(ops.get("/health").at("/status")).isEqualTo("up");
        assertThat(ops.get("/health/live").status()).isEqualTo(200);
        assertThat(ops.get("/health/ready").status()).isEqualTo(200);
        var queues = ops.get("/health/queues");
        assertThat(queues.at("/queues/0/name")).isEqualTo("RUN_ORCHESTRATION");
        for (var count : new String[] {"waiting", "active", "delayed", "completed", "failed", "workers"}) {
            assertThat(queues.json().at("/queues/0/" + count).isNumber())
                    .as(count)
                    .isTrue();
        }
    }

    @Test
    void metricsCountRunsStepsAndHits() {
        api.runWhen(api.trigger("greeting", "metrics"), "completed");
        api.runWhen(api.trigger("greeting", "metrics"), "completed");
        api.runWhen(api.trigger("stumbling", "metrics"), "failed");
        var metrics = ops.get("/metrics");
        assertThat(metrics.header("Content-Type")).startsWith("text/plain");
        assertThat(metrics.text())
                .contains("run_engine_runs_total{status=\"completed\",workflow=\"greeting\"}")
                .contains("run_engine_steps_total{status=\"skipped\"}")
                .contains("run_engine_step_duration_seconds_count{skill=\"shout\"}")
                .containsPattern("run_engine_cache_hit_rate 0\\.[0-9]+")
                .contains("run_engine_cache_lookups_total{tier=\"memory\",verdict=\"hit\"}")
                .contains("run_engine_cache_lookups_total{tier=\"database\",verdict=\"miss\"}")
                .contains("run_engine_cache_lookup_seconds_count{tier=\"memory\"}")
                .contains("run_engine_cache_hot_available{tier=\"memory\"} 1.0")
                .containsPattern("run_engine_spent_seconds_total\\{origin=\"EXECUTED\"} [0-9.E-]+")
                .containsPattern("run_engine_saved_seconds_total\\{origin=\"HOT_CACHE\"} [0-9.E-]+")
                .contains("run_engine_saved_cost_total{origin=\"BASE_RUN\"} 0.0")
                .contains("run_engine_saved_tokens_total{origin=\"IN_FLIGHT\"} 0.0")
                .containsPattern("run_engine_flights_total\\{event=\"led\"} [1-9]")
                .contains("run_engine_flights_total{event=\"taken_over\"} 0.0")
                .containsPattern("run_engine_flights_waiting [0-9]");
    }

    @Test
    void eachPortServesItsOwnOnly() {
        api.get("/metrics").isProblem(404, "NOT_FOUND");
        api.get("/health").isProblem(404, "NOT_FOUND");
        ops.get("/api/v1/runs").isProblem(404, "NOT_FOUND");
    }
}
