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
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs of one workflow, so many at a time: whenever one has ended, the next is triggered.
 *
 * @param runs how many in all
 * @param atOnce how many at a time
 * @param limit after which no more are triggered, so that a slow machine measures fewer
 * @param payload of the next trigger
 * @param before each trigger, not measured
 */
record Load(String workflow, int runs, int atOnce, Duration limit, Supplier<Json> payload, Consumer<Node> before) {
    private static final Json SAME = Json.object(TimedSkills.TRIGGERED, Json.of(0));

    /** Each payload holds the time and so is unlike every other: nothing can be reused. */
    static Load unlike(String workflow, int runs, int atOnce, Duration limit) {
        return new Load(
                workflow, runs, atOnce, limit, () -> Json.object(TimedSkills.TRIGGERED, TimedSkills.now()), _ -> {});
    }

    /** One payload for all, so that all but the first find their results in the cache. */
    static Load alike(String workflow, int runs, int atOnce, Duration limit) {
        return new Load(workflow, runs, atOnce, limit, () -> SAME, _ -> {});
    }

    /** The same, one by one, without what the runs before have left in the hot tier. */
    static Load alikeWhenCold(String workflow, int runs, Duration limit) {
        return new Load(workflow, runs, 1, limit, () -> SAME, Node::coolDown);
    }

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
                        latencies.add(once(node));
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

    /** One run, in nanoseconds. */
    long once(Node node) throws InterruptedException {
        before.accept(node);
        long start = System.nanoTime();
        node.awaitCompletion(node.trigger(workflow, payload.get()));
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
