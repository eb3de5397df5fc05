package dev.runengine.bench.workload;

import dev.runengine.bench.engine.Bed;
import dev.runengine.bench.engine.Node;
import dev.runengine.bench.engine.TimedSkills;
import dev.runengine.bench.report.Figure;
import dev.runengine.bench.report.Machine;
import dev.runengine.bench.report.Measurement;
import dev.runengine.core.json.Json;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A worker is killed while it drives 50 runs; the database lives. Another is started then, or was up already. */
record Crash() implements Workload {
    static final List<WorkflowSpec> WORKFLOWS = List.of(CampaignGraph.of("bench.crash", CachePolicy.OFF));

    private static final WorkflowSpec WORKFLOW = WORKFLOWS.getFirst();
    private static final int RUNS = 50;
    private static final int STEPS = RUNS * WORKFLOW.steps().size();
    private static final Duration LOOK = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "W7";
    }

    /** Of the common bed nothing: its worker must not take the runs. */
    @Override
    public List<WorkflowSpec> workflows() {
        return List.of();
    }

    @Override
    public Measurement measure(Bed bed) throws Exception {
        double commitMs = bed.meter().commitFloor();
        var home = bed.folder("crash");
        var files = home.resolve("artifacts");
        var figures = new ArrayList<Figure>();
        try (var postgres = EmbeddedPostgres.start(home.resolve("postgres"), bed.programs())) {
            var address = new Address(postgres.jdbcUrl(), postgres.user(), postgres.password());
            try (var front = Node.front(address, files, WORKFLOWS)) {
                figures.addAll(restarted(front, address, files));
                figures.addAll(takenOver(front, address, files));
            }
        }
        return new Measurement(
                name(),
                RUNS + " runs of " + WORKFLOW.steps().size() + " steps of 20 ms; the worker is killed on its way",
                commitMs,
                Machine.loadOfAMinute(),
                figures);
    }

    private static List<Figure> restarted(Node front, Address address, Path files) throws Exception {
        try (var first = WorkerProcess.start(address, files)) {
            first.awaitReady();
            long all = completed(front) + RUNS;
            triggerAndKill(front, first);
            long killed = System.nanoTime();
            try (var second = WorkerProcess.start(address, files)) {
                second.awaitReady();
                long ready = System.nanoTime();
                awaitCompleted(front, all);
                return List.of(
                        Figure.of("restarted: done after kill", seconds(killed), "s"),
                        Figure.of("restarted: after ready", seconds(ready), "s").atMost(1),
                        Figure.of("restarted: executed twice", first.starts() + second.starts() - STEPS, "steps"));
            }
        }
    }

    private static List<Figure> takenOver(Node front, Address address, Path files) throws Exception {
        try (var first = WorkerProcess.start(address, files)) {
            first.awaitReady();
            try (var second = WorkerProcess.start(address, files)) {
                second.awaitReady();
                long all = completed(front) + RUNS;
                triggerAndKill(front, first);
                long killed = System.nanoTime();
                awaitCompleted(front, all);
                return List.of(
                        Figure.of("taken over: after kill", seconds(killed), "s")
                                .atMost(1),
                        Figure.of("taken over: executed twice", first.starts() + second.starts() - STEPS, "steps"));
            }
        }
    }

    /** When a quarter of the steps has started there: with two workers, half of its part. */
    private static void triggerAndKill(Node front, WorkerProcess worker) throws InterruptedException {
        for (int run = 0; run < RUNS; run++) {
            front.trigger(WORKFLOW.name(), Json.object(TimedSkills.TRIGGERED, TimedSkills.now()));
        }
        await(() -> worker.starts() >= STEPS / 4);
        worker.kill();
    }

    private static long completed(Node front) {
        return front.engine().queries().counts().completed();
    }

    private static void awaitCompleted(Node front, long runs) throws InterruptedException {
        await(() -> completed(front) >= runs);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the runs do not go on after " + PATIENCE);
            }
            Thread.sleep(LOOK);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
