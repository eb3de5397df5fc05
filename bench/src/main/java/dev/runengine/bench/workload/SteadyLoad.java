package dev.runengine.bench.workload;

import dev.runengine.bench.engine.Bed;
import dev.runengine.bench.engine.Node;
import dev.runengine.bench.measure.Latencies;
import dev.runengine.bench.measure.Meter;
import dev.runengine.bench.measure.Meter.Cost;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Chains that are triggered at a fixed rate, whether or not those before have ended, at 70 % of the rate that was reached
 * without waiting.
 *
 * @param period how often a line tells how it goes
 */
public record SteadyLoad(Duration duration, Duration period, Consumer<String> lines) {
    private static final WorkflowSpec CHAIN = Graphs.chain("bench.chain", 20, CachePolicy.OFF);
    public static final List<WorkflowSpec> WORKFLOWS = List.of(CHAIN);

    private static final double SHARE = 0.7;
    private static final int AT_ONCE = 20;
    private static final Duration SEARCH = Duration.ofSeconds(10);

    public void on(Bed bed) throws Exception {
        double rate = SHARE * maximum(bed.node());
        lines.accept(String.format(Locale.ROOT, "%.1f runs/s, 70 %% of what was reached in %s", rate, SEARCH));
        long end = System.nanoTime() + duration.toNanos();
        for (int period = 1; System.nanoTime() < end; period++) {
            var latencies = new Latencies();
            var cost = bed.meter().during(() -> trigger(bed.node(), rate, latencies));
            lines.accept(line(period, cost, latencies, bed.meter()));
        }
    }

    /** In runs per second, once warm. */
    private static double maximum(Node node) throws Exception {
        var load = Load.unlike(CHAIN.name(), Integer.MAX_VALUE, AT_ONCE, SEARCH);
        load.on(node);
        long start = System.nanoTime();
        return load.on(node).count() / ((System.nanoTime() - start) / 1e9);
    }

    /** Returns when the runs of one period have ended. */
    private void trigger(Node node, double rate, Latencies latencies) throws Exception {
        var one = Load.unlike(CHAIN.name(), 1, 1, period);
        long start = System.nanoTime();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < rate * period.toSeconds(); n++) {
                LockSupport.parkNanos(start + (long) (n / rate * 1e9) - System.nanoTime());
                clients.submit(() -> {
                    latencies.add(one.once(node));
                    return null;
                });
            }
        }
    }

    private static String line(int period, Cost cost, Latencies latencies, Meter meter) throws SQLException {
        return String.format(
                Locale.ROOT,
                "%3d: %,d runs in %.1f s, p50 %.1f ms, p99 %.1f ms, live heap %.1f MB, %d threads, %d connections,"
                        + " database %.1f MB, %,d dead rows, CPU %.0f %%, C %.2f ms",
                period,
                latencies.count(),
                cost.seconds(),
                latencies.p50(),
                latencies.p99(),
                cost.heapLiveMb(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                meter.connections(),
                meter.databaseSize() / 1e6,
                meter.deadRows(),
                cost.cpuMs() / cost.seconds() / 10,
                meter.commitFloor());
    }
}
