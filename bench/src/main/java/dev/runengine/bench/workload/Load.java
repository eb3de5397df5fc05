package dev.runengine.bench.workload;

import dev.runengine.bench.engine.Node;
import dev.runengine.bench.engine.TimedSkills;
import dev.runengine.bench.measure.Latencies;
import dev.runengine.core.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs of one workflow, so many at a time: whenever one has ended, the next is triggered.
 *
 * @param runs how many in all
 * @param atOnce how many at a time
 * @param limit after which no more are triggered, so that a slow machine measures fewer
 */
record Load(String workflow, int runs, int atOnce, Duration limit) {

    /** @return from the call of the engine to the announced end of each run */
    Latencies on(Node node) throws Exception {
        var latencies = new Latencies();
        var left = new AtomicInteger(runs);
        long end = System.nanoTime() + limit.toNanos();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (int client = 0; client < atOnce; client++) {
                working.add(clients.submit(() -> {
                    while (System.nanoTime() < end && left.getAndDecrement() > 0) {
                        latencies.add(one(node));
                    }
                    return null;
                }));
            }
            for (var client : working) {
                await(client);
            }
        }
        return latencies;
    }

    private long one(Node node) throws InterruptedException {
        long start = System.nanoTime();
        // The time makes each payload unlike every other, so nothing can be reused.
        node.awaitCompletion(node.trigger(workflow, Json.object(TimedSkills.TRIGGERED, TimedSkills.now())));
        return System.nanoTime() - start;
    }

    private static void await(Future<?> client) throws Exception {
        try {
            client.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load broke off", e.getCause());
        }
    }
}
