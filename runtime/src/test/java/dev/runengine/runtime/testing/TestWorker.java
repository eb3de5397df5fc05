package dev.runengine.runtime.testing;

import dev.runengine.runtime.driver.Surroundings;
import dev.runengine.runtime.events.Announcer;
import dev.runengine.runtime.execution.StepPipeline;
import dev.runengine.runtime.flight.FlightWatch;
import dev.runengine.runtime.journal.GroupCommit;
import dev.runengine.runtime.limit.Admission;
import dev.runengine.runtime.limit.Limits;
import dev.runengine.runtime.loading.RunLoader;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.worker.Pace;
import dev.runengine.runtime.worker.Worker;
import java.time.Duration;

/** One worker of a {@link TestEngine}. */
public final class TestWorker implements AutoCloseable {
    static final Duration NEVER = Duration.ofHours(1);
    private static final Duration FLIGHT_POLL = Duration.ofMillis(10);

    private final TestEngine engine;
    private final RunQueue queue;
    private final MortalQueue mortal;
    private final Announcer announcer;
    private final FlightWatch flights;
    private final Worker worker;

    TestWorker(TestEngine engine, Duration heartbeat) {
        this.engine = engine;
        this.queue = engine.store.worker();
        this.mortal = new MortalQueue(queue);
        this.announcer = new Announcer(engine.listeners, engine.host.threads());
        this.flights = new FlightWatch(engine.store.flights(), FLIGHT_POLL, engine.host);
        var surroundings = new Surroundings(
                engine.cache.confirmedBy(new GroupCommit(engine.journal)),
                mortal,
                engine.cache,
                flights,
                engine.skills(),
                new StepPipeline(engine.skills(), engine.artifacts, engine.host, new Admission(64, Limits.NONE)),
                announcer,
                engine.host);
        this.worker = new Worker(
                surroundings,
                new RunLoader(engine.store.runs(), engine.workflows, engine.bases),
                new Pace(100, NEVER, heartbeat, Duration.ZERO));
    }

    /** How many runs it drives now. */
    public int active() {
        return worker.active();
    }

    /** As if its process had died: what it still does counts for nothing. */
    public void die() {
        mortal.die();
        engine.store.kill(queue);
    }

    /** Hands over what it drives. */
    @Override
    public void close() {
        worker.close();
        flights.close();
        queue.close();
        announcer.close();
    }
}
