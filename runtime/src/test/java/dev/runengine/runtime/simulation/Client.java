package dev.runengine.runtime.simulation;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.RunStatus;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.engine.UpdateRequest;
import dev.runengine.runtime.port.RequestKey;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Somebody with wishes: triggers runs, loses patience with some, tries failed ones again, changes finished ones. */
final class Client {
    private static final String TENANT = "acme";
    private static final long ASKS_AGAIN_MS = 300;

    private final Scheduler scheduler;
    private final RandomGenerator random;
    private final Life life;
    private final RunEngine engine;
    private final RunQueries queries;
    private final List<Graph> graphs;
    private final int impatienceIn100;
    private int wishes;

    Client(
            Scheduler scheduler,
            RandomGenerator random,
            Life life,
            RunEngine engine,
            RunQueries queries,
            List<Graph> graphs) {
        this.scheduler = scheduler;
        this.random = random;
        this.life = life;
        this.engine = engine;
        this.queries = queries;
        this.graphs = graphs;
        this.impatienceIn100 = random.nextInt(3) * 15;
    }

    void wish(int number) {
        long inMs = random.nextInt(4_000);
        life.start("wish-" + number, () -> {
            try {
                Link.pass(scheduler, life, inMs);
                trigger();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void trigger() throws InterruptedException {
        var graph = graphs.get(random.nextInt(graphs.size()));
        var request = new TriggerRequest(
                TENANT,
                graph.name(),
                Optional.empty(),
                Json.object("parts", parts(graph)),
                flags(),
                random.nextInt(3),
                random.nextInt(8) == 0 ? Optional.of(scheduler.now().plusMillis(900)) : Optional.empty(),
                List.of());
        var key = newKey(request.payload());
        follow(accepted(persist(() -> engine.trigger(request, key))), graph);
    }

    /** However often a wish has to be made, it is one. */
    private Optional<RequestKey> newKey(Json payload) {
        return Optional.of(RequestKey.of("wish-" + wishes++, payload));
    }

    /** Few different parts, so that runs have results to share. */
    private JObject parts(Graph graph) {
        var parts = JObject.EMPTY;
        for (var step : graph.steps()) {
            if (random.nextInt(3) == 0) {
                parts = parts.with(step.id(), part());
            }
        }
        return parts;
    }

    private JObject part() {
        return Json.object("v", Json.of(random.nextInt(2)));
    }

    private CacheFlags flags() {
        return new CacheFlags(random.nextInt(5) > 0, random.nextInt(8) > 0, true);
    }

    private void follow(UUID run, Graph graph) throws InterruptedException {
        if (random.nextInt(100) < impatienceIn100) {
            Link.pass(scheduler, life, 1 + random.nextInt(2_500));
            persist(() -> engine.cancel(TENANT, run));
        }
        int retries = random.nextInt(3);
        for (var status = end(run); status == RunStatus.FAILED && retries-- > 0; status = end(run)) {
            persist(() -> engine.retry(TENANT, run));
        }
        if (end(run) == RunStatus.COMPLETED && random.nextInt(3) == 0) {
            var step = graph.steps().get(random.nextInt(graph.steps().size()));
            var request = new UpdateRequest(
                    TENANT, run, step.id(), part(), random.nextInt(4) == 0, Optional.empty(), flags());
            var key = newKey(request.payload());
            follow(accepted(persist(() -> engine.triggerUpdate(request, key))), graph);
        }
    }

    private RunStatus end(UUID run) throws InterruptedException {
        while (true) {
            var status = queries.run(TENANT, run).orElseThrow().status();
            if (status.over()) {
                return status;
            }
            Link.pass(scheduler, life, ASKS_AGAIN_MS);
        }
    }

    private <T> T persist(Supplier<T> wish) throws InterruptedException {
        while (true) {
            try {
                return wish.get();
            } catch (StoreUnavailableException e) {
                Link.pass(scheduler, life, ASKS_AGAIN_MS);
            }
        }
    }

    private static UUID accepted(Answer<QueuedRun> answer) {
        return switch (answer) {
            case Answer.Accepted<QueuedRun>(var run) -> run.runId();
            case Answer.Refused<QueuedRun> refused -> throw new AssertionError(refused.toString());
        };
    }
}
